import { record as audit } from '../../audit/record.ts'
import { daysBetween } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { isOpenUnit } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import {
  type ColumnChange,
  type ColumnClosing,
  ColumnKind,
  type ColumnMove,
  type ColumnsUnit,
  type ColumnView,
  type GivenColumns,
  isRoot,
  isStandard,
  type NewColumn,
} from './column.ts'
import { contentsByColumn } from './contents.ts'
import { freshnessOf } from './freshness.ts'
import { onColumnMoved } from './on-moved.ts'
import { whyNotAdd, whyNotChange, whyNotClose, whyNotMove, whyNotReopen } from './rules.ts'
import * as store from './store.ts'

/** Every column with what its administration shows; closed ones too. */
export async function showColumns(tx: Tx, { organId, today }: Pick<Actor, 'organId' | 'today'>): Promise<ColumnView[]> {
  const contents = await contentsByColumn(tx, organId)
  return (await store.listKept(tx, organId)).map((row) => {
    const { liveCount = 0, openCount = 0, updatedOn = null } = contents.get(row.id) ?? {}
    return {
      ...row,
      liveCount,
      openCount,
      updatedOn,
      kind: ColumnKind.parse(row.kind),
      isRoot: isRoot(row.id),
      isStandard: isStandard(row.id),
      daysSince: updatedOn && daysBetween(updatedOn, today),
      freshness: row.closedOn ? 'notDue' : freshnessOf({ updateDays: row.updateDays, updatedOn }, today),
    }
  })
}

/** One change of the tree at a time in an organ. */
async function treeForChange(tx: Tx, actor: Actor): Promise<ColumnView[]> {
  await organs.lock(tx, actor.organId)
  return showColumns(tx, actor)
}

function found(tree: readonly ColumnView[], id: string): ColumnView {
  const column = tree.find((each) => each.id === id)
  if (!column) throw refusals.noSuchColumn()
  return column
}

async function refuseUnit(tx: Tx, { organId }: Actor, unitId: string | null): Promise<void> {
  if (unitId !== null && !(await isOpenUnit(tx, organId, unitId))) throw refusals.unknownUnit()
}

/** Adds a column of the organ's own below another. Answers with its id. */
export async function addColumn(tx: Tx, actor: Actor, column: NewColumn): Promise<string> {
  const tree = await treeForChange(tx, actor)
  const refusal = whyNotAdd(tree, column)
  if (refusal) throw refusal
  await refuseUnit(tx, actor, column.unitId)
  const id = column.id || freeId(tree)
  await store.add(tx, actor.organId, {
    ...column,
    id,
    openedOn: actor.today,
    position: column.position ?? behindSiblings(tree, column.parentId),
  })
  await audit(tx, actor, 'column.added', { subject: id, detail: column })
  return id
}

const behindSiblings = (tree: readonly ColumnView[], below: string): number =>
  (tree.filter(({ parentId }) => parentId === below).at(-1)?.position ?? 0) + 10

/** The first of lm-1, lm-2 … that no column has, closed ones included. */
function freeId(tree: readonly ColumnView[]): string {
  const taken = new Set(tree.map(({ id }) => id))
  let count = 1
  while (taken.has(`lm-${count}`)) count += 1
  return `lm-${count}`
}

/** Changes what a column says of itself, who keeps it and what it serves. */
export async function changeColumn(tx: Tx, actor: Actor, id: string, change: ColumnChange): Promise<void> {
  const tree = await treeForChange(tx, actor)
  const column = found(tree, id)
  const refusal = whyNotChange(tree, column, change)
  if (refusal) throw refusal
  if (change.unitId !== column.unitId) await refuseUnit(tx, actor, change.unitId)
  await store.save(tx, actor.organId, id, change)
  const { name, scope, content, form, updateDays, unitId, art20Items, art21Matters, position } = column
  const before = { name, scope, content, form, updateDays, unitId, art20Items, art21Matters, position }
  await audit(tx, actor, 'column.changed', { subject: id, detail: { before, after: change } })
}

/** Gives columns to one unit; what may not be given stays, and is told with its reason. */
export async function giveColumns(tx: Tx, actor: Actor, { ids, unitId }: ColumnsUnit): Promise<GivenColumns> {
  const tree = await treeForChange(tx, actor)
  await refuseUnit(tx, actor, unitId)
  const given: string[] = []
  const refused: GivenColumns['refused'][number][] = []
  for (const column of [...new Set(ids)].map((id) => found(tree, id))) {
    const { id, name } = column
    const why = whyNotChange(tree, column, column)
    if (why) {
      refused.push({ id, name, why: why.message })
      continue
    }
    given.push(id)
    if (column.unitId === unitId) continue
    await store.save(tx, actor.organId, id, { unitId })
    await audit(tx, actor, 'column.changed', {
      subject: id,
      detail: { before: { unitId: column.unitId }, after: { unitId } },
    })
  }
  return { given, refused }
}

/** Moves a column with all below it under another one, behind its new siblings; addresses stay as they are. */
export async function moveColumn(tx: Tx, actor: Actor, id: string, { parentId }: ColumnMove): Promise<void> {
  const tree = await treeForChange(tx, actor)
  const column = found(tree, id)
  const refusal = whyNotMove(tree, column, parentId)
  if (refusal) throw refusal
  await store.move(tx, actor.organId, id, { parentId, position: behindSiblings(tree, parentId) })
  await audit(tx, actor, 'column.moved', { subject: id, detail: { from: column.parentId, to: parentId } })
}

/** Closes a column with its reason; what stands in it moves to the one that follows. */
export async function closeColumn(tx: Tx, actor: Actor, id: string, closing: ColumnClosing): Promise<void> {
  const tree = await treeForChange(tx, actor)
  const column = found(tree, id)
  const refusal = whyNotClose(tree, column, closing)
  if (refusal) throw refusal
  const { organId } = actor
  await store.close(tx, organId, id, { ...closing, on: actor.today })
  if (closing.successorId !== null)
    for (const follow of onColumnMoved.all()) await follow(tx, { organId, from: id, to: closing.successorId })
  await audit(tx, actor, 'column.closed', { subject: id, detail: { ...closing, moved: column.liveCount } })
}

/** Opens a closed column again, empty: what it had stays where it went. */
export async function reopenColumn(tx: Tx, actor: Actor, id: string): Promise<void> {
  const tree = await treeForChange(tx, actor)
  const column = found(tree, id)
  const refusal = whyNotReopen(tree, column)
  if (refusal) throw refusal
  await store.reopen(tx, actor.organId, id)
  await audit(tx, actor, 'column.reopened', { subject: id })
}
