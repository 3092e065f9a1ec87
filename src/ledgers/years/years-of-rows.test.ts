import { expect, test } from 'vitest'
import { isWhole, yearsOfRows } from './years-of-rows.ts'

const counted = (ledger: string, ...rows: Record<string, string>[]) =>
  yearsOfRows(
    ledger,
    rows.map((values, index) => ({ sheet: '表', row: index + 2, values })),
  )

test.for<[string, string]>([
  ['requests', 'receivedOn'],
  ['remedies', 'filedOn'],
  ['administrativeFees', 'collectedOn'],
  ['publications', 'publishedOn'],
])('a row of %s stands in the year of its %s', ([ledger, column]) => {
  const rows = [{ [column]: '2025-01-01' }, { [column]: '2025-12-31' }, { [column]: '2024-12-31' }, {}]
  expect(counted(ledger, ...rows)).toEqual([
    { ledger, year: 2025, rowCount: 2 },
    { ledger, year: 2024, rowCount: 1 },
  ])
})

test('documents and decisions are divided by their kind', () => {
  const decidedOn = '2025-03-04'
  expect(
    counted('administrativeDecisions', { kind: 'penalty', decidedOn }, { kind: 'licensing', decidedOn }, { decidedOn }),
  ).toEqual([
    { ledger: 'penalty', year: 2025, rowCount: 1 },
    { ledger: 'licensing', year: 2025, rowCount: 1 },
  ])
  expect(counted('normativeDocuments', { kind: 'rules', issuedOn: '2025-03-04' })).toMatchObject([{ ledger: 'rules' }])
})

test('a document stands in the year of its issue and in that of its repeal, in one year only once', () => {
  const kind = 'normativeDocuments'
  expect(
    counted(
      kind,
      { kind, issuedOn: '2020-01-01', repealedOn: '2025-01-01' },
      { kind, issuedOn: '2025-01-01', repealedOn: '2025-06-01' },
    ),
  ).toEqual([
    { ledger: kind, year: 2020, rowCount: 1 },
    { ledger: kind, year: 2025, rowCount: 2 },
  ])
})

test('a sheet that is no ledger has no years', () => expect(counted('说明', { receivedOn: '2025-01-01' })).toEqual([]))

test.for<[string, number, number, boolean]>([
  ['every row that stands there', 3, 3, true],
  ['more rows than stand there, since one was taken out', 3, 2, true],
  ['fewer', 3, 4, false],
  ['one row, late or corrected', 1, 1, false],
])('a file with %s', ([, rowCount, rows, whole]) => {
  const ledger = 'penalty'
  const standing = [
    { ledger, year: 2025, rows },
    { ledger, year: 2024, rows: 99 },
    { ledger: 'licensing', year: 2025, rows: 99 },
  ]
  expect(isWhole({ ledger, year: 2025, rowCount }, standing)).toBe(whole)
})
