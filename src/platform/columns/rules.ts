import { type Refusal, refusals } from '../../refusal.ts'
import { type ColumnChange, type ColumnClosing, type ColumnView, holdsRecords, isRoot, isStandard } from './column.ts'

/** Root, section, column, sub-column: the public finds nothing deeper. */
const deepest = 4

type Column = Pick<ColumnView, 'id' | 'parentId' | 'name' | 'kind' | 'position' | 'closedOn'>
type Tree = readonly Column[]

function depthOf(tree: Tree, column: Column): number {
  let depth = 1
  let above = tree.find(({ id }) => id === column.parentId)
  // No more steps than columns, should the filed tree have a loop.
  while (above && depth <= tree.length) {
    depth += 1
    const parentId: string | null = above.parentId
    above = tree.find(({ id }) => id === parentId)
  }
  return depth
}

const nameTaken = (tree: Tree, name: string, but?: string): Refusal | undefined =>
  tree.some((column) => column.id !== but && column.closedOn === null && column.name === name)
    ? refusals.columnNameTaken(name)
    : undefined

/** Why a column may not be added there, or undefined if it may. */
export function whyNotAdd(tree: Tree, { parentId, id, name }: { parentId: string; id: string; name: string }) {
  const parent = tree.find((column) => column.id === parentId)
  if (!parent || parent.closedOn) return refusals.unknownParentColumn()
  if (!holdsRecords(parent.kind)) return refusals.noColumnsBelow(parent.name)
  if (depthOf(tree, parent) >= deepest) return refusals.columnTooDeep(deepest)
  if (id !== '' && tree.some((column) => column.id === id)) return refusals.columnIdTaken(id)
  return nameTaken(tree, name)
}

/** Why a column may not be changed so. 国办公开办函〔2019〕61号: the five first columns have one name and one order everywhere. */
export function whyNotChange(tree: Tree, column: Column, change: Pick<ColumnChange, 'name' | 'position'>) {
  if (column.closedOn) return refusals.columnClosed(column.name)
  if (isRoot(column.id) && change.name !== column.name) return refusals.rootColumnFixed(column.name)
  if (isRoot(column.id) && change.position !== column.position) return refusals.rootColumnPlace(column.name)
  return nameTaken(tree, change.name, column.id)
}

/** The column itself and every one below it, closed ones too: they may be opened again. */
function familyOf(tree: Tree, id: string): Column[] {
  const family = tree.filter((column) => column.id === id)
  // Grows while it is walked, by what stands below; each column once.
  for (const { id: above } of family)
    family.push(...tree.filter((column) => column.parentId === above && !family.includes(column)))
  return family
}

const rootOf = (tree: Tree, column: Column): Column => {
  const above = tree.find(({ id }) => id === column.parentId)
  return above ? rootOf(tree, above) : column
}

/**
 * Why a column may not stand below another one, or undefined if it may. 国办公开办函〔2019〕61号: the five first columns have one
 * place; what the national model has below one of them stays below it.
 */
export function whyNotMove(tree: Tree, column: Column, parentId: string): Refusal | undefined {
  if (column.closedOn) return refusals.columnClosed(column.name)
  if (isRoot(column.id)) return refusals.rootColumnMoves(column.name)
  const parent = tree.find(({ id }) => id === parentId)
  if (!parent || parent.closedOn) return refusals.unknownParentColumn()
  if (parent.id === column.parentId) return refusals.columnStandsThere(parent.name)
  if (!holdsRecords(parent.kind)) return refusals.noColumnsBelow(parent.name)
  const family = familyOf(tree, column.id)
  if (family.includes(parent)) return refusals.columnBelowItself(column.name)
  const root = rootOf(tree, column)
  if (isStandard(column.id) && rootOf(tree, parent) !== root)
    return refusals.standardColumnStays(column.name, root.name)
  const height = Math.max(...family.map((each) => depthOf(tree, each))) - depthOf(tree, column)
  return depthOf(tree, parent) + 1 + height > deepest ? refusals.columnTooDeep(deepest) : undefined
}

type Closing = Column & Pick<ColumnView, 'liveCount' | 'openCount'>

/** Why a column may not be closed so: what the public reads must not vanish with it. */
export function whyNotClose(tree: Tree, column: Closing, { successorId }: Pick<ColumnClosing, 'successorId'>) {
  if (column.closedOn) return refusals.columnClosed(column.name)
  if (isRoot(column.id)) return refusals.rootColumnStays(column.name)
  const below = tree.find(({ parentId, closedOn }) => parentId === column.id && closedOn === null)
  if (below) return refusals.columnHasColumns(below.name)
  if (successorId === null) {
    const { liveCount, openCount } = column
    return liveCount + openCount > 0 ? refusals.columnHoldsRecords(liveCount, openCount) : undefined
  }
  const successor = tree.find(({ id }) => id === successorId)
  const fits = successor && successor.id !== column.id && successor.closedOn === null && holdsRecords(successor.kind)
  return fits ? undefined : refusals.wrongSuccessor()
}

/** Why a closed column may not be opened again. */
export function whyNotReopen(tree: Tree, column: Column) {
  if (!column.closedOn) return refusals.columnOpen(column.name)
  const parent = tree.find(({ id }) => id === column.parentId)
  if (!parent || parent.closedOn) return refusals.unknownParentColumn()
  return nameTaken(tree, column.name, column.id)
}
