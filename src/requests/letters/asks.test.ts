import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { findOutcome, type OutcomeId, outcomes } from '../../law/outcomes.ts'
import { textsOfAnswer } from '../letter-texts.ts'
import { partGrounds } from '../withheld-part.ts'
import { answerTexts, searchTexts, whereItGoes } from './asks.ts'
import { groundPrints } from './denial-templates.ts'
import type { AnswerFacts } from './facts.ts'
import { anAnswer } from './testing/facts.ts'
import { asksOf, letterKindOf, writeLetter } from './write-letter.ts'

const today = '2026-08-01'
const told = [...new Set(outcomes.map(({ id }): OutcomeId => id))].filter(
  (id) => letterKindOf(id) !== null && findOutcome(id, plainDate(today)),
)
const mark = (field: string) => `甲乙${field.replaceAll('.', '丙')}丁戊`

function textOf(outcome: OutcomeId, changes: Partial<AnswerFacts>): string {
  const kind = letterKindOf(outcome)
  if (!kind) throw new Error(`${outcome} has no letter`)
  return writeLetter(kind, anAnswer(outcome, today, changes)).paragraphs.join('\n')
}

describe.each(told)('%s: what the form says of a field is what the letter does', (outcome) => {
  const asks = asksOf(outcome)
  const words = Object.fromEntries(answerTexts.map((field) => [field, asks[field] ? mark(field) : '']))
  test.each(answerTexts)('%s', (field) => {
    const asked = asks[field]
    const text = textOf(outcome, { ...words, [field]: mark(field) })
    const isPrinted = text.includes(mark(field))
    // What is not asked for is not used; what is kept is not printed; what is to be printed is.
    expect(isPrinted).toBe(asked?.use === 'printed')
    if (asked) expect(whereItGoes(asked.use, '答复书').startsWith('会写入')).toBe(isPrinted)
  })
  test.each(searchTexts)('the search: $id', ({ id, use }) => {
    const { search } = anAnswer(outcome)
    if (!search) throw new Error('no search')
    const day = '2024-12-07'
    const text = textOf(outcome, { ...words, search: { ...search, [id]: id === 'searchedOn' ? day : mark(id) } })
    const isPrinted = id === 'searchedOn' ? /2024年12月7日|2024-12-07/.test(text) : text.includes(mark(id))
    expect(isPrinted).toBe(asks.search === true && use === 'printed')
  })
  test('what is looked at for names and marks before it leaves is what is printed', () => {
    const { search } = anAnswer(outcome)
    const texts = { reason: '', statement: '', record: '', ...words }
    const parts = asks.parts
      ? [
          { what: mark('what'), under: 'denied.prohibitedByLaw' as const, reason: mark('part'), record: mark('basis') },
        ].map((part) => ({ ...part, consultations: [], reasonable: [] }))
      : []
    const answer = { outcome, ...texts, search: asks.search ? search : null, parts }
    const looked = textsOfAnswer(answer).map(({ text }) => text)
    const letter = textOf(outcome, { ...texts, ...(asks.parts ? { withheld: parts } : {}) })
    for (const text of looked) expect(letter).toContain(text)
    for (const text of [...answerTexts.map(mark), mark('what'), mark('part'), mark('basis')])
      expect(looked.includes(text)).toBe(letter.includes(text))
  })
})

describe.each(partGrounds)('a part withheld under $id', ({ id, record }) => {
  const part = { what: mark('what'), under: id, reason: mark('reason'), record: mark('record') }
  const text = textOf('partiallyGranted', { reason: '', withheld: [part] })
  test('prints which and why, and its record iff the form says so', () => {
    expect(text).toContain(mark('what'))
    expect(text).toContain(mark('reason'))
    expect(text.includes(mark('record'))).toBe(groundPrints(id))
    if (record === null) expect(groundPrints(id)).toBe(false)
  })
})
