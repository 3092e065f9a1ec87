import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { EditionKey } from './editions.ts'

const columns = ['id', 'answersId', 'revision', 'paragraph', 'quoted', 'words', 'saidAt', 'saidBy', 'saidName'] as const

export type CommentRow = Awaited<ReturnType<typeof listComments>>[number]

/** Comments on an edition and the answers to them, in the order in which they were said. */
export const listComments = (tx: Tx, { organId, recordId, edition }: EditionKey) =>
  tx
    .selectFrom('paragraphComments')
    .select([...columns, 'resolvedAt', 'resolvedName'])
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('edition', '=', edition)
    .orderBy('id')
    .execute()

/** A comment of this edition; locks it. Refuses an id that none has, and answers. */
export async function getCommentForChange(tx: Tx, key: EditionKey, id: string): Promise<CommentRow> {
  const row = await tx
    .selectFrom('paragraphComments')
    .select([...columns, 'resolvedAt', 'resolvedName'])
    .where('organId', '=', key.organId)
    .where('recordId', '=', key.recordId)
    .where('edition', '=', key.edition)
    .where('id', '=', id)
    .where('answersId', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refusals.unknownComment()
  return row
}

interface Saying {
  readonly words: string
  readonly saidAt: Date
  readonly saidBy: string
  readonly saidName: string
}
type NewRow = Saying &
  ({ readonly revision: number; readonly paragraph: number; readonly quoted: string } | { readonly answersId: string })

/** Keeps a comment, or an answer to one. */
export async function addComment(tx: Tx, { organId, recordId, edition }: EditionKey, row: NewRow): Promise<string> {
  const { id } = await tx
    .insertInto('paragraphComments')
    .values({ organId, recordId, edition, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes who resolved a comment and when; null: it is open again. */
export async function setResolved(
  tx: Tx,
  organId: number,
  id: string,
  resolved: { readonly at: Date; readonly name: string } | null,
): Promise<void> {
  await tx
    .updateTable('paragraphComments')
    .set({ resolvedAt: resolved?.at ?? null, resolvedName: resolved?.name ?? null })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}
