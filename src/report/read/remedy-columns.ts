import { leafColumns } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { remedyCell } from '../sheet.ts'
import { type Label, labels } from './labels.ts'
import type { Piece } from './pieces.ts'
import type { Headers, Tables } from './tables.ts'
import { columnsAbove, type HeaderWord, headerWords } from './text-headers.ts'

export const remedyColumns = leafColumns(reportFormats['2021'].remedies.columns)
/** The three captions of section four, and the five results under each, in the usual order. */
export const blocks = [...new Set(remedyColumns.map(({ id }) => remedyCell(id).row))]
export const results = [...new Set(remedyColumns.map(({ id }) => remedyCell(id).column))]
const mine = labels.filter(({ table, kind }) => table === 'remedies' && kind === 'column')
const suits = 'suits'
export const resultLabels: readonly Label[] = results.flatMap((column) =>
  mine.filter(({ id }) => id === `${blocks[0]}.${column}`).map((label) => ({ ...label, id: column })),
)
const captionLabels = mine.filter(({ id }) => blocks.includes(id) || id === suits)

/** Column ids (`review.upheld`) of fifteen cells from left to right; undefined when the headers contradict the usual order. */
export interface RemedyOrder {
  readonly ids: readonly string[]
  /** Every header was found; else the usual order is taken because nothing speaks against it. */
  readonly isTold: boolean
}

const usual: readonly string[] = remedyColumns.map(({ id }) => id)

/** Fifteen cells of a real table by the headers above them. */
export function remedyOrderInGrid(cells: readonly Piece[], headers: Headers): RemedyOrder | undefined {
  const texts = [...headers].flatMap(([column, words]) => words.map(({ bare }) => ({ column, bare })))
  const captions = texts
    .flatMap(({ column, bare }) =>
      captionLabels.filter(({ names }) => names.includes(bare)).map(({ id }) => ({ column, id })),
    )
    .filter(({ id }) => id !== suits)
  const told = cells.map(({ at }) => {
    const result = headers
      .get(at)
      ?.flatMap(({ bare }) => resultLabels.filter(({ names }) => names.includes(bare)))
      .at(-1)?.id
    const block = captions.filter(({ column }) => column <= at).toSorted((a, b) => b.column - a.column)[0]?.id
    return { block, result, hasWord: headers.has(at) }
  })
  const ids = told.map(({ block, result }) => (block && result ? `${block}.${result}` : undefined))
  if (ids.every((id) => id !== undefined) && new Set(ids).size === usual.length) return { ids, isTold: true }
  const agrees = told.every(
    ({ block, result }, index) =>
      (block === undefined || captions.length < blocks.length || block === remedyCell(usual[index] ?? '').row) &&
      (result === undefined || result === remedyCell(usual[index] ?? '').column),
  )
  return agrees &&
    captions.length > 0 &&
    isInOrder(
      captions.toSorted((a, b) => a.column - b.column).map(({ id }) => id),
      blocks,
    )
    ? { ids: usual, isTold: false }
    : undefined
}

const isInOrder = (part: readonly string[], whole: readonly string[]): boolean => {
  let at = 0
  for (const one of whole) if (one === part[at]) at += 1
  return at === part.length
}

