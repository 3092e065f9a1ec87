import type { Print } from './cut.ts'

const anyDigit = [...'0123456789']

/**
 * Every print that one slip could have turned into this one: a digit changed, two exchanged, one lost or one too many. A place
 * where the print parts two cells stays where it is.
 */
export function* slipsOf({ digits, breaks, ends }: Print): Generator<Print> {
  const replaced = (from: number, to: number, by: string, isBehindBreak = false): Print => {
    const shift = by.length - (to - from)
    const move = (at: number): number => (at > from || (at === from && isBehindBreak) ? at + shift : at)
    return {
      digits: digits.slice(0, from) + by + digits.slice(to),
      breaks: shift === 0 ? breaks : new Set([...breaks].map(move)),
      ends: ends.map((end) => (end >= to ? end + shift : end)),
    }
  }
  for (let at = 0; at < digits.length; at += 1) {
    const own = digits.charAt(at)
    for (const digit of anyDigit) if (digit !== own) yield replaced(at, at + 1, digit)
    yield replaced(at, at + 1, '')
    for (let other = at + 1; other < digits.length; other += 1) {
      const theirs = digits.charAt(other)
      if (theirs !== own) yield replaced(at, other + 1, theirs + digits.slice(at + 1, other) + own)
    }
  }
  for (let at = 0; at <= digits.length; at += 1)
    for (const digit of anyDigit) {
      yield replaced(at, at, digit)
      if (breaks.has(at)) yield replaced(at, at, digit, true)
    }
}
