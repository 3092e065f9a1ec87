const gpsTag = 0x8825
const longestExif = 65_536
const exifMark = Buffer.from('Exif\0\0', 'latin1')

/** As XMP says it, in an attribute or an element. */
const xmpPlace = /exif:GPSLatitude(?:="[^"]|>[^<])/

/**
 * Whether a picture says where it was taken (Exif 2.32, 4.6.6: the GPS directory with a latitude in it; or XMP). Other
 * formats than JPEG and PNG, such as HEIC of telephones, carry the same directory somewhere.
 */
export function hasPlace(data: Buffer): boolean {
  const isJpeg = data[0] === 0xff && data[1] === 0xd8
  const isPng = data.toString('latin1', 1, 4) === 'PNG'
  const tiff = isJpeg ? exifOfJpeg(data) : isPng ? exifOfPng(data) : undefined
  if (tiff) return hasLatitude(tiff) || xmpPlace.test(data.toString('latin1'))
  return countPlaces(data) > 0 || xmpPlace.test(data.toString('latin1'))
}

/** How many pictures within a file, packed or not at all, say where they were taken. */
export function countPlaces(data: Buffer): number {
  let count = 0
  for (let at = data.indexOf(exifMark); at >= 0; at = data.indexOf(exifMark, at + exifMark.length))
    if (hasLatitude(data.subarray(at + exifMark.length, at + exifMark.length + longestExif))) count += 1
  return count
}

function exifOfJpeg(data: Buffer): Buffer | undefined {
  let at = 2
  while (at + 4 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    // From here on there is only the picture.
    if (marker === 0xda || marker === 0xd9) return undefined
    const length = data.readUInt16BE(at + 2)
    const body = data.subarray(at + 4, at + 2 + length)
    if (marker === 0xe1 && body.subarray(0, 6).equals(exifMark)) return body.subarray(6)
    at += 2 + Math.max(length, 2)
  }
  return undefined
}

function exifOfPng(data: Buffer): Buffer | undefined {
  for (let at = 8; at + 12 <= data.length; ) {
    const length = data.readUInt32BE(at)
    const type = data.toString('latin1', at + 4, at + 8)
    if (type === 'eXIf') return data.subarray(at + 8, at + 8 + length)
    at += 12 + length
  }
  return undefined
}

const orientationTag = 0x0112

/** Whether a picture is to be shown on its side (Exif 2.32, 4.6.4: orientations 5 to 8): its width is then its height. */
export function isOnItsSide(data: Buffer): boolean {
  const tiff = exifOfJpeg(data)
  if (!tiff || tiff.length < 8) return false
  const { short, long, entries } = readerOf(tiff)
  const entry = entries(long(4)).find((each) => short(each) === orientationTag)
  const orientation = entry === undefined ? 1 : short(entry + 8)
  return orientation >= 5 && orientation <= 8
}

function hasLatitude(tiff: Buffer): boolean {
  if (tiff.length < 8) return false
  const { short, long, entries } = readerOf(tiff)
  const gps = entries(long(4)).find((entry) => short(entry) === gpsTag)
  return gps !== undefined && entries(long(gps + 8)).some((entry) => short(entry) === 2)
}

/** The numbers of a TIFF and the places of the entries of a directory. */
function readerOf(tiff: Buffer) {
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const entries = (at: number) =>
    at === 0 ? [] : Array.from({ length: Math.min(short(at), 500) }, (_, index) => at + 2 + index * 12)
  return { short, long, entries }
}
