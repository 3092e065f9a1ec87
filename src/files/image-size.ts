import type { Kind } from './kinds.ts'

export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Width and height in pixels as the header states them; undefined where there is no such header. */
export function imageSize(kind: Kind, data: Buffer): ImageSize | undefined {
  if (kind === 'png')
    return data.length < 24 ? undefined : { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
  if (kind === 'gif')
    return data.length < 10 ? undefined : { width: data.readUInt16LE(6), height: data.readUInt16LE(8) }
  if (kind === 'bmp')
    return data.length < 26
      ? undefined
      : { width: Math.abs(data.readInt32LE(18)), height: Math.abs(data.readInt32LE(22)) }
  return kind === 'jpg' ? sizeOfJpeg(data) : undefined
}

/** Width times height. */
export function countPixels(kind: Kind, data: Buffer): number | undefined {
  const size = imageSize(kind, data)
  return size && size.width * size.height
}

/** The largest frame that any start-of-frame segment (C0–CF, but not C4, C8, CC) states. */
function sizeOfJpeg(data: Buffer): ImageSize | undefined {
  let largest: ImageSize | undefined
  let at = 2
  while (at + 9 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const size = { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) }
      if (!largest || size.width * size.height > largest.width * largest.height) largest = size
    }
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + data.readUInt16BE(at + 2)
  }
  return largest
}
