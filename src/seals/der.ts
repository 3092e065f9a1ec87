/** Writes DER (X.690), as much of it as a signature needs. */

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xffff ? 6 : length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.of(0x80 | bytes.length), bytes])
}

/** One value under its tag. */
export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(0x30, ...parts)
/** In the order that DER wants of a set. */
export const set = (...parts: readonly Uint8Array[]): Buffer => tagged(0x31, ...[...parts].sort(Buffer.compare))
export const octets = (bytes: Uint8Array): Buffer => tagged(0x04, bytes)
export const smallInteger = (value: number): Buffer => tagged(0x02, Buffer.of(value))
export const nothing = Buffer.of(0x05, 0x00)

/** An object identifier from its written form. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const inSevens = (value: number): number[] => {
    const digits = [value & 0x7f]
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift(0x80 | (left & 0x7f))
    return digits
  }
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest].flatMap(inSevens)))
}
