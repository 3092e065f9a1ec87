import type { Selectable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import type { Actor } from '../../organs/actor.ts'
import { Content } from '../content.ts'
import type { Revision, RevisionItem } from '../record.ts'
import type { EditionKey } from './editions.ts'

const revisionsOf = (tx: Tx, { organId, recordId, edition }: EditionKey) =>
  tx
    .selectFrom('revisions')
    .selectAll()
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('edition', '=', edition)

const revisionFrom = (row: Selectable<DB['revisions']>): Revision => ({
  revision: row.revision,
  basedOn: row.basedOn,
  hash: row.hash,
  content: Content.parse(row.content),
  savedName: row.savedName,
  savedAt: row.savedAt.toISOString(),
  isAside: row.isAside,
})

/** One saved text; undefined when there is none of that number. */
export async function findRevision(tx: Tx, key: EditionKey, revision: number): Promise<Revision | undefined> {
  const row = await revisionsOf(tx, key).where('revision', '=', revision).executeTakeFirst()
  return row && revisionFrom(row)
}

/** The text of that hash; undefined when it was never saved here. */
export async function findRevisionOf(tx: Tx, key: EditionKey, hash: string): Promise<Revision | undefined> {
  const row = await revisionsOf(tx, key)
    .where('hash', '=', hash)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && revisionFrom(row)
}

/** Who saved when, the newest first; the texts are read one by one. */
export async function listRevisions(tx: Tx, key: EditionKey): Promise<RevisionItem[]> {
  const rows = await revisionsOf(tx, key)
    .clearSelect()
    .select(['revision', 'hash', 'savedName', 'savedAt', 'isAside'])
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }))
}

/** The number of the last saved text, aside ones included; 0 where nothing was saved. */
export async function lastRevision(tx: Tx, key: EditionKey): Promise<number> {
  const row = await revisionsOf(tx, key)
    .clearSelect()
    .select(({ fn }) => fn.max('revision').as('last'))
    .executeTakeFirst()
  return row?.last ?? 0
}

/** Keeps a text for good. */
export async function addRevision(
  tx: Tx,
  actor: Actor,
  { organId, recordId, edition }: EditionKey,
  now: Date,
  { revision, basedOn, hash, content, isAside }: Omit<Revision, 'savedName' | 'savedAt'>,
): Promise<void> {
  await tx
    .insertInto('revisions')
    .values({
      organId,
      recordId,
      edition,
      revision,
      basedOn,
      hash,
      isAside,
      content: JSON.stringify(content),
      savedBy: actor.kind === 'staff' ? actor.id : null,
      savedName: actor.name,
      savedAt: now,
    })
    .execute()
}
