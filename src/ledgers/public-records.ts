import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { joinedPiece } from '../joined-list.ts'
import type { Actor } from '../organs/actor.ts'
import type { Text } from '../text/text.ts'

/** What the public reads of a row, without what nobody may know. */
export interface PublicText {
  readonly type: 'licenceDecision' | 'penaltyDecision'
  readonly title: string
  readonly documentNumber: string
  readonly issuingOrgan: string
  readonly madeOn: PlainDate
  readonly keywords: string[]
  /** Of the type's own fields those that are known. */
  readonly fields: Record<string, string>
  readonly text: Text
}

/** An edition of a record that was begun from a register. */
export interface BegunEdition {
  readonly recordId: string
  readonly edition: number
}

/** The latest edition of a record. */
export interface RecordState {
  readonly edition: number
  readonly act: string
  readonly status: string
  readonly label: string
  /** It is on its way to the public. */
  readonly isOpen: boolean
}

/** What the registers need of the room that publishes records. */
export interface PublicRecords {
  /** Begins a record with this text; it is reviewed and published as any. */
  readonly draft: (tx: Tx, actor: Actor, now: Date, text: PublicText) => Promise<BegunEdition>
  /** Begins the withdrawal of a public record with its reason; it is reviewed as any. */
  readonly draftWithdrawal: (tx: Tx, actor: Actor, now: Date, recordId: string, reason: string) => Promise<BegunEdition>
  /** Undefined of a record that is not there. */
  readonly findState: (tx: Tx, organId: number, recordId: string) => Promise<RecordState | undefined>
  /** Records of these types of which an edition is being written or reviewed. */
  readonly listUnderWay: (tx: Tx, organId: number, types: readonly PublicText['type'][]) => Promise<readonly string[]>
  /** Where those of the records stand that are, or were, public: paths by their ids. */
  readonly listAddresses: (
    tx: Tx,
    organId: number,
    recordIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>
}

export const publicRecords = joinedPiece<PublicRecords>('publicRecords')

/** Rows of a register, each with the address of its record. */
export async function withAddresses<Row extends { readonly recordId: string | null }>(
  tx: Tx,
  organId: number,
  rows: readonly Row[],
): Promise<(Row & { readonly address: string | null })[]> {
  const ids = rows.flatMap(({ recordId }) => recordId ?? [])
  const addresses = ids.length > 0 ? await publicRecords.get().listAddresses(tx, organId, ids) : new Map()
  return rows.map((row) => ({ ...row, address: addresses.get(row.recordId ?? '') ?? null }))
}
