import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { Content } from '../content.ts'

/** A template without its text. */
export interface TemplateFacts {
  readonly id: string
  readonly unitId: string | null
  readonly name: string
}

/** The templates of the organ, by name. */
export const listTemplates = (tx: Tx, organId: number) =>
  tx
    .selectFrom('recordTemplates as t')
    .leftJoin('workUnits as u', (join) => join.onRef('u.organId', '=', 't.organId').onRef('u.id', '=', 't.unitId'))
    .select(['t.id', 't.unitId', 't.name', 't.type', 't.changedAt', 't.changedName', 'u.name as unitName'])
    .where('t.organId', '=', organId)
    .orderBy('t.name')
    .orderBy('t.id')
    .execute()

/** The template with its text. Refuses an id that none of this organ has. */
export async function getTemplate(tx: Tx, organId: number, id: string): Promise<TemplateFacts & { content: Content }> {
  const row = await tx
    .selectFrom('recordTemplates')
    .select(['id', 'unitId', 'name', 'content'])
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw refusals.unknownTemplate()
  return { ...row, content: Content.parse(row.content) }
}

export interface NewTemplate {
  readonly organId: number
  readonly unitId: string | null
  readonly name: string
  readonly content: Content
  readonly changedAt: Date
  readonly changedName: string
}

/** Keeps a template. Answers with its id; undefined where the unit has one of that name. */
export async function addTemplate(tx: Tx, { content, ...facts }: NewTemplate): Promise<string | undefined> {
  const row = await tx
    .insertInto('recordTemplates')
    .values({ ...facts, type: content.type, content: JSON.stringify(content) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Gives a template another name. */
export async function renameTemplate(
  tx: Tx,
  { organId, id, ...set }: { organId: number; id: string; name: string; changedAt: Date; changedName: string },
): Promise<void> {
  await tx.updateTable('recordTemplates').set(set).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Removes a template; what was begun from it stays. */
export async function removeTemplate(tx: Tx, organId: number, id: string): Promise<void> {
  await tx.deleteFrom('recordTemplates').where('organId', '=', organId).where('id', '=', id).execute()
}
