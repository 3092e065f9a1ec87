import { expect, test } from 'vitest'
import { inPieces, joined, nextTurn } from './in-pieces.ts'

const mebibyte = 1024 * 1024

test.for([0, 1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte + 7])(
  '%i bytes are worked through once each and in order, in whatever chunks they came',
  async (length) => {
    const bytes = Buffer.from(Uint8Array.from({ length }, (_, at) => at % 251))
    const seen: Uint8Array[] = []
    await inPieces(bytes, (piece, at) => {
      expect(at).toBe(seen.reduce((sum, each) => sum + each.length, 0))
      expect(piece.length).toBeLessThanOrEqual(mebibyte)
      seen.push(piece)
    })
    expect(Buffer.concat(seen).equals(bytes)).toBe(true)
    expect((await joined(seen, length)).equals(bytes)).toBe(true)
  },
)

test('others are heard while large bytes are worked through', async () => {
  let heard = 0
  const beat = setInterval(() => {
    heard += 1
  }, 0)
  await inPieces(Buffer.alloc(64 * mebibyte), (piece) => piece.fill(1))
  clearInterval(beat)
  expect(heard).toBeGreaterThan(0)
})

test('of many large works one goes on between two times that others are heard', async () => {
  const atOnce: number[] = []
  let pieces = 0
  let isOver = false
  const beat = async () => {
    while (!isOver) {
      atOnce.push(pieces)
      pieces = 0
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const works = Array.from({ length: 5 }, async () => {
    for (let piece = 0; piece < 20; piece += 1) {
      await nextTurn()
      pieces += 1
    }
  })
  const beating = beat()
  await Promise.all(works)
  isOver = true
  await beating
  expect(Math.max(...atOnce)).toBe(1)
})
