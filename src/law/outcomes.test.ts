import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { findOutcome, isOutcomeId, type Outcome, outcomes, outcomesOn } from './outcomes.ts'
import { isGroupRow, leafRows } from './report-format.ts'
import { formatForYear, reportFormats } from './report-formats.ts'

const entries: readonly Outcome[] = outcomes
const resultLeaves = (format: (typeof reportFormats)['2021']) =>
  leafRows(format.requests.rows.filter((row) => isGroupRow(row) && row.id === 'results'))
    .map(({ id }) => id)
    .filter((id) => id !== 'resultsTotal')
const yearsOf = ({ from, to }: Outcome) => {
  const [first, last] = [Number(from.slice(0, 4)), to === null ? 2026 : Number(to.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

describe('answers and the rows of the report', () => {
  test.each(Object.values(reportFormats))('every result row of the form of $id is reached by an answer', (format) => {
    const day = plainDate(`${format.lastYear ?? 2026}-12-31`)
    const rows = new Set(outcomesOn(day).map(({ row }) => row))
    expect(resultLeaves(format).filter((id) => !rows.has(id))).toEqual([])
    expect(rows.size).toBe(resultLeaves(format).length)
  })

  test('every answer is counted in a row that the form of its years has', () => {
    for (const outcome of entries) {
      for (const year of yearsOf(outcome)) {
        const format = formatForYear(year)
        expect(format && resultLeaves(format), `${outcome.id} in ${year}`).toContain(outcome.row)
      }
    }
  })

  test('an answer that bears a row’s name is counted in that row and bears its label', () => {
    const leaves = new Map(leafRows(reportFormats['2021'].requests.rows).map(({ id, label }) => [id, label]))
    for (const { id, row, label } of entries.filter(({ to }) => to === null)) {
      if (!leaves.has(id)) continue
      expect(row).toBe(id)
      if (id !== 'other.otherMisc')
        expect(leaves.get(id)?.replaceAll(/[，、]/g, '')).toContain(label.replaceAll(/[，、]/g, ''))
    }
  })

  test('not held: does not exist and not this organ’s are two answers and one row', () => {
    const day = plainDate('2025-06-01')
    expect(findOutcome('notExist', day)).toMatchObject({ row: 'unableToProvide.notHeld', record: 'searchRecord' })
    expect(findOutcome('notResponsible', day)).toMatchObject({ row: 'unableToProvide.notHeld', needsReason: true })
    expect(findOutcome('alreadyPublic', day)?.row).toBe('granted')
  })

  test('an abandoned request is counted in the one row of 2020 and in its own row from 2021', () => {
    expect(findOutcome('other.supplementOverdue', plainDate('2020-12-31'))?.row).toBe('other')
    expect(findOutcome('other.supplementOverdue', plainDate('2021-01-01'))?.row).toBe('other.supplementOverdue')
  })
})

test('no request was closed for an unpaid fee before there were fees', () => {
  expect(findOutcome('other.feeUnpaid', plainDate('2020-12-31'))).toBeUndefined()
  expect(outcomesOn(plainDate('2019-05-14'))).toEqual([])
})

test('refusals need a reason; under art. 16 also a reason for using the discretion', () => {
  for (const outcome of entries.filter(({ exemption }) => exemption)) {
    expect(outcome.needsReason, outcome.id).toBe(true)
    expect(outcome.exemption === 'discretionary', outcome.id).toBe(outcome.article.startsWith('条例 16'))
    expect(outcome.record === 'discretionReason', outcome.id).toBe(outcome.exemption === 'discretionary')
  }
  expect(entries.filter(({ exemption }) => exemption)).toHaveLength(7)
})

test('an id is known or not', () => {
  expect(isOutcomeId('denied.stateSecret')).toBe(true)
  expect(isOutcomeId('toString')).toBe(false)
})

test('every word of an answer’s id stands in the glossary', () => {
  const glossary = readFileSync(new URL('../../docs/glossary.md', import.meta.url), 'utf8')
  const known = [
    'internalAffairs',
    'enforcementFile',
    'repeat',
    'otherMisc',
    'other',
    'withdrawn',
    'notGovernmentInformation',
  ]
  for (const word of new Set(entries.flatMap(({ id }) => id.split('.')))) {
    expect(glossary.includes(`\`${word}\``) || known.includes(word), word).toBe(true)
  }
})
