import type { Tx } from '../../db/database.ts'
import type { Request } from '../request.ts'

const mostShown = 50

/** The concluded requests of the same applicant, the latest first. */
export const listConcludedOfApplicant = (
  tx: Tx,
  { organId, id }: Request,
): Promise<{ id: string; number: string; summary: string }[]> =>
  tx
    .selectFrom('requests')
    .select(['id', 'number', 'summary'])
    .where('organId', '=', organId)
    .where('id', '<>', id)
    .where('status', '=', 'concluded')
    .where('applicantKey', '=', ({ selectFrom }) =>
      selectFrom('requests').select('applicantKey').where('organId', '=', organId).where('id', '=', id),
    )
    .orderBy('concludedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
