import { isGroupColumn, leafColumns } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { remedyCell } from '../sheet.ts'
import { type Draft, enterRow, giveUp, rowKey } from './draft.ts'
import { isPageNumber, type Piece } from './pieces.ts'
import { isWhole } from './row-figures.ts'
import type { Tables } from './table-rows.ts'

const tree = reportFormats['2021'].remedies.columns
const columns = leafColumns(tree)
const groupIds = [...new Set(columns.map(({ id }) => remedyCell(id).row))]
const perGroup = columns.length / groupIds.length

interface Run {
  readonly cells: (string | null)[]
  readonly from: number
  readonly line: number
  readonly isTorn: boolean
}

/** Reads section four: one row of fifteen cells, or five cells under each of the three captions. */
export function readRemedies(tables: Tables, draft: Draft, endLine: number): void {
  const { pieces, found } = tables
  const captions = found.occurrences.flatMap((occurrence) => {
    const label = occurrence.candidates.find(({ table, kind }) => table === 'remedies' && kind === 'column')
    return label && occurrence.candidates.every(({ table }) => table === 'remedies') ? [{ label, occurrence }] : []
  })
  const lastRow = tables.rows.at(-1)?.occurrence.last ?? -1
  const anchors = captions.filter(({ label, occurrence }) => occurrence.first > lastRow && isCaption(label.id))
  const [anchor] = anchors
  if (!anchor) return
  for (const id of groupIds) draft.seen.add(rowKey('remedies', id))
  const runs = runsAfter(pieces, tables, anchor.occurrence.last, endLine)
  const whole = runs.find(({ cells }) => cells.length === columns.length)
  if (whole && !(whole.isTorn && !isWhole(whole.cells.slice(-perGroup).flatMap((cell) => cell ?? [])))) {
    for (const [index, id] of groupIds.entries())
      enter(draft, id, whole.cells.slice(index * perGroup, (index + 1) * perGroup))
    return
  }
  const named = new Map<string, Run[]>()
  for (const run of runs.filter((run) => run.cells.length === perGroup && !run.isTorn)) {
    const caption = anchors.findLast(
      ({ label, occurrence }) => occurrence.last < run.from && groupIds.includes(label.id),
    )
    if (caption) named.set(caption.label.id, [...(named.get(caption.label.id) ?? []), run])
  }
  const captioned = new Set(anchors.map(({ label }) => label.id).filter((id) => groupIds.includes(id)))
  const isComplete = named.size === captioned.size
  for (const id of groupIds) {
    const mine = named.get(id)
    if (isComplete && mine?.length === 1 && mine[0]) enter(draft, id, mine[0].cells)
    else if (runs.some(({ cells }) => cells.some((cell) => cell !== null)))
      giveUp(draft, { table: 'remedies', id }, '的数字个数不是表头所列的个数，无法判断各属哪一列')
  }
}

const isCaption = (id: string): boolean =>
  groupIds.includes(id) || tree.some((column) => isGroupColumn(column) && column.id === id)

const enter = (draft: Draft, id: string, cells: readonly (string | null)[]): void =>
  enterRow(
    draft,
    'remedies',
    id,
    columns
      .filter((column) => remedyCell(column.id).row === id)
      .map((column) => ({ ...column, id: remedyCell(column.id).column })),
    cells,
  )

/** Runs of cells without words between them; bars at either end are no cells, and a run has at least one figure. */
function runsAfter(pieces: readonly Piece[], { found }: Tables, start: number, endLine: number): Run[] {
  const runs: Run[] = []
  let current: { piece: Piece; index: number }[] = []
  const close = () => {
    const run = runOf(current)
    if (run) runs.push(run)
    current = []
  }
  for (let index = start + 1; index < pieces.length && index < start + 400; index += 1) {
    const piece = pieces[index]
    if (!piece || piece.line >= endLine) break
    if (found.isAside[index] || (piece.kind === 'text' && isPageNumber(piece.raw))) continue
    const before = current.at(-1)?.piece
    if (piece.kind === 'text' || (before && before.row >= 0 && piece.row >= 0 && piece.row !== before.row)) close()
    if (piece.kind !== 'text') current.push({ piece, index })
  }
  close()
  return runs
}

function runOf(pieces: readonly { piece: Piece; index: number }[]): Run | undefined {
  let list = [...pieces]
  while (list[0]?.piece.kind === 'pad') list = list.slice(1)
  while (list.at(-1)?.piece.kind === 'pad') list = list.slice(0, -1)
  const isFilled = list.some(({ piece }) => piece.kind === 'figure')
  const [first] = list
  if (!isFilled || !first) return undefined
  for (const size of [columns.length, perGroup]) {
    if (list.length <= size) continue
    const dense = list.slice(
      list.findIndex(({ piece }) => piece.kind === 'figure'),
      list.findLastIndex(({ piece }) => piece.kind === 'figure') + 1,
    )
    const surplus = list.length - size
    if (dense.length === size) list = dense
    else if (
      surplus === 1 &&
      list.at(-1)?.piece.kind === 'figure' &&
      list.at(-1)?.piece.line !== list[size - 1]?.piece.line &&
      list[0]?.piece.line === list[size - 1]?.piece.line
    )
      list = list.slice(0, size)
    else if (
      surplus > 0 &&
      list.slice(0, surplus).every(({ piece }) => piece.kind === 'blank') &&
      list.at(-1)?.piece.kind === 'figure'
    )
      list = list.slice(surplus)
  }
  return {
    cells: list.map(({ piece }) => (piece.kind === 'figure' ? piece.raw : null)),
    from: first.index,
    line: first.piece.line,
    isTorn: list.at(-1)?.piece.isTorn === true,
  }
}
