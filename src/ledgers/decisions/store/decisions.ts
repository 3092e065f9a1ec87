import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { ContentCheck } from '../../../audit/deep.ts'
import type { PlainDate } from '../../../days/plain-date.ts'
import { chunks, noteTouched } from '../../../db/bulk.ts'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { opens, seal, unseal } from '../../../db/sealed.ts'
import { says } from '../../../lists/sql.ts'
import { refusals } from '../../../refusal.ts'
import type { Counts } from '../../../workbooks/counts.ts'
import { withAddresses } from '../../public-records.ts'
import { Decision, type ReadDecision } from '../decision.ts'
import type { DecisionKind } from '../decision-fields.ts'
import { type DecisionCount, FoundDecision } from '../decision-view.ts'
import type { ListedDecision } from '../listed-decision.ts'
import type { Masked } from '../masking.ts'
import type { FieldValues } from '../read-field.ts'

/** Of decisions `d`. */
export const columns = sql`d.id, d.kind, d.number, d.subject, d.decided_on, d.published_on, d.facts, d.publicity, d.exempt_reason,
  d.unit_id, d.record_id, d.quashed_on, d.quashed_how, d.quashed_by, d.withdrawn_on`

/** Decisions whose number or matter has the words, the newest first. */
export const findDecisionsCalled = (tx: Tx, organId: number, words: string, most: number): Promise<FoundDecision[]> =>
  tx
    .selectFrom('administrativeDecisions')
    .select(['id', 'kind', 'number', 'subject', 'quashedOn', 'withdrawnOn'])
    .where('organId', '=', organId)
    .where(says([sql`number`, sql`subject`], words))
    .orderBy('decidedOn', 'desc')
    .limit(most)
    .execute()
    .then((rows) => rows.map((row) => FoundDecision.parse(row)))

/** All decisions by year and kind, published or not (section 二 counts them all). */
export async function countByYear(tx: Tx, organId: number): Promise<DecisionCount[]> {
  const { rows } = await sql<DecisionCount>`
    select extract(year from decided_on)::int as year, kind, count(*) as count,
      count(*) filter (where published_on is not null) as published
    from administrative_decisions where organ_id = ${organId} group by 1, 2 order by 1 desc, 2`.execute(tx)
  return rows
}

export interface StoredDecision extends ListedDecision {
  /** What is masked in `facts`. Never shown without a reason that is audited. */
  readonly secret: FieldValues
}

async function find(tx: Tx, organId: number, id: string, lock: RawBuilder<unknown>): Promise<StoredDecision> {
  const { rows } = await sql<SealedRow>`
    select ${columns}, d.sealed from administrative_decisions d
    where d.organ_id = ${organId} and d.id = ${id} ${lock}`.execute(tx)
  const [found] = await storedFrom(tx, organId, rows)
  if (!found) throw refusals.unknownDecision()
  return found
}

const placeOf = (organId: number, id: string) => ({ table: 'administrative_decisions', organId, id })

const Secret = z.record(z.string(), z.string())

type SealedRow = Decision & { readonly sealed: string | null }

async function storedFrom(tx: Tx, organId: number, rows: readonly SealedRow[]): Promise<StoredDecision[]> {
  const decisions = rows.map(({ sealed, ...row }) => ({
    ...Decision.parse(row),
    secret: sealed ? Secret.parse(JSON.parse(unseal(sealed, placeOf(organId, row.id)))) : {},
  }))
  return withAddresses(tx, organId, decisions)
}

/** The decision. Refuses an id that none of this organ has. */
export const getDecision = (tx: Tx, organId: number, id: string) => find(tx, organId, id, sql``)
/** The same, locked until the transaction ends. */
export const getDecisionForChange = (tx: Tx, organId: number, id: string) => find(tx, organId, id, sql`for update of d`)

const rowOf = (
  organId: number,
  id: string,
  { kind, number, subject, decidedOn, publicity, exemptReason }: ReadDecision,
  { shown, secret }: Masked,
) => ({
  kind,
  number,
  subject,
  decidedOn,
  publicity,
  exemptReason,
  facts: JSON.stringify(shown),
  sealed: sealedOf(organId, id, secret),
})

const sealedOf = (organId: number, id: string, secret: FieldValues): string | null =>
  Object.keys(secret).length > 0 ? seal(JSON.stringify(secret), placeOf(organId, id)) : null

export async function isDecisionNumberTaken(
  tx: Tx,
  organId: number,
  { kind, number }: Pick<Decision, 'kind' | 'number'>,
): Promise<boolean> {
  const row = await tx
    .selectFrom('administrativeDecisions')
    .select('id')
    .where('organId', '=', organId)
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined
}

export async function addDecision(
  tx: Tx,
  organId: number,
  unitId: string | null,
  decision: ReadDecision,
  masked: Masked,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('administrativeDecisions')
    .values({ organId, id, unitId, ...rowOf(organId, id, decision, masked) })
    .execute()
  return id
}

