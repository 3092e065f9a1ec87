import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openArrival, uploadPace } from './arrival.ts'

const kilobyte = 1024
const second = 1_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** Waits for a body of which so many bytes come each second, and says after how many seconds it was given up. */
async function givenUpAfter(bytesPerSecond: number, seconds: number, arrival = openArrival()) {
  let bytes = 0
  let end: () => void = () => {}
  let refused: unknown
  const reading = new Promise<void>((resolve) => {
    end = resolve
  })
  const waiting = arrival
    .waitFor(reading, () => bytes)
    .catch((error) => {
      refused = error
    })
  for (let passed = 1; passed <= seconds; passed += 1) {
    bytes += bytesPerSecond
    await vi.advanceTimersByTimeAsync(second)
    if (refused !== undefined) {
      expect(refused).toMatchObject({ kind: 'tooSlow' })
      return passed
    }
  }
  end()
  await waiting
  return undefined
}

test.for([
  ['a byte a second', 1, 11],
  ['one that falls silent', 0, 6],
  ['half of the least pace', 8 * kilobyte, 11],
  ['the least pace, for longer than any form takes', 17 * kilobyte, 361],
] as const)('%s is given up', async ([, bytesPerSecond, after]) => {
  expect(await givenUpAfter(bytesPerSecond, 1_000)).toBe(after)
})

test('the largest file over the telephone line of a village is waited for', async () => {
  const lineBytes = (512 * 1000) / 8
  expect(await givenUpAfter(lineBytes, Math.ceil((20 * kilobyte * kilobyte) / lineBytes))).toBeUndefined()
})

test('the parts of one body keep the pace together, and while nobody reads time does not count', async () => {
  const arrival = openArrival()
  const perPart = uploadPace.patienceMs / second - 1
  expect(await givenUpAfter(1, perPart, arrival)).toBeUndefined()
  await vi.advanceTimersByTimeAsync(60 * second)
  expect(await givenUpAfter(1, perPart, arrival)).toBe(2)
})
