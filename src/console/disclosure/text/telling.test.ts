import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { longSize, pauseMs, tellingOf } from './telling.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const aText = (nodeSize: number) => ({ state: { doc: { nodeSize } } })

test('a short text is told at each key', () => {
  const tell = vi.fn()
  const { typed } = tellingOf(tell)
  for (let key = 0; key < 3; key += 1) typed(aText(longSize - 1))
  expect(tell).toHaveBeenCalledTimes(3)
})

test('a long text is told once, when nobody has typed for a moment', () => {
  const tell = vi.fn()
  const { typed } = tellingOf(tell)
  for (let key = 0; key < 5; key += 1) {
    typed(aText(longSize + key))
    vi.advanceTimersByTime(pauseMs - 1)
  }
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(tell.mock.calls).toEqual([[aText(longSize + 4)]])
})

test('what waits to be told is told before a shortcut, and not twice', () => {
  const tell = vi.fn()
  const { typed, now } = tellingOf(tell)
  now()
  typed(aText(longSize))
  now()
  now()
  vi.advanceTimersByTime(pauseMs)
  expect(tell).toHaveBeenCalledTimes(1)
})

test('a text that has become short waits no longer', () => {
  const tell = vi.fn()
  const { typed } = tellingOf(tell)
  typed(aText(longSize))
  typed(aText(10))
  vi.advanceTimersByTime(pauseMs)
  expect(tell.mock.calls).toEqual([[aText(10)]])
})
