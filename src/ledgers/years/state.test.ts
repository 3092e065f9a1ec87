import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { accountedLedgers, ConfirmYear, EndConfirmation, ledgersOf, type YearFacts } from './ledger-year.ts'
import { isOvertaken, stateOf } from './state.ts'
import { stateWords } from './state-words.ts'

const day = plainDate
const facts = (changes: Partial<YearFacts> = {}): YearFacts => ({
  ledger: 'penalty',
  year: 2025,
  rows: 0,
  enteredHere: 0,
  enteredInTime: 0,
  standing: null,
  keptSince: null,
  imports: [],
  confirmation: null,
  ...changes,
})
const imported = (on: string | null, isWhole = true) => [
  { on: on === null ? null : day(on), fileName: '台账.xlsx', name: '李文', isWhole },
]
const confirmed = (rowCount: number) => ({
  id: '1',
  rowCount,
  standingCount: null,
  words: '已向各科室核实',
  on: day('2026-01-06'),
  name: '王秀兰',
})

describe('what is known of a ledger in a year', () => {
  test.for<[string, Partial<YearFacts>, string]>([
    ['nothing is on record', {}, 'notKept'],
    ['somebody answers for the nought by name', { confirmation: confirmed(0) }, 'confirmed'],
    ['imported after the year had ended', { rows: 3, imports: imported('2026-01-01') }, 'imported'],
    ['imported on its last day: the afternoon may bring more', { rows: 3, imports: imported('2025-12-31') }, 'notKept'],
    ['imported in its middle', { rows: 3, imports: imported('2025-06-30') }, 'notKept'],
    ['imported on a day that nobody knows', { rows: 3, imports: imported(null) }, 'notKept'],
    [
      'kept here from before the year',
      { rows: 2, enteredHere: 2, enteredInTime: 2, keptSince: day('2024-05-06') },
      'kept',
    ],
    [
      'kept here from its first day',
      { rows: 2, enteredHere: 2, enteredInTime: 2, keptSince: day('2025-01-01') },
      'kept',
    ],
    ['begun in its middle', { rows: 2, enteredHere: 2, enteredInTime: 2, keptSince: day('2025-01-02') }, 'notKept'],
    ['kept from before, and nothing was entered in the year', { keptSince: day('2024-05-06') }, 'notKept'],
    [
      'imported until a day, and kept here from the next',
      { rows: 5, enteredHere: 2, enteredInTime: 2, keptSince: day('2025-07-01'), imports: imported('2025-06-30') },
      'imported',
    ],
    [
      'imported until a day, and kept here only later',
      { rows: 5, enteredHere: 2, enteredInTime: 2, keptSince: day('2025-07-02'), imports: imported('2025-06-30') },
      'notKept',
    ],
    [
      'begun in its middle, and somebody answers for the rest',
      { rows: 2, enteredHere: 2, enteredInTime: 2, keptSince: day('2025-03-04'), confirmation: confirmed(2) },
      'confirmed',
    ],
    [
      'confirmed as nil, and then something came',
      { rows: 1, enteredHere: 1, enteredInTime: 1, confirmation: confirmed(0) },
      'notKept',
    ],
    [
      'confirmed with three documents in force, and now there are two',
      { standing: 2, confirmation: confirmed(0) },
      'notKept',
    ],
    [
      'confirmed as nil, and then the whole year was imported',
      { rows: 4, imports: imported('2026-02-01'), confirmation: confirmed(0) },
      'imported',
    ],
    ['one row of it was imported late', { rows: 1, imports: imported('2026-02-01', false) }, 'notKept'],
    [
      'one row of it was entered late, in a ledger that is kept from before',
      { rows: 1, enteredHere: 1, keptSince: day('2024-05-06') },
      'notKept',
    ],
    [
      'kept here, and one row came late by a file',
      {
        rows: 3,
        enteredHere: 2,
        enteredInTime: 2,
        keptSince: day('2024-05-06'),
        imports: imported('2026-02-01'),
      },
      'kept',
    ],
    [
      'kept here, and one row was entered late',
      { rows: 3, enteredHere: 3, enteredInTime: 2, keptSince: day('2024-05-06') },
      'kept',
    ],
    [
      'begun in its middle, and one row came late by a file',
      {
        rows: 3,
        enteredHere: 2,
        enteredInTime: 2,
        keptSince: day('2025-07-01'),
        imports: imported('2026-02-01', false),
      },
      'notKept',
    ],
    [
      'imported as a whole, and then one row more',
      { rows: 4, imports: [...imported('2026-01-08'), ...imported('2026-02-01', false)] },
      'imported',
    ],
    [
      'a row imported in its middle, and kept here from the next day',
      {
        rows: 3,
        enteredHere: 2,
        enteredInTime: 2,
        keptSince: day('2025-07-01'),
        imports: imported('2025-06-30', false),
      },
      'notKept',
    ],
  ])('%s', ([, changes, state]) => {
    const known = stateOf(facts(changes))
    expect(known.state).toBe(state)
    expect(known.lack === null).toBe(state !== 'notKept')
  })

  test.for<[string, Partial<YearFacts>]>([
    ['没有登记，也没有人确认为零', {}],
    [
      '2025-03-04才开始在本平台登记，此前的情况没有导入',
      { rows: 1, enteredHere: 1, enteredInTime: 1, keptSince: day('2025-03-04') },
    ],
    [
      '2025-07-02才开始在本平台登记，此前的情况没有全部导入',
      {
        rows: 5,
        enteredHere: 2,
        enteredInTime: 2,
        keptSince: day('2025-07-02'),
        imports: imported('2025-06-30'),
      },
    ],
    ['最后一次导入在2025-06-30', { rows: 3, imports: imported('2025-06-30') }],
    ['只有这1条，不能说明全年的情况', { rows: 1, imports: imported('2026-02-01', false) }],
    ['文件里没有当时已登记的全部记录', { rows: 9, imports: imported('2026-02-01', false) }],
    [
      '3条，其中2条在本平台登记，其余由文件导入',
      { rows: 3, enteredHere: 2, keptSince: day('2024-05-06'), imports: imported('2026-02-01', false) },
    ],
    ['2条都是2025年过后补登记的', { rows: 2, enteredHere: 2, keptSince: day('2024-05-06') }],
    ['由王秀兰确认时有0条，现在有1条', { rows: 1, enteredHere: 1, enteredInTime: 1, confirmation: confirmed(0) }],
  ])('what is not known says why, and what to do: %s', ([words, changes]) => {
    const { lack } = stateOf(facts(changes))
    expect(lack).toContain(words)
    expect(lack).toMatch(/请(导入|核实)/)
  })
})

