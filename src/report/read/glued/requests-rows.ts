import { leafColumns, leafRows, type ReportFormat } from '../../../law/report-format.ts'
import { reportFormats } from '../../../law/report-formats.ts'
import { withClosedGroups } from '../../declared-format.ts'
import { bareName } from '../bare.ts'
import type { Label } from '../labels.ts'
import { type Printed, printedOf } from './print.ts'
import type { Item } from './stream.ts'
import { isOrdinal } from './zones.ts'

/** Rows whose labels stand together, and the figures behind them. */
export interface PrintedRows {
  readonly ids: readonly string[]
  readonly printed: Printed
}

/** A table as it stands in a text without cells. */
export interface FoundTable {
  readonly format: ReportFormat
  readonly runs: readonly PrintedRows[]
  /** Why its rows cannot be told; null when they can. */
  readonly problem: string | null
  readonly from: number
  readonly to: number
}

const columns = leafColumns(reportFormats['2021'].requests.columns).map(({ id }) => id)
const [first = '', ...others] = columns
const total = columns.at(-1) ?? ''
/** The headers read row by row (自然人、总计, then what stands under 法人或其他组织), or column by column. */
const headerOrders = [[first, total, ...others.filter((id) => id !== total)], columns]

const heading = bareName(reportFormats['2021'].sections.find(({ id }) => id === 'requests')?.heading ?? '')

const numbers = new Map(
  Object.values(reportFormats).flatMap((format) =>
    leafRows(format.requests.rows).flatMap(({ id, label }) => {
      const number = /^\d/.exec(label)?.[0]
      return number === undefined ? [] : [[id, number] as const]
    }),
  ),
)

/** （六）其他处理 in one row, as in 2019: of section three nothing else differs between the forms. */
const singleOther = withClosedGroups(reportFormats['2021'], ['other'])

const isOf = ({ table }: Label): boolean => table === 'requests'

/** The number that stands before the label in the form, for the item that may be such a label. */
function numberOf(item: Item | undefined): string | null {
  const row = item?.labels.find((label) => isOf(label) && numbers.has(label.id))
  return (row && numbers.get(row.id)) ?? null
}

/** Section three in a zone: undefined when it does not hold most of its rows. */
export function findRequests(zone: readonly Item[]): FoundTable | undefined {
  // Sentences above the table name its rows as well; the table begins behind its heading or its first header.
  const above = zone.findLastIndex(
    ({ kind, text, labels }) =>
      (kind === 'heading' && text.endsWith(heading)) || labels.some(({ id }) => id === 'corner'),
  )
  const begin = zone.findIndex(
    ({ kind, labels }, index) => index > above && kind === 'label' && labels.length > 0 && labels.every(isOf),
  )
  if (begin < 0) return undefined
  const behind = zone.findIndex(
    ({ kind, labels }, index) =>
      index > begin && (kind === 'heading' || (labels.length > 0 && labels.every(({ table }) => table === 'remedies'))),
  )
  const items = zone.slice(begin, behind < 0 ? zone.length : behind)
  const runs: PrintedRows[] = []
  const headers: string[] = []
  let problem: string | null = null
  let pending: Label[] = []
  let strangers = 0
  let isStranger = false
  let last = items[0]
  items.forEach((item, index) => {
    const next = items[index + 1] ?? (behind < 0 ? undefined : zone[behind])
    if (item.kind === 'figures') {
      const printed = printedOf(item, numberOf(next))
      if (!printed) return
      last = item
      if (pending.length > 0) runs.push({ ids: pending.map(({ id }) => id), printed })
      else problem ??= isStranger ? '有统一格式之外的行' : '有不属于任何一行的数字'
      pending = []
      return
    }
    isStranger = item.kind === 'words' && !isOrdinal(item)
    if (isStranger && runs.length === 0 && pending.length === 0) strangers += item.text.length
    const isRest = pending.length === 0 || pending.at(-1)?.names.some((name) => name.includes(item.text))
    if (isStranger && (!isRest || (runs.length > 0 && marksPart(item, items[index - 1]))))
      problem ??= '有统一格式之外的文字'
    const isAmongRows = (runs.length > 0 || pending.length > 0) && !isHeader(items[index - 1])
    const row = rowOf(item, next, isAmongRows)
    if (row !== undefined) pending.push(row)
    else if (runs.length === 0 && pending.length === 0) {
      const column = item.labels.find((label) => isOf(label) && columns.includes(label.id))
      if (column) headers.push(column.id)
    }
  })
  const ids = runs.flatMap((run) => run.ids)
  if (new Set(ids).size < 8 || !last) return undefined
  const isTornOff = behind < 0 && zone.at(-1) === items.at(-1)
  if (pending.length > 0 && !isTornOff) problem ??= '有的行没有数字'
  if (countRows(zone.slice(0, begin)) > 1) problem ??= '文中不止一张'
  if (new Set(ids).size < ids.length) problem ??= '有的行出现两次'
  if (!isUsualOrder(headers, strangers)) problem ??= '表头与统一格式的次序不同'
  const format = ids.includes('other') ? singleOther : reportFormats['2021']
  return { format, runs, problem, from: items[0]?.from ?? 0, to: last.to }
}

/** Rows of figures that stand above the table: another version of it. */
const countRows = (items: readonly Item[]): number =>
  items.filter(
    ({ kind, text }, index) =>
      kind === 'figures' &&
      text.length >= columns.length &&
      items[index - 1]?.labels.some((label) => isOf(label) && label.kind === 'row'),
  ).length

/** The row that a label stands for: 其他 and 总计 are rows only among rows and with figures behind them. */
function rowOf(item: Item, next: Item | undefined, isAmongRows: boolean): Label | undefined {
  const mine = item.labels.filter(isOf)
  const rows = mine.filter(({ kind }) => kind === 'row')
  const row = rows[0]
  if (!row) return undefined
  const hasFigures = next?.kind === 'figures' && printedOf(next, null) !== undefined
  if (mine.some(({ kind }) => kind === 'group')) return hasFigures && next.text.trim().length > 1 ? row : undefined
  // Where a page begins anew the headers may be printed again: they stand beside each other.
  if (mine.some(({ kind }) => kind === 'column')) return isAmongRows && !isHeader(next) ? row : undefined
  return row
}

const isHeader = (item: Item | undefined): boolean =>
  item?.labels.some(({ table, kind }) => table === 'requests' && kind === 'column') ?? false

/** The form prints no 其中: what follows may be a part of the row above, unless the caption of a group stands before. */
const marksPart = ({ text }: Item, before: Item | undefined): boolean =>
  text.includes('其中') && !before?.labels.some((label) => isOf(label) && label.kind === 'group')

function isUsualOrder(headers: readonly string[], strangers: number): boolean {
  if (headers.length === 0) return strangers <= 8
  const missing = columns.length - new Set(headers).size
  return strangers <= missing * 8 && headerOrders.some((order) => isWithin(headers, order))
}

/** Every header once, and in this order. */
function isWithin(headers: readonly string[], order: readonly string[]): boolean {
  const places = headers.map((id) => order.indexOf(id))
  return places.every((place, index) => place > (places[index - 1] ?? -1))
}
