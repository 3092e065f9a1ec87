import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../cell-name.ts'
import { type CellRef, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import type { Figures } from './figures.ts'

/** From when on a figure is worth a look: no rule of law, only so that whoever checks fifty reports sees it. */
const watched = {
  /** Against organs of the same kind: so many of them must state the cell, and it is at least so much, and so many times their median. */
  peers: { leastPeers: 5, least: 20, times: 10 },
  /** Against the organ's own report on the year before: the larger of the two, and by how many times they differ. */
  years: { least: 20, times: 5 },
} as const

/** A figure that stands far from those of others, or from the organ's own of last year. */
export interface Outlier {
  readonly organ: string
  readonly cell: Pick<CellRef, 'row' | 'column'>
  readonly name: string
  readonly value: number
  readonly against: 'peers' | 'years'
  /** The median of the others, or last year's figure. */
  readonly other: number
}

interface Of {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly figures: Figures
}

/** Sums alone: their parts would say the same again. */
const watchedCells = cellsOf(reportFormat2021).filter(
  ({ table, column }) => table === 'proactive' || column === 'total',
)

/** Figures far from those of organs of the same kind or from last year's, in printed order. */
export function outliersIn(organs: readonly Of[], before: ReadonlyMap<string, Figures>): Outlier[] {
  return watchedCells.flatMap((cell) => {
    const values = organs.flatMap((organ) => {
      const value = asNumber(organ.figures, cell)
      return value === null ? [] : [{ organ, value }]
    })
    const ofKind = new Map(
      [...Map.groupBy(values, ({ organ }) => organ.kind)].map(([kind, all]) => [
        kind,
        all.map(({ value }) => value).sort((a, b) => a - b),
      ]),
    )
    return values.flatMap(({ organ, value }): Outlier[] => {
      const found = { organ: organ.name, cell, name: cellName(reportFormat2021, cell), value }
      const middle = medianOfOthers(ofKind.get(organ.kind) ?? [], value)
      const last = before.get(organ.id)
      const lastValue = last ? asNumber(last, cell) : null
      return [
        ...(middle !== null && isFarFromPeers(value, middle)
          ? [{ ...found, against: 'peers' as const, other: middle }]
          : []),
        ...(lastValue !== null && isFarFromLast(value, lastValue)
          ? [{ ...found, against: 'years' as const, other: lastValue }]
          : []),
      ]
    })
  })
}

function asNumber(figures: Figures, cell: CellRef): number | null {
  const value = figure(figures, cell)
  return value === null ? null : Number(value)
}

function isFarFromPeers(value: number, middle: number): boolean {
  const { least, times } = watched.peers
  // Where most have none, the matter is the business of some organs only.
  return middle > 0 && value >= least && value > times * middle
}

function isFarFromLast(value: number, last: number): boolean {
  const { least, times } = watched.years
  const [low, high] = value < last ? [value, last] : [last, value]
  return high >= least && high >= times * Math.max(low, 1)
}

/** The middle of all others, the lower one of two; null where too few state anything. `sorted` holds the value itself once. */
function medianOfOthers(sorted: readonly number[], value: number): number | null {
  const others = sorted.length - 1
  if (others < watched.peers.leastPeers) return null
  const at = Math.floor((others - 1) / 2)
  // What stands before the middle moves up by one where the value itself does.
  return sorted[value <= (sorted[at] ?? 0) ? at + 1 : at] ?? null
}