describe('in one line', () => {
  const [january, march] = [
    { on: day('2026-01-08'), fileName: '一科.xlsx', name: '李文', isWhole: true },
    { on: day('2026-03-02'), fileName: '补报.xlsx', name: '王秀兰', isWhole: false },
  ]
  test.for<[string, Partial<YearFacts>]>([
    ['imported', {}],
    ['confirmed', { confirmation: confirmed(5) }],
    ['kept', { enteredHere: 3, enteredInTime: 3, keptSince: day('2024-05-06') }],
    ['notKept', { imports: [march, { ...january, isWhole: false }] }],
  ])('%s: every file that had rows of the year is named', ([state, changes]) => {
    const known = stateOf(facts({ rows: 5, imports: [january, march], ...changes }))
    expect(known.state).toBe(state)
    const words = stateWords(known)
    expect(words).toContain('一科.xlsx，2026-01-08，李文')
    expect(words).toContain('补报.xlsx，2026-03-02，王秀兰')
  })
})

test('a confirmation is overtaken by what came, went or is in force otherwise; without one nothing is', () => {
  expect(isOvertaken(facts({ confirmation: confirmed(0) }))).toBe(false)
  expect(isOvertaken(facts({ rows: 1, confirmation: confirmed(0) }))).toBe(true)
  expect(isOvertaken(facts({ standing: 1, confirmation: confirmed(0) }))).toBe(true)
  expect(isOvertaken(facts({ rows: 1 }))).toBe(false)
})

describe('whoever answers for a ledger types', () => {
  const confirm = (changes: Record<string, unknown>) =>
    ConfirmYear.safeParse({ ledger: 'penalty', year: 2025, words: '已向各科室核实', ...changes }).success
  test('a year that a report can be of, and on what it rests, in four words at least', () => {
    expect([confirm({}), confirm({ year: 2008 }), confirm({ year: 2200 })]).toEqual([true, true, true])
    expect([confirm({ year: 2007 }), confirm({ year: 2201 }), confirm({ ledger: 'mail' })]).toEqual([
      false,
      false,
      false,
    ])
    expect([confirm({ words: ' 核实 ' }), confirm({ words: '核'.repeat(300) })]).toEqual([false, true])
    expect([confirm({ words: '    ' }), confirm({ words: '核'.repeat(301) })]).toEqual([false, false])
  })
  test('why a confirmation is ended, in two words at least', () => {
    const end = (reason: string) => EndConfirmation.safeParse({ reason }).success
    expect([end('有误'), end(' 误 '), end('误'.repeat(300)), end('误'.repeat(301))]).toEqual([true, false, true, false])
  })
})

test('规章 are answered for by organs that may make them', () => {
  expect(ledgersOf(true)).toEqual(accountedLedgers.map(({ id }) => id))
  expect(ledgersOf(false)).toEqual(ledgersOf(true).filter((id) => id !== 'rules'))
})