/** Fifteen cells of flattened text by the header words before them. */
export function remedyOrderInText(
  tables: Tables,
  figures: readonly Piece[],
  from: number,
  to: number,
): RemedyOrder | undefined {
  const words = headerWords(tables, 'remedies', mine, from, to)
  const order = blockOrder(words)
  // A column that the form does not know may hold one of the fifteen figures.
  if (!order || words.some(({ id }) => id === '?')) return undefined
  const above = columnsAbove(tables.pieces, figures, resultLabels, from)
  const named = words.map(({ id }) => remedyCell(id)).filter(({ column }) => results.includes(column))
  // Whole words beside each other say more than where they stand.
  if (above && named.length === above.length && above.join() !== named.map(({ column }) => column).join())
    return undefined
  const fives = above ? inFives(above) : inFives(named.map(({ column }) => column))
  if (fives && fives.length === blocks.length) {
    const isUniform = fives.every((five) => five.join() === fives[0]?.join())
    if (!isUniform && order.join() !== blocks.join()) return undefined
    return {
      ids: order.flatMap((block, index) => (fives[index] ?? []).map((result) => `${block}.${result}`)),
      isTold: true,
    }
  }
  if (fives?.length === 1)
    return { ids: order.flatMap((block) => (fives[0] ?? []).map((result) => `${block}.${result}`)), isTold: true }
  const hasParts = words.filter(({ id }) => id === '').length >= leastParts
  const isUsual =
    hasParts ||
    isInOrder(
      named.map(({ column }) => column),
      [...results, ...results, ...results],
    )
  return isUsual && order.join() === blocks.join() && !partsSpeakAgainst(words)
    ? { ids: usual, isTold: false }
    : undefined
}

/** Results in fives, each of them once in every five; undefined when they are not so. */
function inFives(columns: readonly string[]): string[][] | undefined {
  if (columns.length % results.length !== 0) return undefined
  const fives = Array.from({ length: columns.length / results.length }, (_, index) =>
    columns.slice(index * results.length, (index + 1) * results.length),
  )
  return fives.every((five) => new Set(five).size === results.length) ? fives : undefined
}

/** The three captions from left to right: the two under 行政诉讼 stand where it stands. */
function blockOrder(words: readonly HeaderWord[]): readonly string[] | undefined {
  const ids = [...new Set(words.map(({ id }) => id).filter((id) => blocks.includes(id) || id === suits))]
  const inside = ids.filter((id) => blocks.includes(id) && id !== 'review')
  const isFirst = !ids.includes(suits) ? undefined : ids.indexOf('review') < ids.indexOf(suits)
  const plain = ids.filter((id) => id !== suits)
  const order =
    isFirst === undefined || !ids.includes('review') ? plain : isFirst ? ['review', ...inside] : [...inside, 'review']
  if (order.length === blocks.length) return order
  return isInOrder(order, blocks) ? blocks : undefined
}

/** A header wrapped into columns leaves at least so many parts of words; fewer are only words cut off. */
const leastParts = 4

/** Where a line of parts goes on to the next caption: behind its fourth result or its total. */
const endsCaption = 3

/**
 * Parts of wrapped headers on one line (结果 纠正 …) against the usual order. A line of whole fives is judged part by part; of
 * others only that no part stands before one that belongs to its left.
 */
function partsSpeakAgainst(words: readonly HeaderWord[]): boolean {
  const lines = new Map<number, number[][]>()
  for (const { mayBe, line, at } of words.toSorted((a, b) => a.at - b.at)) {
    const cells = mayBe.map((id) => remedyCell(id)).filter(({ row, column }) => row !== column)
    const columns = [...new Set(cells.map(({ column }) => results.indexOf(column)))]
    if (columns.length > 0 && at >= 0) lines.set(line, [...(lines.get(line) ?? []), columns])
  }
  return [...lines.values()].some((line) => {
    if (line.length % results.length === 0)
      return line.some((columns, index) => !columns.includes(index % results.length))
    const certain = line.flatMap((columns) => (columns.length === 1 ? columns : []))
    return certain.some((column, index) => {
      const before = certain[index - 1] ?? -1
      return column < before && before < endsCaption
    })
  })
}

const columnOf = (id: string): string => remedyCell(id).column

/** The names of results among the header words, whatever caption they stand under. */
export const resultWords = (tables: Tables, from: number, to: number): HeaderWord[] =>
  headerWords(tables, 'remedies', mine, from, to)
    .map(({ id, mayBe, ...word }) => ({ ...word, id: columnOf(id), mayBe: mayBe.map(columnOf) }))
    .filter(({ id }) => id === '?' || results.includes(id))
