import { sql } from 'kysely'
import { Channel, isPlatform } from '../../../channels/channel.ts'
import { channelsLedger, publicationsLedger } from '../../../channels/ledger.ts'
import { Publication } from '../../../channels/publication.ts'
import { linkByTitle } from '../../../channels/store/ledger.ts'
import type { Tx } from '../../../db/database.ts'
import { refusals } from '../../../refusal.ts'
import { remediesLedger } from '../../../remedies/ledger.ts'
import { Remedy } from '../../../remedies/remedy.ts'
import type { Values } from '../../../workbooks/ledger.ts'
import { AdministrativeDecision } from '../../administrative-decision.ts'
import { administrativeDecisionsLedger } from '../../administrative-decision-ledger.ts'
import { AdministrativeFee } from '../../administrative-fee.ts'
import { administrativeFeesLedger } from '../../administrative-fee-ledger.ts'
import { NormativeDocument } from '../../normative-document.ts'
import { normativeDocumentsLedger } from '../../normative-document-ledger.ts'
import type { RowLedgerId } from '../row-ledger.ts'

/** The tables whose rows are rows and nothing else; a request has a course of events beside. */
export type PlainTable = Exclude<RowLedgerId, 'requests'>
type Row = Readonly<Record<string, unknown>>

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** What a row of a table says, by the columns of its ledger. */
const valuesOf: Readonly<Record<PlainTable, (row: Row) => Values>> = {
  administrativeFees: (row) => administrativeFeesLedger.toValues(AdministrativeFee.parse(row)),
  remedies: (row) => remediesLedger.toValues(Remedy.parse(row)),
  channels: (row) => channelsLedger.toValues(Channel.parse(row)),
  normativeDocuments: (row) => ({
    ...normativeDocumentsLedger.toValues(NormativeDocument.parse(row)),
    lapsedBy: text(row.lapsedBy),
  }),
  administrativeDecisions: (row) => ({
    ...administrativeDecisionsLedger.toValues(AdministrativeDecision.parse(row)),
    publicity: row.publicity === 'unsaid' ? null : text(row.publicity),
    exemptReason: text(row.exemptReason),
    quashedOn: text(row.quashedOn),
    quashedHow: text(row.quashedHow),
    quashedBy: text(row.quashedBy),
    withdrawnOn: text(row.withdrawnOn),
  }),
  publications: ({ channelKind: kind, channelName: name, ...row }) =>
    publicationsLedger.toValues(Publication.parse({ ...row, channel: { kind, name } })),
}

export interface StoredRow {
  readonly values: Values
  /** The row as it is kept, for what only its room asks about. */
  readonly row: Row
}

/** A row, locked until the transaction ends where that is asked for; undefined where the register has none. */
export async function findRow(
  tx: Tx,
  organId: number,
  table: PlainTable,
  id: string,
  lock: boolean,
): Promise<StoredRow | undefined> {
  const channel = table === 'publications' ? sql`, c.kind as channel_kind, c.name as channel_name` : sql``
  const joined =
    table === 'publications' ? sql`join channels c on c.organ_id = t.organ_id and c.id = t.channel_id` : sql``
  const { rows } = await sql<Row>`
    select t.*${channel} from ${sql.table(table)} t ${joined}
    where t.organ_id = ${organId} and t.id = ${id} ${lock ? sql`for update of t` : sql``}`.execute(tx)
  const [row] = rows
  return row && { values: valuesOf[table](row), row }
}

