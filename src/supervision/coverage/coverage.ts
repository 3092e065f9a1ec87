import type { PlainDate } from '../../days/plain-date.ts'
import { type AdministrativeLevel, scopeOf } from '../../law/scope.ts'
import type { Organ } from '../../organs/organ.ts'
import type { ColumnView } from '../../platform/columns/column.ts'
import type { Declaration, Matter } from './declaration.ts'

export const coverageStates = [
  { id: 'covered', label: '已公开' },
  { id: 'stale', label: '超期未更新' },
  { id: 'hole', label: '缺项' },
  { id: 'declared', label: '本机关无此项' },
  { id: 'reviewDue', label: '声明到期待核对' },
  { id: 'contradicted', label: '有信息，声明应撤销' },
] as const
export type CoverageState = (typeof coverageStates)[number]['id']

export interface CoverageCell {
  readonly columnId: string
  readonly count: number
  readonly updatedOn: PlainDate | null
  /** The column is there for this item. */
  readonly isAssigned: boolean
}

export interface CoverageRow extends Matter {
  readonly label: string
  readonly state: CoverageState
  /** Columns that serve the item or hold something of it. */
  readonly cells: readonly CoverageCell[]
  readonly count: number
  readonly updatedOn: PlainDate | null
  readonly staleColumns: readonly string[]
  readonly declaration: Declaration | null
}

export interface CoverageView {
  readonly rows: readonly CoverageRow[]
  /** The columns of the matrix, in order. */
  readonly columns: readonly { readonly id: string; readonly name: string }[]
}

/** Live records of a column by the item that they name themselves. */
export interface ItemCount {
  readonly columnId: string
  readonly art20Item: number | null
  readonly count: number
  readonly updatedOn: PlainDate
}

const levelOf = ({ level }: Pick<Organ, 'level'>): AdministrativeLevel =>
  level === 'national' ? 'stateCouncil' : level

/** What arts. 20 and 21 ask of the organ on `day`. */
export function mattersOf(organ: Pick<Organ, 'level'>, day: PlainDate): (Matter & { readonly label: string })[] {
  const { items, additions } = scopeOf(levelOf(organ), day)
  return [
    ...items.map(({ item, content }) => ({ item, matter: null, label: content })),
    ...additions.map((matter) => ({ item: null, matter, label: matter })),
  ]
}

export const isSameMatter = (a: Matter, b: Matter): boolean => a.item === b.item && a.matter === b.matter

const isAssigned = ({ art20Items, art21Matters }: ColumnView, { item, matter }: Matter): boolean =>
  item === null ? art21Matters.includes(matter ?? '') : art20Items.includes(item)

const latest = (days: readonly (PlainDate | null)[]): PlainDate | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null)

function cellOf(column: ColumnView, matter: Matter, counts: readonly ItemCount[]): CoverageCell {
  const assigned = isAssigned(column, matter)
  // A record counts where it says so itself, else where its column stands for.
  const its = counts.filter(
    ({ columnId, art20Item }) =>
      columnId === column.id &&
      (matter.item === null ? assigned : art20Item === matter.item || (art20Item === null && assigned)),
  )
  return {
    columnId: column.id,
    count: its.reduce((sum, { count }) => sum + count, 0),
    updatedOn: latest(its.map(({ updatedOn }) => updatedOn)),
    isAssigned: assigned,
  }
}

function stateOf(count: number, stale: readonly string[], declaration: Declaration | null, today: PlainDate) {
  if (declaration) {
    if (count > 0) return 'contradicted'
    return declaration.reviewOn <= today ? 'reviewDue' : 'declared'
  }
  if (count === 0) return 'hole'
  return stale.length > 0 ? 'stale' : 'covered'
}

/** Arts. 20 and 21 against the columns: what is there, what is old, what is missing, what the organ does not have. */
export function coverageOf(
  organ: Pick<Organ, 'level'>,
  columns: readonly ColumnView[],
  counts: readonly ItemCount[],
  declarations: readonly Declaration[],
  today: PlainDate,
): CoverageView {
  const open = columns.filter(({ closedOn }) => closedOn === null)
  const rows = mattersOf(organ, today).map((matter): CoverageRow => {
    const cells = open
      .map((column) => cellOf(column, matter, counts))
      .filter((cell) => cell.isAssigned || cell.count > 0)
    const count = cells.reduce((sum, cell) => sum + cell.count, 0)
    const staleColumns = open
      .filter((column) => isAssigned(column, matter) && column.freshness === 'stale')
      .map(({ name }) => name)
    const declaration = declarations.find((each) => isSameMatter(each, matter)) ?? null
    const state = stateOf(count, staleColumns, declaration, today)
    const updatedOn = latest(cells.map((cell) => cell.updatedOn))
    return { ...matter, state, cells, count, updatedOn, staleColumns, declaration }
  })
  const shown = new Set(rows.flatMap(({ cells }) => cells.map(({ columnId }) => columnId)))
  return { rows, columns: open.filter(({ id }) => shown.has(id)).map(({ id, name }) => ({ id, name })) }
}
