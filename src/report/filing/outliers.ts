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
    const values = organs.map((organ) => ({ organ, value: asNumber(organ.figures, cell) }))
    return values.flatMap(({ organ, value }) => {
      if (value === null) return []
      const peers = values.flatMap((each) =>
        each.organ !== organ && each.organ.kind === organ.kind && each.value !== null ? [each.value] : [],
      )
      const last = before.get(organ.id)
      const lastValue = last ? asNumber(last, cell) : null
      const found = { organ: organ.name, cell, name: cellName(reportFormat2021, cell), value }
      return [
        ...(isFarFromPeers(value, peers) ? [{ ...found, against: 'peers' as const, other: median(peers) }] : []),
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

function isFarFromPeers(value: number, peers: readonly number[]): boolean {
  const { leastPeers, least, times } = watched.peers
  const middle = median(peers)
  // Where most have none, the matter is the business of some organs only.
  return peers.length >= leastPeers && middle > 0 && value >= least && value > times * middle
}

function isFarFromLast(value: number, last: number): boolean {
  const { least, times } = watched.years
  const [low, high] = value < last ? [value, last] : [last, value]
  return high >= least && high >= times * Math.max(low, 1)
}

/** The lower one of the two in the middle. */
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
