import { describe, expect, test } from 'vitest'
import { plainDate } from '../../calendar/plain-date.ts'
import { accountedLedgers, ledgersOf, type YearFacts } from './ledger-year.ts'
import { stateOf } from './state.ts'

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
  ])('%s', ([, changes, state]) => {
    const known = stateOf(facts(changes))
    expect(known.state).toBe(state)
    expect(known.lack === null).toBe(state !== 'notKept')
  })

  test.for<[string, Partial<YearFacts>]>([
    ['没有登记，也没有人确认为零', {}],
    ['2025-03-04才开始在本平台登记', { rows: 1, enteredHere: 1, keptSince: day('2025-03-04') }],
    ['最后一次导入在2025-06-30', { rows: 3, imported: imported('2025-06-30') }],
    ['由王秀兰确认时有0条，现在有1条', { rows: 1, enteredHere: 1, confirmation: confirmed(0) }],
  ])('what is not known says why, and what to do: %s', ([words, changes]) => {
    const { lack } = stateOf(facts(changes))
    expect(lack).toContain(words)
    expect(lack).toMatch(/请(导入|核实)/)
  })
})

test('规章 are answered for by organs that may make them', () => {
  expect(ledgersOf(true)).toEqual(accountedLedgers.map(({ id }) => id))
  expect(ledgersOf(false)).not.toContain('rules')
})
