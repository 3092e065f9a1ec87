import { sql } from 'kysely'
import { enteredBy } from '../../../audit/entered-by.ts'
import { calledBy } from '../../../db/called-by.ts'
import type { Tx } from '../../../db/database.ts'
import { type Row, tableRows } from '../../../db/table-rows.ts'
import { refusals } from '../../../refusal.ts'
import type { Values } from '../../../workbooks/ledger.ts'
import { AdministrativeDecision } from '../../administrative-decision.ts'
import { administrativeDecisionsLedger } from '../../administrative-decision-ledger.ts'
import { withAddresses } from '../../public-records.ts'
import { type KeptRow, type KeptRows, keptRow } from '../../rows/kept-row.ts'
import { Decision } from '../decision.ts'
import { stateOfRecord } from '../record-state.ts'
import { decisionRows } from '../row-ledger.ts'
import { whyNotApart } from '../steps.ts'
import { toldOfDecisions } from '../told.ts'

const rows = tableRows('administrativeDecisions')
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const valuesOf = (row: Row): Values => ({
  ...administrativeDecisionsLedger.toValues(AdministrativeDecision.parse(row)),
  publicity: row.publicity === 'unsaid' ? null : text(row.publicity),
  exemptReason: text(row.exemptReason),
  quashedOn: text(row.quashedOn),
  quashedHow: text(row.quashedHow),
  quashedBy: text(row.quashedBy),
  withdrawnOn: text(row.withdrawnOn),
})

const quashColumns: readonly string[] = ['quashedOn', 'quashedHow', 'quashedBy']
const allBut = (open: readonly string[], why: string): Record<string, string> =>
  Object.fromEntries(decisionRows.columns.flatMap(({ id }) => (open.includes(id) ? [] : [[id, why]])))

/** What the platform published is changed there; text and register must not part. */
async function withWhy(tx: Tx, organId: number, row: Row): Promise<KeptRow> {
  const values = valuesOf(row)
  const recordId = text(row.recordId)
  const state = await stateOfRecord(tx, organId, { recordId })
  const [linked] = await withAddresses(tx, organId, [{ recordId }])
  const address = linked?.address ?? null
  const withdrawnOn = Decision.shape.withdrawnOn.parse(row.withdrawnOn)
  const refusal = whyNotApart({ address, withdrawnOn, isUnderWay: state?.isOpen ?? false })
  const unitId = text(row.unitId)
  if (refusal && (state?.isOpen || values.quashedOn === null))
    return keptRow(values, { both: refusal, recordId, unitId })
  // That it was quashed is said by the register alone, so that it can be taken back there.
  if (refusal)
    return keptRow(values, { remove: refusal, recordId, unitId, shut: allBut(quashColumns, refusal.message) })
  const wasPublic = address !== null
  const byPlatform = '由平台发布、撤回时自动登记，不在此更正'
  const outside = '行政强制决定不在双公示范围'
  const unsaid = '还没有说明是否公示，请先在决定页面“补填、修改内容”'
  const isEntered = Object.keys(row.facts ?? {}).length > 0 || row.quashedOn !== null
  return keptRow(values, {
    recordId,
    unitId,
    remove: wasPublic ? refusals.decisionWasPublic() : null,
    shut: {
      ...(wasPublic && { publishedOn: byPlatform, withdrawnOn: byPlatform }),
      ...(values.kind === 'compulsion' && { publicity: outside, exemptReason: outside }),
      ...(values.kind !== 'compulsion' && values.publicity === null && { exemptReason: unsaid }),
      ...(isEntered && { kind: '内容已按这一类别填写；类别登记错了的，请撤销登记后重新登记' }),
    },
  })
}

/** The number and the day stand among the fields of a decision that was entered here, too. */
async function save(tx: Tx, organId: number, id: string, values: Values): Promise<void> {
  const decision = AdministrativeDecision.parse(administrativeDecisionsLedger.toEntry(values))
  await rows.change(tx, organId, id, {
    ...decision,
    publicity: values.publicity ?? 'unsaid',
    exemptReason: values.exemptReason ?? '',
    quashedOn: values.quashedOn ?? null,
    quashedHow: values.quashedHow ?? null,
    quashedBy: values.quashedBy ?? '',
    withdrawnOn: values.withdrawnOn ?? null,
  })
  await sql`
    update administrative_decisions
    set facts = facts || jsonb_build_object('number', number, 'decidedOn', to_char(decided_on, 'YYYY-MM-DD'))
    where organ_id = ${organId} and id = ${id} and facts <> '{}'`.execute(tx)
}

export const keptDecisions: KeptRows = {
  id: 'administrativeDecisions',
  ledger: decisionRows,
  told: toldOfDecisions,
  find: async (tx, organId, id, lock) => {
    const row = await rows.find(tx, organId, id, lock)
    return row && withWhy(tx, organId, row)
  },
  listValues: async (tx, organId, among) => (await rows.list(tx, organId, among)).map(valuesOf),
  isTaken: (tx, organId, id, { kind, number }) => rows.isTaken(tx, organId, id, { kind, number }),
  save,
  remove: (tx, organId, id) => rows.remove(tx, organId, [id]),
  imported: { moving: [], listImages: rows.listImages, takeBack: rows.takeBack },
  years: {
    tables: ['administrative_decisions'],
    standing: (organId) => sql`
      select kind as ledger, decided_on as day, ${enteredBy('decision.entered', 'd')} as is_own, id
      from administrative_decisions d where organ_id = ${organId}`,
  },
}

/** The numbers of the decisions of these ids. */
export const numbersOf = calledBy('administrativeDecisions', 'number')
