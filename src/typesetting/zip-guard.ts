import { inflateRawSync } from 'node:zlib'

const endOfDirectory = Buffer.from([0x50, 0x4b, 5, 6])
const directoryEntry = 0x02014b50
const maxUnpacked = 64 * 1024 * 1024
const maxEntries = 2000
const unknownSize = 0xffffffff

export type ZipVerdict = 'safe' | 'tooLarge' | 'locked' | 'broken'

/**
 * Looks into a .docx or .xlsx before anything reads it. `tooLarge`: more than 64 MB unpacked or 2000 entries; `locked`:
 * with a password; `broken`: not a zip, or one whose stated sizes are untrue. Each entry is really inflated within the
 * limit, since sizes can be forged.
 */
export function inspectZip(bytes: Uint8Array): ZipVerdict {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = data.lastIndexOf(endOfDirectory)
  if (end < 0 || end + 22 > data.length) return 'broken'
  const entries = data.readUInt16LE(end + 10)
  if (entries === 0xffff) return 'broken'
  if (entries > maxEntries) return 'tooLarge'
  let at = data.readUInt32LE(end + 16)
  let unpacked = 0
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== directoryEntry) return 'broken'
    if ((data.readUInt16LE(at + 8) & 1) === 1) return 'locked'
    const size = sizeOf(data, at, maxUnpacked - unpacked)
    if (typeof size === 'string') return size
    unpacked += size
    at += 46 + data.readUInt16LE(at + 28) + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return 'safe'
}

function sizeOf(data: Buffer, entry: number, allowed: number): number | 'tooLarge' | 'broken' {
  const method = data.readUInt16LE(entry + 10)
  const packed = data.readUInt32LE(entry + 20)
  const stated = data.readUInt32LE(entry + 24)
  const local = data.readUInt32LE(entry + 42)
  if (packed === unknownSize || stated === unknownSize || local + 30 > data.length) return 'broken'
  if (stated > allowed || packed > allowed) return 'tooLarge'
  const from = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28)
  if (from + packed > data.length) return 'broken'
  if (method === 0) return packed === stated ? packed : 'broken'
  if (method !== 8) return 'broken'
  try {
    const { length } = inflateRawSync(data.subarray(from, from + packed), { maxOutputLength: Math.max(1, allowed) })
    return length === stated ? length : 'broken'
  } catch (error) {
    return error instanceof RangeError ? 'tooLarge' : 'broken'
  }
}
