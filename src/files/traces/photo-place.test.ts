import { expect, test } from 'vitest'
import { isOnItsSide } from './photo-place.ts'

/** The head of a JPEG whose Exif says how it is to be shown. */
function turned(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write(isLittle ? 'II' : 'MM', 0, 'latin1')
  const short = (value: number, at: number) =>
    isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const long = (value: number, at: number) => (isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at))
  short(42, 2)
  long(8, 4)
  short(1, 8)
  short(0x0112, 10)
  short(3, 12)
  long(1, 14)
  short(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, body.length + 2])
  return Buffer.concat([head, body, Buffer.from([0xff, 0xd9])])
}

test('a photo taken upright has its width and height changed over; others have not', () => {
  for (const isLittle of [true, false])
    for (let orientation = 1; orientation <= 8; orientation += 1)
      expect(isOnItsSide(turned(orientation, isLittle))).toBe(orientation >= 5)
  expect(isOnItsSide(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBe(false)
  expect(isOnItsSide(turned(6, true).subarray(0, 20))).toBe(false)
})
