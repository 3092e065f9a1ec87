import type { ProactiveBlock } from '../../../law/report-format.ts'
import { type ReportFormatId, reportFormats } from '../../../law/report-formats.ts'
import type { Label } from '../labels.ts'
import { canBeCut, cutsOf, fewestFigures } from './cut.ts'
import { type Printed, piecesOf, printedOf } from './print.ts'
import type { Item } from './stream.ts'
import { isOrdinal } from './zones.ts'

/** Section two as it stands in a text without cells: the cells of each row as they are to be read, or null. */
export interface FoundProactive {
  readonly format: ReportFormatId
  readonly rows: ReadonlyMap<string, readonly string[] | null>
  /** Where the figures of its rows stand. */
  readonly spans: readonly { readonly from: number; readonly to: number }[]
  /** A row of several cells stands in one piece that is long enough to hold them. */
  readonly isGlued: boolean
  readonly from: number
  readonly to: number
}

const formatIds: readonly ReportFormatId[] = ['2021', '2019']

/** 第二十条第（一）项 */
const isCaption = ({ table, id }: Label): boolean => table === 'proactive' && /^item\d+$/.test(id)

/** Section two in a zone: undefined when it does not hold most of its rows. */
export function findProactive(zone: readonly Item[]): FoundProactive | undefined {
  const begin = zone.findIndex(({ labels }) => labels.some(isCaption))
  if (begin < 0) return undefined
  const end = zone.findIndex(
    ({ kind, labels }, index) =>
      index > begin && (kind === 'heading' || labels.some(({ table }) => table !== 'proactive')),
  )
  const items = zone.slice(begin, end < 0 ? zone.length : end)
  const format = formatOf(items)
  const rows = new Map<string, readonly string[] | null>()
  let headers: string[] = []
  let lost: string[] = []
  const spans: { from: number; to: number }[] = []
  let isGlued = false
  let to = 0
  items.forEach((item, index) => {
    const [label] = item.labels
    if (!label) return
    if (label.kind === 'column') {
      headers = isCaption(label) ? [] : [...headers, label.id]
      return
    }
    const block = reportFormats[format].proactive.find(({ rows: own }) => own.some(({ id }) => id === label.id))
    const figures = items[index + 1]
    const printed = figures?.kind === 'figures' ? printedOf(figures, null) : undefined
    if (!block || !figures) return
    if (!printed) {
      // Its figures may stand behind the next label, or nowhere.
      lost = [...lost, label.id]
      return
    }
    to = figures.to
    spans.push(figures)
    for (const id of lost) rows.set(id, null)
    const isAgain = rows.has(label.id) || lost.length > 0
    lost = []
    if (block.columns.length > 1 && /^\d+$/.test(printed.raw) && printed.raw.length >= block.columns.length)
      isGlued = true
    const unit = unitBehind(items, index + 2)
    rows.set(label.id, isAgain || unit === undefined || !isUsual(headers, block) ? null : cellsOf(block, printed, unit))
  })
  for (const id of lost) rows.set(id, null)
  const hasWrongUnit = items.some(({ kind, text }) => kind === 'words' && text.includes('单位元'))
  if (hasWrongUnit) rows.set('administrativeFees', null)
  if (rows.size < 3) return undefined
  return { format, rows, spans, isGlued, from: items[0]?.from ?? 0, to }
}

/** The form whose own headers stand here more often; the form in force where they tell nothing. */
function formatOf(items: readonly Item[]): ReportFormatId {
  const ids = items.flatMap(({ labels }) => labels.map(({ id }) => id))
  const own = (format: ReportFormatId) => {
    const known = reportFormats[format].proactive.flatMap(({ columns }) => columns.map(({ id }) => id))
    return ids.filter((id) => known.includes(id)).length
  }
  return formatIds.reduce((best, id) => (own(id) > own(best) ? id : best))
}

/** The headers that were found stand in the order of the form. */
function isUsual(headers: readonly string[], block: ProactiveBlock): boolean {
  const places = headers.map((id) => block.columns.findIndex((column) => column.id === id))
  return places.every((place, index) => place > (places[index - 1] ?? -1))
}

/** Words behind the figures of a row: a unit, nothing, or undefined when more figures follow them. */
function unitBehind(items: readonly Item[], index: number): string | undefined {
  const words = items[index]
  if (words?.kind !== 'words' || isOrdinal(words)) return ''
  if (items[index + 1]?.kind === 'figures') return undefined
  return /^(?:万元|元|亿元|件|项)/.exec(words.text)?.[0] ?? ''
}

/**
 * The cells of a row. Section two has no sums, so figures that hang together are told apart only where there is one way
 * even if a cell were blank: zeros that no figure leads.
 */
function cellsOf({ columns }: ProactiveBlock, printed: Printed, unit: string): readonly string[] | null {
  const { print, raw, isOdd } = printed
  const pieces = piecesOf(printed)
  const isNumber = pieces.every((piece) => /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(piece))
  if (pieces.length === columns.length && isNumber)
    return pieces.map((piece, at) => (at === pieces.length - 1 ? piece + unit : piece))
  const { length } = print.digits
  if (isOdd || unit !== '' || raw.includes('?') || !canBeCut(print, 0, length, columns.length)) return null
  if (fewestFigures(print, 0, length) !== columns.length) return null
  const [cut] = cutsOf(print, 0, length, { width: columns.length, isSummed: false }, { left: 1000 })
  return cut ? cut.values.map(String) : null
}
