import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'

const Kind = z.enum([
  'confirmReceipt',
  'answer',
  'supplementByApplicant',
  'explainReasons',
  'delayedAnswer',
  'feePayment',
])

/** Open live requests that are due between these days, both included; of one handler or one unit where that is said. */
export async function listDueBetween(
  tx: Tx,
  organId: number,
  {
    from,
    to,
    unitId,
    handlerId,
  }: {
    readonly from: PlainDate
    readonly to: PlainDate
    readonly unitId?: string | null
    readonly handlerId?: string | null
  },
) {
  const rows = await tx
    .selectFrom('requests as r')
    .leftJoin('workUnits as u', (join) => join.onRef('u.organId', '=', 'r.organId').onRef('u.id', '=', 'r.unitId'))
    .leftJoin('staff as s', (join) => join.onRef('s.organId', '=', 'r.organId').onRef('s.id', '=', 'r.handlerId'))
    .select(['r.id', 'r.number', 'r.summary', 'r.dueOn', 'r.dueKind', 'u.name as unitName', 's.name as handlerName'])
    .where('r.organId', '=', organId)
    .where('r.origin', '=', 'live')
    .where('r.status', '<>', 'concluded')
    .where('r.dueOn', '>=', from)
    .where('r.dueOn', '<=', to)
    .$if(unitId !== undefined, (query) => query.where('r.unitId', unitId === null ? 'is' : '=', unitId ?? null))
    .$if(handlerId !== undefined, (query) => query.where('r.handlerId', '=', handlerId ?? null))
    .orderBy('r.dueOn')
    .orderBy('r.number')
    .execute()
  return rows.map(({ dueKind, ...row }) => ({ ...row, dueKind: Kind.parse(dueKind) }))
}
