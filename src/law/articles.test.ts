import { expect, test } from 'vitest'
import { isPlainDate, plainDate } from '../days/plain-date.ts'
import { articleOn, articles } from './articles.ts'
import { deadlines } from './deadlines.ts'
import { feeLadders } from './fees.ts'
import { holidayNotices } from './holiday-notices.ts'
import type { InForce } from './in-force.ts'
import { outcomes } from './outcomes.ts'
import { remedyRules } from './remedies.ts'
import { art20Items, art21Additions } from './scope.ts'

const everything: readonly InForce[] = [
  ...articles,
  ...outcomes,
  ...deadlines,
  ...feeLadders,
  ...remedyRules,
  ...art20Items,
  ...art21Additions,
]

test('every commencement and every end is a real day, in order', () => {
  for (const { from, to } of everything) {
    expect(isPlainDate(from), from).toBe(true)
    if (to !== null) expect(isPlainDate(to) && from <= to, `${from}–${to}`).toBe(true)
  }
})

test.each([
  ['articles', articles],
  ['outcomes', outcomes],
  ['deadlines', deadlines],
] as const)(
  'no two entries of one id among the %s stand on the same day',
  (_, entries: readonly (InForce & { id: string })[]) => {
    for (const [index, a] of entries.entries()) {
      for (const b of entries.slice(index + 1)) {
        if (a.id !== b.id) continue
        expect(a.from > (b.to ?? '9999') || b.from > (a.to ?? '9999'), `${a.id} ${a.from} ${b.from}`).toBe(true)
      }
    }
  },
)

test('whatever rests on an article rests on one that is in force at some time with it', () => {
  const resting: readonly (InForce & { article: string | null })[] = [...outcomes, ...deadlines, ...remedyRules]
  for (const { article, from, to } of resting) {
    if (article === null) continue
    const found = articles.filter(({ id }) => id === article)
    const together = found.some((each) => each.from <= (to ?? '9999') && from <= (each.to ?? '9999'))
    expect(together, `${article} from ${from}`).toBe(true)
  }
})

test('every statement is a Chinese sentence of its own', () => {
  for (const { id, statement } of articles) expect(statement, id).toMatch(/^[^A-Za-z]{8,}。$/)
})

test('the article is the one of its day', () => {
  expect(articleOn('条例 33 II', plainDate('2019-05-14'))).toBeUndefined()
  expect(articleOn('条例 33 II', plainDate('2019-05-15'))?.number).toBe('国务院令第711号')
  expect(articleOn('复议法 23 I(4)', plainDate('2023-12-31'))).toBeUndefined()
  expect(articleOn('放假办法 2', plainDate('2024-12-31'))?.statement).toContain('11天')
  expect(articleOn('放假办法 2', plainDate('2025-01-01'))?.statement).toContain('13天')
})

test('every notice arranges its own year, with real days', () => {
  for (const { year, title, issuedOn, holidays } of holidayNotices) {
    expect(title).toContain(`${year}年`)
    expect(Number(issuedOn.slice(0, 4))).toBe(year - 1)
    for (const { from, to, makeUpDays } of holidays) {
      for (const day of [from, to, ...makeUpDays])
        expect(isPlainDate(day) && day.startsWith(`${year}-`), day).toBe(true)
    }
  }
})
