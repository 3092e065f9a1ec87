import { describe, expect, test } from 'vitest'
import { plainDate } from '../../calendar/plain-date.ts'
import { accountedLedgers, ConfirmYear, EndConfirmation, ledgersOf, type YearFacts } from './ledger-year.ts'
import { isOvertaken, stateOf } from './state.ts'

const day = plainDate
const facts = (changes: Partial<YearFacts> = {}): YearFacts => ({
  ...{
    ledger: 'penalty',
    year: 2025,
    rows: 0,
    enteredHere: 0,
    standing: null,
    keptSince: null,
    imported: null,
    confirmation: null,
  },
  ...changes,
})
const imported = (on: string | null) => ({ on: on === null ? null : day(on), fileName: '台账.xlsx', name: '李文' })
const confirmed = (rowCount: number) => ({
  ...{ id: '1', rowCount, standingCount: null, words: '已向各科室核实', on: day('2026-01-06'), name: '王秀兰' },
})

describe('what is known of a ledger in a year', () => {
  test.for<[string, Partial<YearFacts>, string]>([
    ['nothing is on record', {}, 'notKept'],
    ['somebody answers for the nought by name', { confirmation: confirmed(0) }, 'confirmed'],
    ['imported after the year had ended', { rows: 3, imported: imported('2026-01-01') }, 'imported'],
    [
      'imported on its last day: the afternoon may bring more',
      { rows: 3, imported: imported('2025-12-31') },
      'notKept',
    ],
    ['imported in its middle', { rows: 3, imported: imported('2025-06-30') }, 'notKept'],
    ['imported on a day that nobody knows', { rows: 3, imported: imported(null) }, 'notKept'],
    ['kept here from before the year', { rows: 2, enteredHere: 2, keptSince: day('2024-05-06') }, 'kept'],
    ['kept here from its first day', { rows: 2, enteredHere: 2, keptSince: day('2025-01-01') }, 'kept'],
    ['begun in its middle', { rows: 2, enteredHere: 2, keptSince: day('2025-01-02') }, 'notKept'],
    ['kept from before, and nothing was entered in the year', { keptSince: day('2024-05-06') }, 'notKept'],
    [
      'imported until a day, and kept here from the next',
      { rows: 5, enteredHere: 2, keptSince: day('2025-07-01'), imported: imported('2025-06-30') },
      'imported',
    ],
    [
      'imported until a day, and kept here only later',
      { rows: 5, enteredHere: 2, keptSince: day('2025-07-02'), imported: imported('2025-06-30') },
      'notKept',
    ],
    [
      'begun in its middle, and somebody answers for the rest',
      { rows: 2, enteredHere: 2, keptSince: day('2025-03-04'), confirmation: confirmed(2) },
      'confirmed',
    ],
    ['confirmed as nil, and then something came', { rows: 1, enteredHere: 1, confirmation: confirmed(0) }, 'notKept'],
    [
      'confirmed with three documents in force, and now there are two',
      { standing: 2, confirmation: confirmed(0) },
      'notKept',
    ],
    [
      'confirmed as nil, and then the whole year was imported',
      { rows: 4, imported: imported('2026-02-01'), confirmation: confirmed(0) },
      'imported',
    ],
    [
      'imported after the year had ended, and taken back: nothing is left',
      { imported: imported('2026-01-01') },
      'notKept',
    ],
    [
      'imported in its middle, and of what was entered here none is of the year',
      { rows: 3, keptSince: day('2025-07-01'), imported: imported('2025-06-30') },
      'notKept',
    ],
  ])('%s', ([, changes, state]) => {
    const known = stateOf(facts(changes))
    expect(known.state).toBe(state)
    expect(known.lack === null).toBe(state !== 'notKept')
  })

  test.for<[string, Partial<YearFacts>]>([
    ['没有登记，也没有人确认为零', {}],
    ['2025-03-04才开始在本平台登记', { rows: 1, enteredHere: 1, keptSince: day('2025-03-04') }],
    ['最后一次导入在2025-06-30', { rows: 3, imported: imported('2025-06-30') }],
    ['3条由文件导入；', { rows: 3, imported: imported(null) }],
    ['3条由文件导入；', { rows: 3 }],
    ['3条由文件导入，最后一次', { rows: 3, keptSince: day('2025-07-01'), imported: imported('2025-06-30') }],
    ['3条由文件导入，最后一次', { rows: 3, keptSince: day('2024-07-01'), imported: imported('2025-06-30') }],
    ['由王秀兰确认时有0条，现在有1条', { rows: 1, enteredHere: 1, confirmation: confirmed(0) }],
  ])('what is not known says why, and what to do: %s', ([words, changes]) => {
    const { lack } = stateOf(facts(changes))
    expect(lack).toContain(words)
    expect(lack).toMatch(/请(导入|核实)/)
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
