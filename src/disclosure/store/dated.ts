import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { EditionKey } from './editions.ts'

/** An edition with the days that were reckoned for it. */
export interface DatedEdition extends EditionKey {
  readonly title: string
  readonly publishBy: PlainDate | null
  readonly stepDueOn: PlainDate | null
}

/** The editions of an organ of which a reckoned day lies between these two, in the order of their records. */
export const listDated = (
  tx: Tx,
  organId: number,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<DatedEdition[]> =>
  tx
    .selectFrom('editions')
    .select(['organId', 'recordId', 'edition', 'title', 'publishBy', 'stepDueOn'])
    .where('organId', '=', organId)
    .where('status', '<>', 'discarded')
    .where((eb) => eb.or([eb.between('publishBy', from, to), eb.between('stepDueOn', from, to)]))
    .orderBy('recordId')
    .orderBy('edition')
    .execute()

/** What is in public and in force until a day between these two, in the edition that the public reads. */
export const listEnding = (
  tx: Tx,
  organId: number,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): Promise<EditionKey[]> =>
  tx
    .selectFrom('publishedRecords')
    .select(['organId', 'recordId', 'edition'])
    .where('organId', '=', organId)
    .where('validUntil', '>=', from)
    .where('validUntil', '<=', to)
    .where('withdrawnAt', 'is', null)
    .where('repealedOn', 'is', null)
    .orderBy('recordId')
    .execute()
