import { crc32, deflateSync } from 'node:zlib'

/** Quick: a page is looked at once. */
const level = 3

/** A picture of these pixels (red, green, blue and one that is not used), opaque; one without colours is written in grey. */
export function writePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const isGrey = hasNoColour(pixels)
  const perPixel = isGrey ? 1 : 3
  const rows = Buffer.alloc((width * perPixel + 1) * height)
  for (let from = 0, to = 0, row = 0; row < height; row += 1) {
    to += 1
    for (let column = 0; column < width; column += 1, from += 4) {
      rows[to++] = pixels[from] ?? 0
      if (isGrey) continue
      rows[to++] = pixels[from + 1] ?? 0
      rows[to++] = pixels[from + 2] ?? 0
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = isGrey ? 0 : 2
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function hasNoColour(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  return true
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(named.length + 8)
  whole.writeUInt32BE(data.length, 0)
  named.copy(whole, 4)
  whole.writeUInt32BE(crc32(named), named.length + 4)
  return whole
}