/** What decisions with these numbers say, persons whole, by kind and number: to be compared, and shown to nobody. */
export async function listWhole(
  tx: Tx,
  organId: number,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, FieldValues>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<SealedRow>`
    select ${columns}, d.sealed from administrative_decisions d
    where d.organ_id = ${organId} and d.number = any(${[...numbers]}::text[])`.execute(tx)
  const found = await storedFrom(tx, organId, rows)
  return new Map(found.map(({ kind, number, facts, secret }) => [`${kind} ${number}`, { ...facts, ...secret }]))
}

/** Adds those whose number the kind has not; the others stay as they are on record. */
export async function addDecisions(
  tx: Tx,
  organId: number,
  unitId: string | null,
  decisions: readonly (readonly [ReadDecision, Masked])[],
): Promise<Counts> {
  let added = 0
  for (const chunk of chunks(decisions)) {
    const rows = chunk.map(([{ kind, number, subject, decidedOn, publicity, exemptReason }, { shown, secret }]) => {
      const id = newId()
      const sealed = sealedOf(organId, id, secret)
      const said = { kind, number, subject, decided_on: decidedOn, publicity, exempt_reason: exemptReason }
      return { ...said, id, unit_id: unitId, facts: shown, sealed }
    })
    const written = await sql<{ id: string; after: unknown }>`
      insert into administrative_decisions as t
        (organ_id, id, unit_id, kind, number, subject, decided_on, publicity, exempt_reason, facts, sealed)
      select ${organId}, id, unit_id, kind, number, subject, decided_on, publicity, exempt_reason, facts, sealed
      from jsonb_populate_recordset(null::administrative_decisions, ${JSON.stringify(rows)}::jsonb)
      on conflict (organ_id, kind, number) do nothing returning id, to_jsonb(t) as after`.execute(tx)
    noteTouched(
      tx,
      'administrativeDecisions',
      written.rows.map(({ id, after }) => ({ id, before: null, after })),
    )
    added += written.rows.length
  }
  return { added, changed: 0, unchanged: decisions.length - added }
}

export async function saveDecision(tx: Tx, organId: number, id: string, decision: ReadDecision, masked: Masked) {
  await change(tx, organId, id, rowOf(organId, id, decision, masked))
}

export type DecisionChange = Partial<
  Pick<Decision, 'recordId' | 'quashedOn' | 'quashedHow' | 'quashedBy' | 'withdrawnOn'>
>

export const changeDecisionRow = (tx: Tx, organId: number, id: string, changes: DecisionChange) =>
  change(tx, organId, id, changes)

async function change(tx: Tx, organId: number, id: string, changes: DecisionChange | ReturnType<typeof rowOf>) {
  await tx
    .updateTable('administrativeDecisions')
    .set(changes)
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}

/** What goes to 信用中国 of the days between: entered here, to be published, not quashed; what is masked apart. */
export async function listForLayout(tx: Tx, organId: number, kind: DecisionKind, from: PlainDate, to: PlainDate) {
  const { rows } = await sql<SealedRow>`
    select ${columns}, d.sealed from administrative_decisions d
    where d.organ_id = ${organId} and d.kind = ${kind} and d.decided_on between ${from} and ${to}
      and d.publicity = 'due' and d.facts <> '{}' and d.quashed_on is null
    order by d.decided_on, d.number`.execute(tx)
  return storedFrom(tx, organId, rows)
}

/** What is masked of every decision opens where it stands. */
export const decisionContents: ContentCheck = {
  label: '行政决定',
  run: async (tx, organId, report) => {
    const { rows } = await sql<{ id: string; number: string; sealed: string }>`
      select id, number, sealed from administrative_decisions where organ_id = ${organId} and sealed is not null
      order by id`.execute(tx)
    for (const { id, number, sealed } of rows) {
      if (opens(sealed, placeOf(organId, id))) continue
      const message = `行政决定 ${number}（administrative_decisions ${id}）：加密内容不能解开，被改动或者不是这一件的`
      report({ table: 'administrative_decisions', key: id, message })
    }
  },
}

/**
 * 双公示: the first publication of a decision's record is the day of its publication, its withdrawal that of withdrawal. One
 * that is public again is no longer withdrawn.
 */
export async function noteDecision(
  tx: Tx,
  { organId, recordId, isWithdrawn, day }: { organId: number; recordId: string; isWithdrawn: boolean; day: PlainDate },
): Promise<void> {
  const column = isWithdrawn ? 'withdrawnOn' : 'publishedOn'
  const ofRecord = tx
    .updateTable('administrativeDecisions')
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
  await ofRecord
    .set({ [column]: day })
    .where(column, 'is', null)
    .execute()
  if (!isWithdrawn) await ofRecord.set({ withdrawnOn: null }).where('withdrawnOn', 'is not', null).execute()
}
