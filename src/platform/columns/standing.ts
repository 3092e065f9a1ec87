import type { Selectable } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import { calledBy } from '../../db/called-by.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { standardColumns } from '../../law/platform-columns.ts'

/** 栏目 of an organ's platform. */
export type PlatformColumn = Omit<Selectable<DB['platformColumns']>, 'organId'>

/** Every column of the organ, in order; empty before its platform was opened. */
export const listColumns = async (tx: Tx, organId: number): Promise<PlatformColumn[]> =>
  tx
    .selectFrom('platformColumns')
    .select([
      'id',
      'parentId',
      'position',
      'name',
      'kind',
      'scope',
      'content',
      'form',
      'updateDays',
      'unitId',
      'art20Items',
      'art21Matters',
      'openedOn',
      'closedOn',
      'closedReason',
      'successorId',
    ])
    .where('organId', '=', organId)
    .orderBy('position')
    .orderBy('id')
    .execute()

/** Gives the organ the standard columns that it does not have yet, opened on that day or today; what it has changed stays. */
export async function openPlatform(tx: Tx, organId: number, openedOn?: PlainDate): Promise<void> {
  await tx
    .insertInto('platformColumns')
    .values(
      standardColumns.map(({ id, parent, name, kind, scope, content, form, updateDays, art20Items }, index) => ({
        organId,
        id,
        parentId: parent,
        position: (index + 1) * 10,
        name,
        kind,
        scope,
        content,
        form,
        updateDays,
        art20Items: [...art20Items],
        ...(openedOn && { openedOn }),
      })),
    )
    .onConflict((conflict) => conflict.columns(['organId', 'id']).doNothing())
    .execute()
}

/** Whether the organ has such an open column, in which records stand. */
export const isColumn = async (tx: Tx, organId: number, id: string): Promise<boolean> =>
  (await recordColumn(tx, organId, id))?.closedOn === null

/** A column in which records stand or stood, with where they went; undefined when there is none of that id. */
export async function recordColumn(tx: Tx, organId: number, id: string): Promise<RecordColumn | undefined> {
  return tx
    .selectFrom('platformColumns as c')
    .leftJoin('platformColumns as s', (join) =>
      join.onRef('s.organId', '=', 'c.organId').onRef('s.id', '=', 'c.successorId'),
    )
    .select(['c.name', 'c.closedOn', 's.name as successor'])
    .where('c.organId', '=', organId)
    .where('c.id', '=', id)
    .where('c.kind', 'in', ['list', 'library', 'page'])
    .executeTakeFirst()
}

export interface RecordColumn {
  readonly name: string
  readonly closedOn: PlainDate | null
  /** The column into which it was merged. */
  readonly successor: string | null
}

/** Where a record of this column stands: in the one that followed when it was closed. */
export async function standingColumn(tx: Tx, organId: number, id: string): Promise<string> {
  const row = await tx
    .selectFrom('platformColumns')
    .select('successorId')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.successorId ?? id
}

/** The names of the columns of these ids, closed ones too. */
export const namesOf = calledBy('platformColumns', 'name')
