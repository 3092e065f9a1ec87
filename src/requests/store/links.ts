import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Charge } from '../../organs/units/in-charge.ts'
import type { RequestEvent } from '../event.ts'
import type { Request } from '../request.ts'
import { RequestStatus } from '../request-status.ts'
import { fromRow } from './event-rows.ts'

/** An event that links two requests or ends that, with the request in whose history it stands. */
export interface LinkEvent {
  readonly requestId: string
  readonly event: RequestEvent
}

type Key = Pick<Request, 'organId' | 'id'>

/** What was linked with this request and ended again, in either history, in the order in which it was written. */
export async function listLinkEvents(tx: Tx, { organId, id }: Key): Promise<LinkEvent[]> {
  const rows = await tx
    .selectFrom('requestEvents')
    .selectAll()
    .where('organId', '=', organId)
    .where('kind', 'in', ['linked', 'unlinked'])
    .where((is) => is.or([is('requestId', '=', id), is(sql`data ->> 'otherId'`, '=', id)]))
    .orderBy('recordedAt')
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ requestId: row.requestId, event: fromRow(row) }))
}

/** A request with whose it is. Whether one may know of it is the caller's. */
export interface LinkableRequest extends Charge, Pick<Request, 'id' | 'number' | 'summary'> {
  readonly status: RequestStatus
}

const linkable = (tx: Tx, organId: number) =>
  tx
    .selectFrom('requests')
    .select(['id', 'number', 'summary', 'status', 'unitId', 'handlerId as staffId'])
    .where('organId', '=', organId)

export async function findByNumber(tx: Tx, organId: number, number: string): Promise<LinkableRequest | undefined> {
  const row = await linkable(tx, organId).where('number', '=', number).executeTakeFirst()
  return row && asLinkable(row)
}

export async function listLinkable(tx: Tx, organId: number, ids: readonly string[]): Promise<LinkableRequest[]> {
  if (ids.length === 0) return []
  const rows = await linkable(tx, organId).where('id', 'in', ids).execute()
  return rows.map(asLinkable)
}

const asLinkable = ({
  status,
  ...row
}: Omit<LinkableRequest, 'status'> & { readonly status: string }): LinkableRequest => ({
  ...row,
  status: RequestStatus.parse(status),
})