/** Writes what a row should say. */
export async function saveRow(tx: Tx, organId: number, table: PlainTable, id: string, values: Values): Promise<void> {
  switch (table) {
    case 'administrativeFees':
      return set(tx, organId, table, id, { ...AdministrativeFee.parse(administrativeFeesLedger.toEntry(values)) })
    case 'remedies':
      return set(tx, organId, table, id, { ...Remedy.parse(remediesLedger.toEntry(values)) })
    case 'channels':
      return set(tx, organId, table, id, { ...Channel.parse(channelsLedger.toEntry(values)) })
    case 'normativeDocuments': {
      const document = NormativeDocument.parse(normativeDocumentsLedger.toEntry(values))
      return set(tx, organId, table, id, { ...document, lapsedBy: values.lapsedBy ?? null })
    }
    case 'administrativeDecisions':
      return saveDecision(tx, organId, id, values)
    case 'publications':
      return savePublication(tx, organId, id, values)
  }
}

async function set(
  tx: Tx,
  organId: number,
  table: PlainTable,
  id: string,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const assigned = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update ${sql.table(table)} set ${sql.join(assigned)} where organ_id = ${organId} and id = ${id}`.execute(tx)
}

/** The number and the day stand among the fields of a decision that was entered here, too. */
async function saveDecision(tx: Tx, organId: number, id: string, values: Values): Promise<void> {
  const decision = AdministrativeDecision.parse(administrativeDecisionsLedger.toEntry(values))
  const { quashedOn = null, quashedHow = null, quashedBy, withdrawnOn = null } = values
  await set(tx, organId, 'administrativeDecisions', id, {
    ...decision,
    publicity: values.publicity ?? 'unsaid',
    exemptReason: values.exemptReason ?? '',
    quashedOn,
    quashedHow,
    quashedBy: quashedBy ?? '',
    withdrawnOn,
  })
  await sql`
    update administrative_decisions
    set facts = facts || jsonb_build_object('number', number, 'decidedOn', to_char(decided_on, 'YYYY-MM-DD'))
    where organ_id = ${organId} and id = ${id} and facts <> '{}'`.execute(tx)
}

/** What is linked by its title follows its title; what was noted on another channel by hand stays with its record. */
async function savePublication(tx: Tx, organId: number, id: string, values: Values): Promise<void> {
  const { channel, ...publication } = Publication.parse(publicationsLedger.toEntry(values))
  const found = await tx
    .selectFrom('channels')
    .select('id')
    .where('organId', '=', organId)
    .where('kind', '=', channel.kind)
    .where('name', '=', channel.name)
    .executeTakeFirst()
  if (!found) throw refusals.noChannelOfThatName()
  const { channelId } = await tx
    .selectFrom('publications')
    .select('channelId')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (channelId !== found.id && isPlatform(channel)) throw refusals.platformByItself()
  await sql`
    update publications p set record_id = null, checked_at = null
    where organ_id = ${organId} and id = ${id} and title <> ${publication.title}
      and not exists (select from audit_entries a where a.organ_id = p.organ_id and a.subject = p.id::text
        and a.action = 'publication.tickedOff')`.execute(tx)
  await set(tx, organId, 'publications', id, { ...publication, channelId: found.id })
  await linkByTitle(tx, organId)
  const { rows } = await sql<{ day: string }>`
    select (r.first_published_at at time zone 'Asia/Shanghai')::date as day from publications p
      join published_records r on r.organ_id = p.organ_id and r.record_id = p.record_id
    where p.organ_id = ${organId} and p.id = ${id}
      and p.published_on < (r.first_published_at at time zone 'Asia/Shanghai')::date`.execute(tx)
  if (rows[0]) throw refusals.beforeItsPublication(rows[0].day)
}

/** How many things lean on a row, so that it cannot go: amendments of a document, what stood on a channel. */
export async function countLeaning(tx: Tx, organId: number, table: PlainTable, id: string): Promise<number> {
  if (table !== 'channels' && table !== 'normativeDocuments') return 0
  const leaning =
    table === 'channels'
      ? sql`publications where organ_id = ${organId} and channel_id = ${id}`
      : sql`document_amendments where organ_id = ${organId} and document_id = ${id}`
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${leaning}`.execute(tx)
  return rows[0]?.count ?? 0
}
