import type { Kind } from './kinds.ts'

/** Width times height as the header states it; undefined where there is no such header. */
export function countPixels(kind: Kind, data: Buffer): number | undefined {
  if (kind === 'png') return data.length < 24 ? undefined : data.readUInt32BE(16) * data.readUInt32BE(20)
  if (kind === 'gif') return data.length < 10 ? undefined : data.readUInt16LE(6) * data.readUInt16LE(8)
  if (kind === 'bmp') return data.length < 26 ? undefined : Math.abs(data.readInt32LE(18) * data.readInt32LE(22))
  return kind === 'jpg' ? pixelsOfJpeg(data) : undefined
}

/** The largest frame that any start-of-frame segment (C0–CF, but not C4, C8, CC) states. */
function pixelsOfJpeg(data: Buffer): number | undefined {
  let pixels: number | undefined
  let at = 2
  while (at + 9 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) pixels = Math.max(pixels ?? 0, data.readUInt16BE(at + 5) * data.readUInt16BE(at + 7))
    // Fill bytes and markers without a length.
    if (marker === 0xff) at += 1
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + data.readUInt16BE(at + 2)
  }
  return pixels
}
