import { expect, test } from 'vitest'
import { accountedLedgers, type LedgerYear } from '../../../ledgers/years/ledger-year.ts'
import { yearSentence } from './year-sentence.ts'

const year = (facts: Partial<LedgerYear>): LedgerYear =>
  ({ ledger: 'requests', year: 2026, rows: 0, standing: null, ...facts }) as LedgerYear

test.each(accountedLedgers)('nothing in the ledger of $label is answered for in its own words', ({ id, nil }) => {
  expect(yearSentence(year({ ledger: id }))).toBe(`2026年本机关${nil}。`)
})

test('where something stands, it is answered for that nothing else is missing', () => {
  expect(yearSentence(year({ rows: 12 }))).toBe('2026年除台账已有的12条外，没有其他应当登记的。')
})

test('of documents, how many are in force at the end of the year is part of the sentence, none included', () => {
  expect(yearSentence(year({ ledger: 'normativeDocuments', standing: 0 }))).toContain('，年末现行有效0件。')
  expect(yearSentence(year({ ledger: 'normativeDocuments', rows: 2, standing: 7 }))).toContain('，年末现行有效7件。')
})
