import { existsSync, readdirSync, statSync } from 'node:fs'

/** Real and odd files that are not part of the repository and may stand beside it. Where they are not, tests that read them are skipped. */
const folder = new URL('../../shared/data/', import.meta.url)
export const hasSamples = existsSync(new URL('..', folder))

/** A file or folder (with `/` at its end) of the samples. Refuses one that is missing or empty though the samples are there: a test would read nothing and pass. */
export function sampleAt(name: string): URL {
  const at = new URL(name, folder)
  const isRead = existsSync(at) && (statSync(at).isDirectory() ? readdirSync(at).length > 0 : statSync(at).size > 0)
  if (hasSamples && !isRead) throw new Error(`the samples are there, but not ${name}`)
  return at
}
