import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Request } from '../request.ts'

type Key = Pick<Request, 'organId' | 'id'>

/** How a letter was sealed. */
export interface LetterSeal {
  readonly seq: number
  readonly kind: 'electronic' | 'paper'
  /** Who noted a seal on paper; empty for an electronic one. */
  readonly byName: string
  readonly sealedOn: PlainDate
}

interface NewSeal extends Omit<LetterSeal, 'byName'> {
  readonly certificateId: string | null
  readonly by: { readonly id: string | null; readonly name: string } | null
}

/** Notes how a letter was sealed; the first note stands. Answers whether this is it. */
export async function addLetterSeal(
  tx: Tx,
  { organId, id }: Key,
  { seq, kind, sealedOn, certificateId, by }: NewSeal,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('letterSeals')
    .values({
      organId,
      requestId: id,
      seq,
      kind,
      sealedOn,
      certificateId,
      byStaff: by?.id ?? null,
      byName: by?.name ?? '',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The seals of the letters of a request. */
export async function listLetterSeals(tx: Tx, { organId, id }: Key): Promise<LetterSeal[]> {
  const rows = await tx
    .selectFrom('letterSeals')
    .select(['seq', 'kind', 'byName', 'sealedOn'])
    .where('organId', '=', organId)
    .where('requestId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind === 'electronic' ? 'electronic' : 'paper' }))
}
