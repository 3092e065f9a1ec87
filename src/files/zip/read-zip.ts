import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'

export interface ZipEntry {
  readonly name: string
  readonly isLink: boolean
  /** Where its record lies in the file, from the local header to the end of the data. */
  readonly from: number
  readonly to: number
  readonly read: () => Buffer
}

/** `tooLarge`: more than 64 MB unpacked or 2000 entries; `locked`: with a password; `broken`: all else that is no plain zip. */
export type ZipFault = 'tooLarge' | 'locked' | 'broken'

const endOfDirectory = Buffer.from([0x50, 0x4b, 5, 6])
const maxUnpacked = 64 * 1024 * 1024
const maxEntries = 2000
/** The number stands in a record of 64 bits, which no document needs. */
const in64Bits = 0xffffffff

/**
 * The entries of a .docx, .xlsx or .ofd, or why nothing may read it. Each entry is really inflated within the limit, since sizes
 * can be forged; and whatever could be read in two ways is broken, since the readers behind us may choose the other one.
 */
export async function readZip(bytes: Uint8Array): Promise<readonly ZipEntry[] | ZipFault> {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(data)
  if (!end) return 'broken'
  if (end.count > maxEntries) return 'tooLarge'
  try {
    return await entriesUpTo(end, data)
  } catch {
    return 'broken'
  }
}

interface End {
  readonly count: number
  readonly directory: number
  readonly at: number
}

/** What the last record says, in its numbers of 32 bits. */
function endOf(data: Buffer): End | undefined {
  const at = data.lastIndexOf(endOfDirectory)
  if (at < 0 || at + 22 > data.length) return undefined
  const count = data.readUInt16LE(at + 10)
  return count === 0xffff ? undefined : { count, directory: data.readUInt32LE(at + 16), at }
}

async function entriesUpTo(end: End, data: Buffer): Promise<readonly ZipEntry[] | ZipFault> {
  // What follows is left away: some systems fill a file up with zeros.
  const whole = data.subarray(0, end.at + 22 + data.readUInt16LE(end.at + 20))
  const zip = await fromBufferPromise(whole, { decodeStrings: false, validateEntrySizes: false })
  if (zip.entryCount !== end.count) return 'broken'
  const entries: ZipEntry[] = []
  let at = end.directory
  let unpacked = 0
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) return 'locked'
    if (!isPlain(entry, data.subarray(at))) return 'broken'
    const found = await lookInto(entry, zip, data, maxUnpacked - unpacked)
    if (typeof found === 'string') return found
    entries.push(found)
    unpacked += entry.uncompressedSize
    at += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
  }
  return entries
}

/** Whether the directory says the same to a reader who knows nothing of 64 bits. */
function isPlain({ compressedSize, uncompressedSize, relativeOffsetOfLocalHeader }: Entry, record: Buffer): boolean {
  const read = [compressedSize, uncompressedSize, relativeOffsetOfLocalHeader]
  const plain = [20, 24, 42].map((place) => record.readUInt32LE(place))
  return plain.every((number, index) => number === read[index] && number !== in64Bits)
}

async function lookInto(entry: Entry, zip: ZipFile, data: Buffer, allowed: number): Promise<ZipEntry | ZipFault> {
  const { compressedSize, uncompressedSize, compressionMethod, fileNameRaw, relativeOffsetOfLocalHeader: from } = entry
  if (uncompressedSize > allowed || compressedSize > allowed) return 'tooLarge'
  const { fileDataStart, fileName } = await zip.readLocalFileHeaderPromise(entry)
  // Two readers may follow two names; whoever made them differ wants that.
  if (!fileName.equals(fileNameRaw)) return 'broken'
  const to = fileDataStart + compressedSize
  const content = data.subarray(fileDataStart, to)
  const isStored = compressionMethod === 0
  if (!isStored && compressionMethod !== 8) return 'broken'
  const length = isStored ? content.length : inflatedLength(content, allowed)
  if (typeof length === 'string') return length
  if (length !== uncompressedSize) return 'broken'
  return {
    name: fileNameRaw.toString('utf8'),
    isLink: ((entry.externalFileAttributes >>> 28) & 0xf) === 0xa,
    from,
    to,
    read: () => (isStored ? content : inflateRawSync(content)),
  }
}

function inflatedLength(content: Buffer, allowed: number): number | ZipFault {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, allowed) }).length
  } catch (error) {
    return error instanceof RangeError ? 'tooLarge' : 'broken'
  }
}
