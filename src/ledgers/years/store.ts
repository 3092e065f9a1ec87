import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { AccountedLedger, Confirmation, YearFacts } from './ledger-year.ts'

const enteredBy = (action: string, table: string): RawBuilder<boolean> => sql<boolean>`
  exists (select from audit_entries a where a.organ_id = ${sql.ref(`${table}.organ_id`)}
    and a.subject = ${sql.ref(`${table}.id`)}::text and a.action = ${sql.lit(action)})`

/** Every row of every ledger with the day that puts it into a year; a document is issued in one and repealed in another. */
const standing = (organId: number): RawBuilder<unknown> => sql`
  select 'requests' as ledger, received_on as day, origin = 'live' as is_own, id from requests
    where organ_id = ${organId} and received_on is not null
  union all select 'remedies', filed_on, false, id from remedies where organ_id = ${organId}
  union all select kind, d.day, record_id is not null or ${enteredBy('document.entered', 'n')}, id from normative_documents n,
      lateral (select issued_on as day union select repealed_on) d
    where organ_id = ${organId} and d.day is not null
  union all select kind, decided_on, ${enteredBy('decision.entered', 'd')}, id from administrative_decisions d
    where organ_id = ${organId}
  union all select 'administrativeFees', collected_on, ${enteredBy('fee.entered', 'f')}, id from administrative_fees f
    where organ_id = ${organId}
  union all select 'publications', published_on,
      (record_id is not null and url like '/%') or ${enteredBy('publication.tickedOff', 'p')}, id from publications p
    where organ_id = ${organId}`

interface Standing {
  readonly ledger: AccountedLedger
  readonly rows: number
  readonly enteredHere: number
  readonly keptSince: PlainDate | null
  /** The day on which the last of the rows that came by a file came in. */
  readonly cameOn: PlainDate | null
}

async function countStanding(tx: Tx, organId: number, year: number): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select ledger, count(distinct id) filter (where of_year) as rows,
      count(distinct id) filter (where of_year and is_own) as entered_here,
      min(came_on) filter (where is_own) as kept_since, max(came_on) filter (where of_year and not is_own) as came_on
    from (select ledger, is_own, id, extract(year from day) = ${year}::int as of_year,
        (uuid_extract_timestamp(id) at time zone 'Asia/Shanghai')::date as came_on
      from (${standing(organId)}) as every) as each
    group by ledger`.execute(tx)
  return rows
}

/** Documents in force on the last day of a year, by kind: they are counted in its report, whenever they were issued. */
async function countInForce(tx: Tx, organId: number, year: number): Promise<{ kind: string; count: number }[]> {
  const last = `${year}-12-31`
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*) as count from normative_documents
    where organ_id = ${organId} and issued_on <= ${last}::date and effective_from <= ${last}::date
      and (repealed_on is null or repealed_on > ${last}::date) and (valid_until is null or valid_until >= ${last}::date)
    group by kind`.execute(tx)
  return rows
}

const keepStanding: readonly AccountedLedger[] = ['rules', 'normativeDocuments']

interface LastImport {
  readonly ledger: string
  readonly on: PlainDate
  readonly fileName: string
  readonly name: string | null
}

async function lastImports(tx: Tx, organId: number, year: number): Promise<LastImport[]> {
  const { rows } = await sql<LastImport>`
    select distinct on (y.ledger) y.ledger, i.file_name, i.imported_name as name,
      coalesce(i.imported_on, (i.imported_at at time zone 'Asia/Shanghai')::date) as "on"
    from ledger_import_years y join ledger_imports i on i.organ_id = y.organ_id and i.id = y.import_id
    where y.organ_id = ${organId} and y.year = ${year} and i.undone_at is null
    order by y.ledger, 4 desc, i.imported_at desc`.execute(tx)
  return rows
}

const confirmations = (tx: Tx, organId: number) =>
  tx
    .selectFrom('ledgerConfirmations')
    .select([
      'id',
      'ledger',
      'year',
      'rowCount',
      'standingCount',
      'words',
      'confirmedOn as on',
      'confirmedName as name',
    ])
    .where('organId', '=', organId)
    .where('endedOn', 'is', null)

