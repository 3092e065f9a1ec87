import { sql } from 'kysely'
import type { Database } from '../../../db/database.ts'
import { reportFormat2021 } from '../../../law/report-format-2021.ts'
import type { Finding } from '../../finding.ts'
import { type CellRef, type Figure, setFigure } from '../../report.ts'
import { cellsOf } from '../../sheet.ts'
import type { FilingStatus } from '../filing.ts'

/** What stands in the row of a filing. */
export interface FiledRow {
  readonly name: string
  readonly year: number
  readonly status: FilingStatus
  /** What was accepted; null where nothing was. */
  readonly accepted: ((cell: CellRef) => Figure) | null
  readonly sentences: readonly string[]
}

function figuresFrom(of: (cell: CellRef) => Figure): string {
  const figures = { format: '2021' as const, proactive: {}, requests: {}, remedies: {} }
  for (const cell of cellsOf(reportFormat2021)) setFigure(figures, cell, of(cell))
  return JSON.stringify(figures)
}

const noFindings: readonly Finding[] = []

/**
 * Organs without an office here with what they filed, written as rows at once, past the steps: for counting and measuring.
 * `owner` owns the database.
 */
export async function fillCity(owner: Database, organId: number, rows: readonly FiledRow[]): Promise<void> {
  const names = [...new Set(rows.map(({ name }) => name))]
  await sql`insert into report_filers (organ_id, name, kind, first_year)
    select ${organId}, name, 'department', 2021 from unnest(${names}::text[]) name
    on conflict do nothing`.execute(owner)
  const kept = rows.map(({ name, year, status, accepted, sentences }) => ({
    name,
    year,
    status,
    accepted: accepted && JSON.parse(figuresFrom(accepted)),
    sentences,
    findings: noFindings,
  }))
  await sql`insert into report_filings (organ_id, year, filer_id, status, last_seq, findings,
      accepted_seq, accepted_figures, accepted_sentences)
    select ${organId}, (r ->> 'year')::int, f.id, r ->> 'status', 2, r -> 'findings',
      case when r -> 'accepted' <> 'null' then 1 end, nullif(r -> 'accepted', 'null'),
      array(select jsonb_array_elements_text(r -> 'sentences'))
    from jsonb_array_elements(${JSON.stringify(kept)}::jsonb) r
    join report_filers f on f.organ_id = ${organId} and f.name = r ->> 'name'`.execute(owner)
}
