import { isPageNumber, type Piece } from './pieces.ts'
import type { Tables } from './tables.ts'

/** Cells without words between them. */
export interface Run {
  readonly pieces: readonly Piece[]
  readonly from: number
  readonly isTorn: boolean
  /** Words that look like a number stand beside the run: it may lack that one. */
  readonly isBroken: boolean
}

type Placed = { readonly piece: Piece; readonly index: number }

/** Runs of cells behind a caption; bars at either end are no cells, and a run has at least one figure. */
export function runsAfter({ pieces, found }: Tables, start: number, endLine: number, sizes: readonly number[]): Run[] {
  const runs: Run[] = []
  let current: Placed[] = []
  let beside: Piece | undefined
  const close = (next?: Piece) => {
    const run = runOf(current, sizes)
    const line = current[0]?.piece.line
    const isBroken = [beside, next].some((piece) => piece?.line === line && isLikeNumber(piece?.raw))
    if (run) runs.push({ ...run, isBroken })
    current = []
    beside = next
  }
  for (let index = start + 1; index < pieces.length && index < start + 600; index += 1) {
    const piece = pieces[index]
    if (!piece || piece.line >= endLine) break
    if (found.isAside[index] || (piece.kind === 'text' && isPageNumber(piece.raw))) continue
    const before = current.at(-1)?.piece
    if (piece.kind === 'text' || (before && before.row >= 0 && piece.row >= 0 && piece.row !== before.row)) close(piece)
    if (piece.kind !== 'text') current.push({ piece, index })
  }
  close()
  return runs
}

const isLikeNumber = (raw: string | undefined): boolean =>
  raw !== undefined && /\d/.test(raw) && !/[\u4e00-\u9fff]/.test(raw)

function runOf(placed: readonly Placed[], sizes: readonly number[]): Omit<Run, 'isBroken'> | undefined {
  let list = [...placed]
  while (list[0]?.piece.kind === 'pad') list = list.slice(1)
  while (list.at(-1)?.piece.kind === 'pad') list = list.slice(0, -1)
  const [first] = list
  if (!first || !list.some(({ piece }) => piece.kind === 'figure')) return undefined
  for (const size of sizes) if (list.length > size) list = cutTo(list, size)
  return { pieces: list.map(({ piece }) => piece), from: first.index, isTorn: list.at(-1)?.piece.isTorn === true }
}

/** Drops blanks before and behind the figures, or the number of the page on a line of its own, where that leaves `size` cells. */
function cutTo(list: readonly Placed[], size: number): Placed[] {
  const isFigure = ({ piece }: Placed): boolean => piece.kind === 'figure'
  const dense = list.slice(list.findIndex(isFigure), list.findLastIndex(isFigure) + 1)
  if (dense.length === size) return dense
  const surplus = list.length - size
  const last = list.at(-1)?.piece
  const lastOfRow = list[size - 1]?.piece
  const isPage =
    surplus === 1 && last?.kind === 'figure' && last.line !== lastOfRow?.line && list[0]?.piece.line === lastOfRow?.line
  if (isPage) return list.slice(0, size)
  const isBlankBefore = list.slice(0, surplus).every(({ piece }) => piece.kind === 'blank') && last?.kind === 'figure'
  return isBlankBefore ? list.slice(surplus) : [...list]
}
