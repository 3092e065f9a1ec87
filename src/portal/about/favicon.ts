const side = 16
const blue = [0xa2, 0x4e, 0x0b, 0xff]
const white = [0xff, 0xff, 0xff, 0xff]

/** The mark of the pages' `icon`, for browsers that ask for this file: a blue square with two white bars. */
export const favicon: Buffer = Buffer.concat([
  // One picture of 32 bits, behind this head of 22 bytes.
  Buffer.from([0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0]),
  numbers(40 + side * side * 4 + side * 4, 22),
  numbers(40, side, side * 2),
  Buffer.from([1, 0, 32, 0]),
  numbers(0, side * side * 4, 0, 0, 0, 0),
  // The last row of the picture comes first.
  Buffer.from(
    Array.from({ length: side * side }, (_, place) =>
      isWhite(place % side, side - 1 - Math.floor(place / side)) ? white : blue,
    ).flat(),
  ),
  Buffer.alloc(side * 4),
])

function isWhite(x: number, y: number): boolean {
  return x >= 4 && x < 12 && ((y >= 4 && y < 6) || (y >= 8 && y < 10))
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [place, value] of values.entries()) bytes.writeUInt32LE(value, place * 4)
  return bytes
}
