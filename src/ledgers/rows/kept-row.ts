import { isPlatform } from '../../channels/channel.ts'
import type { Tx } from '../../db/database.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import { takeRequestBack } from '../../requests/store/undo-import.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { stateOfRecord } from '../decisions/store.ts'
import { removeRows } from '../imports/store.ts'
import { type RowLedgerId, rowLedgers } from './row-ledger.ts'
import { findRequest, saveRequest } from './store/imported-requests.ts'
import { countLeaning, findRow, type PlainTable, type StoredRow, saveRow } from './store/rows.ts'

/** A row of a register, and what of it may be put right here. */
export interface KeptRow {
  readonly values: Values
  readonly whyNotCorrect: Refusal | null
  readonly whyNotRemove: Refusal | null
  /** Columns that stay as they are, with the reason. */
  readonly shut: Readonly<Record<string, string>>
}

/** A row; undefined where the register has none. With `lock` it is the caller's until the transaction ends. */
export async function findKept(
  tx: Tx,
  organId: number,
  ledger: RowLedgerId,
  id: string,
  { lock }: { readonly lock: boolean },
): Promise<KeptRow | undefined> {
  const stored =
    ledger === 'requests' ? await findRequest(tx, organId, id, lock) : await findRow(tx, organId, ledger, id, lock)
  if (!stored) return undefined
  if (ledger === 'requests')
    return kept(stored, stored.row.origin === 'imported' ? {} : { both: refusals.requestIsLive() })
  return rules[ledger](tx, organId, id, stored)
}

export async function saveKept(tx: Tx, organId: number, ledger: RowLedgerId, id: string, values: Values) {
  await (ledger === 'requests' ? saveRequest(tx, organId, values) : saveRow(tx, organId, ledger, id, values))
}

export async function removeKept(tx: Tx, organId: number, ledger: RowLedgerId, id: string) {
  await (ledger === 'requests' ? takeRequestBack(tx, organId, id) : removeRows(tx, organId, ledger, [id]))
}

interface Why {
  readonly both?: Refusal | null
  readonly remove?: Refusal | null
  readonly shut?: Readonly<Record<string, string>>
}

const kept = ({ values }: StoredRow, { both = null, remove = null, shut = {} }: Why): KeptRow => ({
  values,
  whyNotCorrect: both,
  whyNotRemove: both ?? remove,
  shut,
})

type RuleOf = (tx: Tx, organId: number, id: string, stored: StoredRow) => Promise<KeptRow>
const openStatuses = ['drafting', 'reviewing', 'signed', 'scheduled']

/** What the platform published is changed there; text and register must not part. */
const rules: Readonly<Record<PlainTable, RuleOf>> = {
  administrativeFees: async (_tx, _organId, _id, stored) => kept(stored, {}),
  remedies: async (_tx, _organId, _id, stored) => kept(stored, {}),
  normativeDocuments: async (tx, organId, id, stored) => {
    if (stored.row.recordId !== null) return kept(stored, { both: refusals.publishedDocument() })
    const leaning = await countLeaning(tx, organId, 'normativeDocuments', id)
    return kept(stored, { remove: leaning > 0 ? refusals.documentHasAmendments(leaning) : null })
  },
  administrativeDecisions: async (tx, organId, _id, stored) => {
    const { recordId, facts, quashedOn } = stored.row
    const state = await stateOfRecord(tx, organId, typeof recordId === 'string' ? recordId : null)
    if (state && openStatuses.includes(state.status)) return kept(stored, { both: refusals.publicityUnderWay() })
    if (state?.status === 'live' && state.act !== 'withdraw') return kept(stored, { both: refusals.decisionIsPublic() })
    const wasPublic = state !== undefined && state.status !== 'discarded'
    const byPlatform = '由平台发布、撤回时自动登记，不在此更正'
    const { kind, publicity } = stored.values
    const outside = '行政强制决定不在双公示范围'
    const unsaid = '还没有说明是否公示，请先在决定页面“补填内容”'
    const isEntered = Object.keys((facts ?? {}) as object).length > 0 || quashedOn !== null
    return kept(stored, {
      remove: wasPublic ? refusals.decisionWasPublic() : null,
      shut: {
        ...(wasPublic && { publishedOn: byPlatform, withdrawnOn: byPlatform }),
        ...(kind === 'compulsion' && { publicity: outside, exemptReason: outside }),
        ...(kind !== 'compulsion' && publicity === null && { exemptReason: unsaid }),
        ...(isEntered && { kind: '内容已按这一类别填写；类别登记错了的，请撤销登记后重新登记' }),
      },
    })
  },
  channels: async (tx, organId, id, stored) => {
    const { kind, name } = stored.values
    if (isPlatform({ kind: kind ?? '', name: name ?? '' })) return kept(stored, { both: refusals.platformByItself() })
    const leaning = await countLeaning(tx, organId, 'channels', id)
    return kept(stored, { remove: leaning > 0 ? refusals.channelHasPublications(leaning) : null })
  },
  publications: async (_tx, _organId, _id, stored) => {
    const { channelKind, channelName } = stored.values
    const isOwn = stored.row.recordId !== null && isPlatform({ kind: channelKind ?? '', name: channelName ?? '' })
    if (!isOwn) return kept(stored, {})
    const others = rowLedgers.publications.columns.filter(({ id }) => id !== 'originality')
    return kept(stored, {
      remove: refusals.platformByItself(),
      shut: Object.fromEntries(others.map(({ id }) => [id, '由平台发布、撤回时自动登记，不在此更正'])),
    })
  },
}
