import { inflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly isLink: boolean
  /** Where its record lies in the file, from the local header to the end of the data. */
  readonly from: number
  readonly to: number
  readonly read: () => Buffer
}

/** The entries of a zip that `inspectZip` has called safe; undefined where header and directory disagree. */
export function zipEntries(data: Buffer): ZipEntry[] | undefined {
  const end = data.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const count = data.readUInt16LE(end + 10)
  const entries: ZipEntry[] = []
  let at = data.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    const nameLength = data.readUInt16LE(at + 28)
    const name = data.subarray(at + 46, at + 46 + nameLength)
    const local = data.readUInt32LE(at + 42)
    const localLength = data.readUInt16LE(local + 26)
    // Two readers may follow two names; whoever made them differ wants that.
    if (!data.subarray(local + 30, local + 30 + localLength).equals(name)) return undefined
    const start = local + 30 + localLength + data.readUInt16LE(local + 28)
    const to = start + data.readUInt32LE(at + 20)
    const isStored = data.readUInt16LE(at + 10) === 0
    const isLink = ((data.readUInt32LE(at + 38) >>> 28) & 0xf) === 0xa
    const content = data.subarray(start, to)
    const read = () => (isStored ? content : inflateRawSync(content))
    entries.push({ name: name.toString('utf8'), isLink, from: local, to, read })
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return entries
}

/** True for a name that would leave the folder it is unpacked to, or could on some system. */
export const leavesFolder = (name: string): boolean =>
  /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..')

/** True when two entries share bytes: so ten files of a megabyte become ten thousand. */
export function overlap(entries: readonly ZipEntry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.from - b.from)
  return sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? 0))
}
