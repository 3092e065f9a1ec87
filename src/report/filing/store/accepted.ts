import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Finding } from '../../finding.ts'
import type { CellRef, Figure } from '../../report.ts'
import type { KeptFigures } from '../figures.ts'
import type { Filer } from '../filer.ts'

/** What counts of one organ in the roll-up. */
export interface AcceptedFiling extends Pick<Filer, 'id' | 'name' | 'kind'> {
  readonly figures: KeptFigures
  readonly findings: readonly Finding[]
  readonly sentences: readonly string[]
}

const whose = sql`coalesce(o.id::text, w.id::text) as id, coalesce(o.name, w.name) as name`

/** The filings of which something was accepted, in the order of the list. */
const acceptedOf = (organId: number, year: number) => sql`
  from report_filings f
  left join organs o on o.id = f.filer_organ_id
  left join report_filers w on w.organ_id = f.organ_id and w.id = f.filer_id
  where f.organ_id = ${organId} and f.year = ${year} and f.accepted_seq is not null
  order by array_position(array['government', 'department', 'township'], coalesce(o.kind, w.kind)), o.id nulls last,
    coalesce(o.name, w.name)`

/** What was accepted of a year, organ by organ, as the list has them. */
export async function listAccepted(tx: Tx, organId: number, year: number): Promise<AcceptedFiling[]> {
  const { rows } = await sql<AcceptedFiling>`
    select ${whose}, coalesce(o.kind, w.kind) as kind,
      f.accepted_figures as figures, f.accepted_findings as findings, f.accepted_sentences as sentences
    ${acceptedOf(organId, year)}`.execute(tx)
  return rows
}

/** The figures alone of what was accepted of a year, by the filer's id. */
export async function listAcceptedFigures(
  tx: Tx,
  organId: number,
  year: number,
): Promise<ReadonlyMap<string, KeptFigures>> {
  const { rows } = await sql<{ id: string; figures: KeptFigures }>`
    select coalesce(filer_organ_id::text, filer_id::text) as id, accepted_figures as figures
    from report_filings where organ_id = ${organId} and year = ${year} and accepted_seq is not null`.execute(tx)
  return new Map(rows.map(({ id, figures }) => [id, figures]))
}

/** What one organ has in a cell of the sum. */
export interface CellPart extends Pick<Filer, 'id' | 'name'> {
  readonly value: Figure
  /** Of the accepted report on the year before; null where it is unknown or not stated. */
  readonly before: Figure
}

/** The organs behind a cell of the sum, each with its figure and last year's. */
export async function listParts(tx: Tx, organId: number, year: number, cell: CellRef): Promise<CellPart[]> {
  const { rows } = await sql<Omit<CellPart, 'before'>>`
    select ${whose},
      f.accepted_figures #> ${pathOf(cell)}::text[] as value
    ${acceptedOf(organId, year)}`.execute(tx)
  const before = await sql<{ id: string; value: Figure }>`
    select coalesce(filer_organ_id::text, filer_id::text) as id, accepted_figures #> ${pathOf(cell)}::text[] as value
    from report_filings where organ_id = ${organId} and year = ${year - 1} and accepted_seq is not null`.execute(tx)
  const last = new Map(before.rows.map(({ id, value }) => [id, value]))
  return rows.map((part) => ({ ...part, before: last.get(part.id) ?? null }))
}

/** Where a figure stands in what is kept of a report. */
const pathOf = ({ table, row, column }: CellRef): string[] =>
  table === 'proactive' ? [table, `${row}.${column}`] : [table, row, column]
