import type { Found, Occurrence } from './find-labels.ts'
import type { Label } from './labels.ts'
import { looksLikeFigure, type Piece } from './pieces.ts'

/** An occurrence that is a row of a table, with the label that its place on the page gives it. */
export interface RowHere {
  readonly label: Label
  readonly occurrence: Occurrence
}

/**
 * Rows in reading order. A wording that stands for several labels (其他, 总计) is a row only where the path fits: behind
 * its siblings or under its group, with figures behind it.
 */
export function chooseRows(pieces: readonly Piece[], found: Found): RowHere[] {
  const rows: RowHere[] = []
  let reached = -1
  let group: string | null = null
  for (const occurrence of found.occurrences) {
    const [only, ...more] = occurrence.candidates
    if (!only) continue
    const label: Label | undefined = more.length === 0 ? only : pick(pieces, occurrence, reached, group)
    if (!label) continue
    if (label.kind === 'group') {
      group = label.id
      continue
    }
    if (label.kind !== 'row') continue
    rows.push({ label, occurrence })
    reached = label.order
    group = label.parent ?? group
  }
  return rows
}

function pick(
  pieces: readonly Piece[],
  occurrence: Occurrence,
  reached: number,
  group: string | null,
): Label | undefined {
  const { candidates, last } = occurrence
  const kinds = new Set(candidates.map(({ kind }) => kind))
  const next = pieces[last + 1]
  if (!next || (next.kind === 'text' && !(next.isGrid && looksLikeFigure(next)))) return undefined
  const rows = candidates.filter(({ kind }) => kind === 'row')
  if (!kinds.has('column')) return rows[0]
  return rows.find(
    ({ order, parent }) =>
      (reached < order && reached >= order - 3) ||
      (parent !== null && parent === group && parent !== 'results' && reached < order),
  )
}
