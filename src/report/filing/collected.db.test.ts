import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inActs, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { type CellRef, type Figure, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { collect } from './collected.ts'
import { type FilingStatus, filingStatuses } from './filing.ts'
import { listParts } from './store/accepted.ts'
import { type FiledRow, fillCity } from './testing/filed-city.ts'

const { db, owner } = await testDatabase()
const cells = cellsOf(reportFormat2021)

/** A figure as a report may state it: a count, an amount, nothing. */
const aFigure = (cell: CellRef): fc.Arbitrary<Figure> =>
  cell.column === 'amountWan'
    ? fc.option(fc.tuple(fc.nat(99_999), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`))
    : fc.option(fc.nat(100_000), { freq: 8 })

const aSheet = fc.tuple(...cells.map(aFigure)).map((figures) => {
  const of = new Map(cells.map((cell, at) => [cell, figures[at] ?? null]))
  return (cell: CellRef): Figure => of.get(cell) ?? null
})

const aRow = fc.record({
  status: fc.constantFrom<FilingStatus>(...filingStatuses.map(({ id }) => id)),
  accepted: fc.option(aSheet, { freq: 3 }),
  year: fc.constantFrom(2024, 2025),
})

let cities = 0
test('every cell of every roll-up equals the sum of what was accepted, by a count of the database itself', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aRow, { minLength: 1, maxLength: 6 }), async (drawn) => {
      cities += 1
      const office = await inActs(db, (tx) =>
        organs.add(tx, anOrgan({ slug: `zf-${cities}`, name: `示例市${cities}人民政府`, kind: 'government' })),
      )
      const rows: FiledRow[] = drawn.map((row, at) => ({ ...row, name: `第${at}局`, sentences: [] }))
      await fillCity(owner, office.id, rows)
      for (const year of [2024, 2025]) {
        const { sum, accepted } = await lookInOrgan(db, office.id, (tx) => collect(tx, office, year))
        const { rows: counted } = await sql<{ table: string; key: string; sum: string; organs: number }>`
          select t.key as table, leaf.path as key, sum((leaf.value #>> '{}')::numeric)::text as sum, count(*)::int as organs
          from report_filings f, jsonb_each(f.accepted_figures - 'format') t,
            lateral (select c.key as path, c.value from jsonb_each(t.value) c where jsonb_typeof(c.value) <> 'object'
              union all select r.key || '/' || c.key, c.value from jsonb_each(t.value) r, jsonb_each(r.value) c
              where jsonb_typeof(r.value) = 'object') leaf
          where f.organ_id = ${office.id} and f.year = ${year} and f.accepted_seq is not null
            and jsonb_typeof(leaf.value) <> 'null'
          group by 1, 2`.execute(owner)
        const independent = new Map(counted.map((each) => [`${each.table} ${each.key}`, each]))
        expect(accepted).toBe(rows.filter((row) => row.year === year && row.accepted !== null).length)
        for (const cell of sum ? cells : []) {
          const key = cell.table === 'proactive' ? `${cell.row}.${cell.column}` : `${cell.row}/${cell.column}`
          const other = independent.get(`${cell.table} ${key}`)
          const value = sum && figure(sum, cell)
          if (!other) expect(value).toBeNull()
          else expect(Number(value), key).toBeCloseTo(Number(other.sum), 6)
        }
        const [first] = cells
        if (!first) continue
        const parts = await lookInOrgan(db, office.id, (tx) => listParts(tx, office.id, year, first))
        expect(parts.length).toBe(accepted)
      }
    }),
    { numRuns: 12 },
  )
})

test('what is carried over is compared with what was accepted of the year before, whatever the filer compared with', async () => {
  const office = await inActs(db, (tx) =>
    organs.add(tx, anOrgan({ slug: 'zf-last', name: '某市人民政府', kind: 'government' })),
  )
  const of =
    (carriedOver: number, carriedForward: number) =>
    ({ row, column }: CellRef): Figure => {
      const value = row === 'carriedOver' ? carriedOver : row === 'carriedForward' ? carriedForward : 0
      return column === 'naturalPerson' || column === 'total' ? value : 0
    }
  const kept = { name: '甲局', status: 'accepted' as const, sentences: [] }
  await fillCity(owner, office.id, [
    { ...kept, year: 2024, accepted: of(0, 3) },
    { ...kept, year: 2025, accepted: of(2, 2) },
  ])
  const { lastYear } = await lookInOrgan(db, office.id, (tx) => collect(tx, office, 2025))
  expect(lastYear).toMatchObject([{ organ: '甲局', findings: [{ code: 'CARRY_OVER' }, { code: 'CARRY_OVER' }] }])
})
