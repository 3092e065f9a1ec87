import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { keptRows } from '../rows/kept-row.ts'
import type { AccountedLedger, Confirmation, ImportFact, YearFacts } from './ledger-year.ts'
import { type ImportedYear, isWhole, type StandingYear, yearKey } from './years-of-rows.ts'

const years = () => keptRows.all().flatMap((kept) => kept.years ?? [])
const united = (queries: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(queries, sql` union all `)

/** Every row of every ledger with the day that puts it into a year; a document is issued in one and repealed in another. */
const standing = (organId: number): RawBuilder<unknown> => united(years().map((each) => each.standing(organId)))

/** The days on which rows ended. */
const ended = (organId: number): RawBuilder<unknown> => united(years().flatMap((each) => each.ended?.(organId) ?? []))

interface Standing {
  readonly ledger: AccountedLedger
  readonly rows: number
  readonly enteredHere: number
  readonly enteredInTime: number
  readonly keptSince: PlainDate | null
  /** The days on which the last of the year's rows that came by a file came in, and the first that was entered here. */
  readonly cameOn: PlainDate | null
  readonly enteredFrom: PlainDate | null
}

async function countStanding(tx: Tx, organId: number, year: number): Promise<Standing[]> {
  const yearEnds = sql`(${`${year + 1}-01-01`}::timestamp at time zone 'Asia/Shanghai')`
  // In two goes: of very many rows each is looked at once.
  const { rows } = await sql<Standing>`
    select ledger, coalesce(sum(rows) filter (where of_year), 0)::int as rows,
      coalesce(sum(rows) filter (where of_year and is_own), 0)::int as entered_here,
      coalesce(sum(in_time) filter (where of_year and is_own), 0)::int as entered_in_time,
      ${dayOf(sql`min(first_at) filter (where is_own)`)} as kept_since,
      ${dayOf(sql`max(last_at) filter (where of_year and not is_own)`)} as came_on,
      ${dayOf(sql`min(first_at) filter (where of_year and is_own)`)} as entered_from
    from (select ledger, is_own, of_year, count(*) as rows, count(*) filter (where came_at < ${yearEnds}) as in_time,
        min(came_at) as first_at, max(came_at) as last_at
      from (select ledger, is_own, day between ${`${year}-01-01`} and ${`${year}-12-31`} as of_year,
          uuid_extract_timestamp(id) as came_at
        from (${standing(organId)}) as every) as each
      group by ledger, is_own, of_year) as counted
    group by ledger`.execute(tx)
  return rows
}

const dayOf = (at: RawBuilder<unknown>): RawBuilder<PlainDate | null> => sql`(${at} at time zone 'Asia/Shanghai')::date`

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

interface ImportOfYear extends ImportFact {
  readonly ledger: string
}

/**
 * The imports that had rows of a year, the last one last. Whole is one of which its entry in the log says so: what moves into the
 * year, out of it or is taken back later changes nothing of what the file was. Where the entry says nothing of it, which is so of
 * those from before 0.3, whole is one that has every row that now stands in the year and is older than it.
 */
async function listImportsOf(tx: Tx, organId: number, year: number): Promise<ImportOfYear[]> {
  const { rows } = await sql<ImportOfYear>`
    with of_year as materialized (select ledger, id from (${standing(organId)}) as every
      where extract(year from day) = ${year}::int)
    select y.ledger, i.file_name, i.imported_name as name,
      coalesce(i.imported_on, (i.imported_at at time zone 'Asia/Shanghai')::date) as "on",
      y.row_count > 1 and coalesce(
        (select a.detail -> 'whole' ? (y.ledger || '/' || y.year) from audit_entries a
          where a.organ_id = i.organ_id and a.subject = i.id::text and a.action = 'ledger.imported' limit 1),
        y.row_count >= (select count(*) from of_year o where o.ledger = y.ledger and o.id <= i.id)) as is_whole
    from ledger_import_years y join ledger_imports i on i.organ_id = y.organ_id and i.id = y.import_id
    where y.organ_id = ${organId} and y.year = ${year} and i.undone_at is null
    order by y.ledger, 4, i.imported_at, i.id`.execute(tx)
  return rows
}

/** Of these years of an import that was just stored, those of which the file has everything that stands in the ledger now. */
export async function wholeYears(tx: Tx, organId: number, imported: readonly ImportedYear[]): Promise<string[]> {
  const { rows } = await sql<StandingYear>`
    select ledger, extract(year from day)::int as year, count(*) as rows
    from (${standing(organId)}) as every group by 1, 2`.execute(tx)
  return imported.filter((each) => isWhole(each, rows)).map(yearKey)
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
  const imports = await listImportsOf(tx, organId, year)
  const confirmed = await confirmations(tx, organId).where('year', '=', year).execute()
  const inForce = await countInForce(tx, organId, year)
  return ledgers.map((ledger) => {
    const stands = counted.find((each) => each.ledger === ledger)
    const said = confirmed.find((each) => each.ledger === ledger)
    return {
      ledger,
      year,
      rows: stands?.rows ?? 0,
      enteredHere: stands?.enteredHere ?? 0,
      enteredInTime: stands?.enteredInTime ?? 0,
      standing: keepStanding.includes(ledger) ? (inForce.find(({ kind }) => kind === ledger)?.count ?? 0) : null,
      keptSince: stands?.keptSince ?? null,
      imports: importsOf(imports, ledger, stands),
      confirmation: said ? confirmationOf(said) : null,
    }
  })
}

/** What came by files before imports noted their years is known by its rows. */
function importsOf(all: readonly ImportOfYear[], ledger: AccountedLedger, stands?: Standing): ImportFact[] {
  const noted = all.filter((each) => each.ledger === ledger)
  const byFile = (stands?.rows ?? 0) - (stands?.enteredHere ?? 0)
  if (noted.length > 0 || !stands || byFile === 0)
    return noted.map(({ on, fileName, name, isWhole }) => ({ on, fileName, name, isWhole }))
  const { cameOn, enteredFrom } = stands
  const isBeforeOurs = cameOn !== null && (enteredFrom === null || cameOn < enteredFrom)
  return [{ on: cameOn, fileName: null, name: null, isWhole: byFile > 1 && isBeforeOurs }]
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
    order by 1 desc`.execute(tx)
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
        and tab = any(${years().flatMap(({ tables }) => tables)}::text[]))
    select ledger, extract(year from day)::int as year, count(distinct id) as rows
    from (select ledger, day, id from (${standing(organId)}) as every
      union all ${ended(organId)}) as each
      join written using (id)
    where day is not null group by 1, 2 order by 2, 1`.execute(tx)
  return rows
}
