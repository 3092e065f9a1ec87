const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const maxUnpacked = 64 * 1024 * 1024
const maxEntries = 2000

export type ZipVerdict = 'safe' | 'tooLarge' | 'broken'

/**
 * Reads the directory of a .docx or .xlsx before anything is unpacked. `tooLarge`: more than 64 MB unpacked or 2000
 * entries; `broken`: not a zip, or one whose sizes cannot be known beforehand (zip64, hidden sizes).
 */
export function inspectZip(bytes: Uint8Array): ZipVerdict {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === undefined) return 'broken'
  const count = view.getUint16(end + 10, true)
  if (count === 0xffff) return 'broken'
  if (count > maxEntries) return 'tooLarge'
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return 'broken'
    const packedSize = view.getUint32(at + 20, true)
    const size = view.getUint32(at + 24, true)
    // Two bytes pack nothing; an entry that packs more and claims to be empty hides its size.
    if (packedSize === 0xffffffff || size === 0xffffffff || (size === 0 && packedSize > 2)) return 'broken'
    unpacked += size
    if (unpacked > maxUnpacked) return 'tooLarge'
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return 'safe'
}

function findEnd(view: DataView): number | undefined {
  const longestComment = 0xffff
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - longestComment); at -= 1)
    if (view.getUint32(at, true) === endOfDirectory) return at
  return undefined
}
