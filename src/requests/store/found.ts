import { calledBy } from '../../db/called-by.ts'
import type { Tx } from '../../db/database.ts'
import type { Charge } from '../../organs/units/in-charge.ts'
import type { Applicant } from '../applicant.ts'
import type { FoundRequest } from '../case-view.ts'
import type { Request } from '../request.ts'
import { RequestStatus } from '../request-status.ts'
import { readApplicant } from './applicants.ts'

/** The requests of whoever has this name or this telephone, with whose each is. Of which of them one may know is the caller's. */
export const listByPerson = (
  tx: Tx,
  organId: number,
  { name, phone }: { readonly name: Buffer; readonly phone: Buffer | null },
): Promise<(Charge & { readonly id: string })[]> =>
  tx
    .selectFrom('requests')
    .select(['id', 'unitId', 'handlerId as staffId'])
    .where('organId', '=', organId)
    .where(({ or, eb }) => or([eb('applicantNameKey', '=', name), eb('applicantPhoneKey', '=', phone)]))
    .execute()

/** The other requests of the applicant of this one, with whose each is. Of which of them one may know is the caller's. */
export const listBySameApplicant = (
  tx: Tx,
  { organId, id }: Pick<Request, 'organId' | 'id'>,
): Promise<(Charge & { readonly id: string })[]> =>
  tx
    .selectFrom('requests')
    .select(['id', 'unitId', 'handlerId as staffId'])
    .where('organId', '=', organId)
    .where('id', '<>', id)
    .where('applicantKey', '=', ({ selectFrom }) =>
      selectFrom('requests').select('applicantKey').where('organId', '=', organId).where('id', '=', id),
    )
    .execute()

/** The request by its id, as the finder shows it; undefined where there is none. */
export async function findShown(tx: Tx, organId: number, id: string): Promise<FoundRequest | undefined> {
  const row = await tx
    .selectFrom('requests')
    .select(['id', 'number', 'summary', 'status'])
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, status: RequestStatus.parse(row.status) }
}

/** The next requests that cannot be found by telephone yet, with who asks. */
export async function listUnkeyed(
  tx: Tx,
  organId: number,
  after: string,
  most: number,
): Promise<{ id: string; applicant: Applicant }[]> {
  const rows = await tx
    .selectFrom('requests')
    .innerJoin('requestApplicants', (join) =>
      join
        .onRef('requestApplicants.organId', '=', 'requests.organId')
        .onRef('requestApplicants.requestId', '=', 'requests.id'),
    )
    .select(['requests.id', 'sealed'])
    .where('requests.organId', '=', organId)
    .where('applicantPhoneKey', 'is', null)
    .where('origin', '=', 'live')
    .where('requests.id', '>', after)
    .orderBy('requests.id')
    .limit(most)
    .execute()
  return rows.map(({ id, sealed }) => ({ id, applicant: readApplicant(organId, id, sealed) }))
}

/** Lets a request be found by telephone and name, unless it was corrected meanwhile. */
export async function saveKeys(
  tx: Tx,
  organId: number,
  id: string,
  keys: { readonly applicantNameKey: Buffer; readonly applicantPhoneKey: Buffer },
): Promise<void> {
  await tx
    .updateTable('requests')
    .set(keys)
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('applicantPhoneKey', 'is', null)
    .execute()
}

/** The numbers of the requests of these ids. */
export const numbersOf = calledBy('requests', 'number')
