import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { oneAtATime } from './one-at-a-time.ts'

const pieceBytes = 1024 * 1024

/** Resolves when others have been heard. Of all that wait one goes on at a time: many large works make no long silence together. */
export function turns(): () => Promise<void> {
  const inTurn = oneAtATime()
  return () => inTurn(() => setImmediate())
}

export const nextTurn = turns()

/** Works through large bytes, letting others be heard after each mebibyte; what is smaller is done at once. */
export async function inPieces(bytes: Uint8Array, work: (piece: Uint8Array, at: number) => void): Promise<void> {
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    work(bytes.subarray(at, at + pieceBytes), at)
    if (bytes.length > pieceBytes) await nextTurn()
  }
}

/** The chunks of a stream as one, `length` bytes in all; others are heard between. */
export async function joined(chunks: readonly Uint8Array[], length: number): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(length)
  let at = 0
  let heardAt = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
    if (at - heardAt < pieceBytes) continue
    heardAt = at
    await nextTurn()
  }
  return whole
}

/** SHA-256 in hex; others are heard between. */
export async function hashInPieces(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  await inPieces(bytes, (piece) => hash.update(piece))
  return hash.digest('hex')
}
