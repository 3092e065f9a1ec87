import { createHash } from 'node:crypto'
import type { PlainDate } from '../../days/plain-date.ts'
import { writeZip } from '../zip/write-zip.ts'
import { type Cover, catalogueOf } from './catalogue.tsx'

/** A paper of a case as it goes into the bundle. */
export interface Paper {
  /** The day of what it came with. */
  readonly on: PlainDate
  /** What it is: 答复书, 身份证明. */
  readonly what: string
  readonly name: string
  readonly bytes: Buffer
  /** As evidence: what it is to prove. */
  readonly proves?: string
}

/** The names that the bundle's own two files have. */
export const catalogueName = '00 案卷目录.html'
export const checksumsName = 'SHA256SUMS'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Without what a file system reads as something else; long names end before their ending. Refuses none, however it came to be kept. */
function plainName(name: string): string {
  const clean = name.replace(/[\p{Cc}\\/:*?"<>|]/gu, '_').replace(/^\.+/, '_')
  const ending = /\.[^.]{1,8}$/.exec(clean)?.[0] ?? ''
  return `${clean.slice(0, clean.length - ending.length).slice(0, 80)}${ending}`
}

/**
 * One case, one file: a zip with a catalogue that any browser opens and prints, the papers in the order given, each by its number,
 * and the SHA-256 of every file (`sha256sum -c` reads it, `kaicheng archive verify` too). The same papers give the same bytes.
 */
export function bundleOf(cover: Cover, papers: readonly Paper[]): { readonly bytes: Buffer; readonly sums: string } {
  const listed = papers.map(({ on, what, name, bytes, proves }, at) => ({
    on,
    what,
    ...(proves === undefined ? {} : { proves }),
    file: `${String(at + 1).padStart(2, '0')} ${on} ${plainName(name)}`,
    bytes,
    sha256: hashOf(bytes),
  }))
  const catalogue = Buffer.from(catalogueOf(cover, listed, checksumsName))
  const files = [{ file: catalogueName, bytes: catalogue, sha256: hashOf(catalogue) }, ...listed]
  const sums = Buffer.from(files.map(({ file, sha256 }) => `${sha256}  ${file}\n`).join(''))
  const parts = [
    ...files.map(({ file, bytes }) => ({ name: file, content: bytes })),
    { name: checksumsName, content: sums },
  ]
  return { bytes: writeZip(parts), sums: hashOf(sums) }
}
