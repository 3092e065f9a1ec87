import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The program of a process apart: beside the bundle, above that of the bench, or the source that `source` names. */
export const programBeside = (built: string, source: URL): string | undefined =>
  [new URL(`./${built}`, import.meta.url), new URL(`../${built}`, import.meta.url), source]
    .map((url) => fileURLToPath(url))
    .find((path) => existsSync(path))