/** What is on record of each of these ledgers in a year. */
export async function listYear(
  tx: Tx,
  organId: number,
  year: number,
  ledgers: readonly AccountedLedger[],
): Promise<YearFacts[]> {
  const counted = await countStanding(tx, organId, year)
  const imports = await lastImports(tx, organId, year)
  const confirmed = await confirmations(tx, organId).where('year', '=', year).execute()
  const inForce = await countInForce(tx, organId, year)
  return ledgers.map((ledger) => {
    const stands = counted.find((each) => each.ledger === ledger)
    const last = imports.find((each) => each.ledger === ledger)
    const said = confirmed.find((each) => each.ledger === ledger)
    const byFile = (stands?.rows ?? 0) - (stands?.enteredHere ?? 0)
    const before = byFile > 0 ? { on: stands?.cameOn ?? null, fileName: null, name: null } : null
    return {
      ledger,
      year,
      rows: stands?.rows ?? 0,
      enteredHere: stands?.enteredHere ?? 0,
      standing: keepStanding.includes(ledger) ? (inForce.find(({ kind }) => kind === ledger)?.count ?? 0) : null,
      keptSince: stands?.keptSince ?? null,
      imported: last ? { on: last.on, fileName: last.fileName, name: last.name } : before,
      confirmation: said ? confirmationOf(said) : null,
    }
  })
}

const confirmationOf = ({ id, rowCount, standingCount, words, on, name }: Confirmation): Confirmation => ({
  id,
  rowCount,
  standingCount,
  words,
  on,
  name,
})

/** Years of which an organ has anything, the latest first. */
export async function listYears(tx: Tx, organId: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from day)::int as year from (${standing(organId)}) as every
    union select year from ledger_confirmations where organ_id = ${organId} and ended_on is null
    union select year from annual_reports where organ_id = ${organId} order by 1 desc`.execute(tx)
  return rows.map(({ year }) => year)
}

export interface NewConfirmation {
  readonly ledger: AccountedLedger
  readonly year: number
  readonly rowCount: number
  readonly standingCount: number | null
  readonly words: string
  readonly confirmedOn: PlainDate
  readonly confirmedBy: string | null
  readonly confirmedName: string
}

export async function addConfirmation(tx: Tx, organId: number, confirmation: NewConfirmation): Promise<string> {
  const { id } = await tx
    .insertInto('ledgerConfirmations')
    .values({ organId, ...confirmation })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The confirmation that stands, locked until the transaction ends. Refuses one that does not stand. */
export async function getConfirmationForChange(tx: Tx, organId: number, id: string) {
  const row = await confirmations(tx, organId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw refusals.noSuchConfirmation()
  return row
}

export async function endConfirmation(
  tx: Tx,
  organId: number,
  id: string,
  ended: { readonly endedOn: PlainDate; readonly endedName: string; readonly endReason: string },
): Promise<void> {
  await tx.updateTable('ledgerConfirmations').set(ended).where('organId', '=', organId).where('id', '=', id).execute()
}

export interface TouchedYear {
  readonly ledger: AccountedLedger
  readonly year: number
  readonly rows: number
}

/** The years of the rows that this act has written so far, by ledger: those that they stand in, and those that they ended in. */
export async function touchedYears(tx: Tx, organId: number): Promise<TouchedYear[]> {
  const { rows } = await sql<TouchedYear>`
    with written as (
      select distinct split_part(key, '/', 1)::uuid as id from row_changes
      where organ_id = ${organId} and act = nullif(current_setting('kaicheng.act', true), '')::uuid
        and tab in ('requests', 'request_events', 'remedies', 'normative_documents', 'administrative_decisions',
          'administrative_fees', 'publications'))
    select ledger, extract(year from day)::int as year, count(distinct id) as rows
    from (select ledger, day, id from (${standing(organId)}) as every
      union all select 'requests', concluded_on, id from requests where organ_id = ${organId}
      union all select 'remedies', concluded_on, id from remedies where organ_id = ${organId}) as each
      join written using (id)
    where day is not null group by 1, 2 order by 2, 1`.execute(tx)
  return rows
}
