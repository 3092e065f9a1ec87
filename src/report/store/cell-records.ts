import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { outcomesOn } from '../../law/outcomes.ts'
import { isGroupRow, leafRows, type ReportFormat } from '../../law/report-format.ts'
import type { Counting } from '../counting.ts'
import type { CellRef } from '../report.ts'
import { inForceOn, type Period, remediesOf } from './ledger-figures.ts'

/** A record behind a figure: what it is called and the day that put it there. */
export interface CellRecord {
  readonly number: string
  readonly title: string
  readonly on: PlainDate
  /** Yuan, for fees. */
  readonly amount?: string
  /** Of the reconsideration or suit that is worked on here. */
  readonly caseId?: string | null
  /** Of the record on the platform, where there is one. */
  readonly address?: string | null
}

export interface CellRecords {
  readonly count: number
  readonly records: readonly CellRecord[]
}

interface Sought {
  readonly period: Period
  readonly counting: Counting
  readonly cell: CellRef
  readonly limit: number
}

/** The records that a cell counts, oldest first, at most `limit` of them; `count` is always the whole number. */
export async function recordsBehind(
  tx: Tx,
  organId: number,
  format: ReportFormat,
  sought: Sought,
): Promise<CellRecords> {
  const { rows } = await sql<CellRecord & { count: number }>`
    select *, count(*) over () as count from (${source(organId, format, sought)}) as behind
    order by "on", number limit ${sought.limit}`.execute(tx)
  return { count: rows[0]?.count ?? 0, records: rows.map(({ count: _, ...record }) => record) }
}

function source(organId: number, format: ReportFormat, { period, counting, cell }: Sought): RawBuilder<unknown> {
  if (cell.table === 'requests') return requestsBehind(organId, format, period, cell)
  if (cell.table === 'remedies') {
    const ended = sql`(concluded_on <= ${period.to})`
    const results: Record<string, RawBuilder<unknown>> = { total: sql`true`, pending: sql`${ended} is not true` }
    return sql`select number, coalesce(raw_result, '') as title, filed_on as "on", case_id from ${remediesOf(organId, period, counting)}
      where kind = ${cell.row} and ${results[cell.column] ?? sql`${ended} and result = ${cell.column}`}`
  }
  if (cell.column === 'decisions') {
    return sql`select number, subject as title, decided_on as "on", ${addressOf('administrative_decisions')} as address
      from administrative_decisions where organ_id = ${organId} and kind = ${cell.row} and decided_on between ${period.from} and ${period.to}`
  }
  if (cell.row === 'administrativeFees') {
    return sql`select receipt_number as number, item as title, collected_on as "on", amount::text as amount
      from administrative_fees where organ_id = ${organId} and collected_on between ${period.from} and ${period.to}`
  }
  const conditions: Record<string, RawBuilder<unknown>> = {
    issuedThisYear: sql`issued_on between ${period.from} and ${period.to}`,
    repealedThisYear: sql`repealed_on between ${period.from} and ${period.to}`,
    inForce: inForceOn(period.to),
  }
  const day = sql.ref(cell.column === 'repealedThisYear' ? 'repealed_on' : 'issued_on')
  return sql`select document_number as number, title, ${day} as "on", ${addressOf('normative_documents')} as address
    from normative_documents where organ_id = ${organId} and kind = ${cell.row} and ${conditions[cell.column] ?? sql`false`}`
}

/** Where the public finds what the row of a ledger became; null where it was not published here. */
const addressOf = (table: 'administrative_decisions' | 'normative_documents') => sql`
  (select '/' || o.slug || '/records/' || p.number from published_records p join organs o on o.id = p.organ_id
   where p.organ_id = ${sql.ref(`${table}.organ_id`)} and p.record_id = ${sql.ref(`${table}.record_id`)})`

function requestsBehind(organId: number, format: ReportFormat, { from, to }: Period, { row, column }: CellRef) {
  const openAtStart = sql`received_on < ${from} and (concluded_on is null or concluded_on >= ${from})`
  const openAtEnd = sql`received_on <= ${to} and (concluded_on is null or concluded_on > ${to})`
  const concluded = sql`concluded_on between ${from} and ${to}`
  const outcomes = outcomesOn(to).flatMap((outcome) => (outcome.row === row ? outcome.id : []))
  const conditions: Record<string, RawBuilder<unknown>> = {
    newReceived: sql`received_on between ${from} and ${to}`,
    carriedOver: openAtStart,
    carriedForward: openAtEnd,
    resultsTotal: concluded,
  }
  const isResult = format.requests.rows.some(
    (group) => isGroupRow(group) && leafRows([group]).some(({ id }) => id === row),
  )
  const condition = conditions[row] ?? (isResult ? sql`${concluded} and outcome = any(${outcomes})` : sql`false`)
  const day = sql.ref(row in conditions && row !== 'resultsTotal' ? 'received_on' : 'concluded_on')
  return sql`select number, summary as title, ${day} as "on" from requests
    where organ_id = ${organId} and ${condition} and (${column} = 'total' or applicant_kind = ${column})`
}
