import { constants, crc32, deflateRawSync } from 'node:zlib'

const pieceBytes = 1_000_000

/**
 * One sign, hundreds of millions of times, packed as a zip has it, without ever holding it: the same packed piece again and
 * again. `adler` is what a stream of a PDF ends with.
 */
export function onlySign(sign: string, size: number) {
  const piece = Buffer.alloc(Math.min(pieceBytes, size), sign)
  const pieces = Math.floor(size / piece.length)
  const rest = piece.subarray(0, size % piece.length)
  let crc = 0
  for (let at = 0; at < pieces; at += 1) crc = crc32(piece, crc)
  const packedPiece = deflateRawSync(piece, { finishFlush: constants.Z_SYNC_FLUSH })
  const packed = Buffer.concat([...Array.from({ length: pieces }, () => packedPiece), deflateRawSync(rest)])
  return { size, crc: crc32(rest, crc), packed, adler: adlerOf(piece[0] ?? 0, size) }
}

function adlerOf(byte: number, size: number): number {
  const prime = 65_521n
  const [value, times] = [BigInt(byte), BigInt(size)]
  const sum = (1n + value * times) % prime
  const sums = (times + (value * times * (times + 1n)) / 2n) % prime
  return Number(sums * 65_536n + sum)
}
