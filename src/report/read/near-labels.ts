import { ordinalLength } from './bare.ts'
import type { RowHere } from './choose-rows.ts'
import type { Found, Occurrence } from './find-labels.ts'
import { rowLabels } from './labels.ts'
import type { Piece } from './pieces.ts'
import { unlikeness } from './unlikeness.ts'

/** A run of words before figures that is no label: maybe one that is cut or misspelt. */
export interface Stranger {
  readonly text: string
  readonly raw: string
  readonly first: number
  readonly last: number
}

/** Runs of unknown words that have figures right behind them; each run with its longer forms, shortest first. */
export function strangersOf(pieces: readonly Piece[], found: Found): Stranger[][] {
  const strangers: Stranger[][] = []
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    if (!isUnknown(pieces, found, index) || !next || next.kind === 'text' || next.kind === 'pad') return
    const runs: Stranger[] = []
    for (let first = index; index - first < 4 && isUnknown(pieces, found, first); first -= 1) {
      if (piece.line - (pieces[first]?.line ?? 0) > 2) break
      const words = pieces.slice(first, index + 1)
      const raw = words.map((word) => word.raw).join('')
      const text = words
        .map((word) => word.bare)
        .join('')
        .slice(ordinalLength(raw))
      if (text.length >= 2) runs.push({ text, raw, first, last: index })
    }
    if (runs.length > 0) strangers.push(runs)
  })
  return strangers
}

const isUnknown = (pieces: readonly Piece[], found: Found, index: number): boolean => {
  const piece = pieces[index]
  return piece?.kind === 'text' && piece.bare !== '' && !found.owner[index] && !found.isAside[index]
}

/**
 * Takes an unknown run for the one missing row that it is like: near in wording, alone in being so, and in its place
 * between the rows found above and below.
 */
export function recognise(stranger: Stranger, rows: readonly RowHere[]): Occurrence | undefined {
  const { text, first, last } = stranger
  const above = rows.findLast(({ occurrence }) => occurrence.last < first)?.label.order ?? -1
  const below = rows.find(({ occurrence }) => occurrence.first > last)?.label.order ?? Number.POSITIVE_INFINITY
  const known = new Set(rows.map(({ label }) => label))
  const scored = rowLabels
    .filter((label) => !known.has(label) && label.order > above && label.order < below)
    .map((label) => ({ label, score: Math.min(...label.names.map((name) => howUnlike(name, text))) }))
    .filter(({ score }) => score <= 0.34)
    .sort((a, b) => a.score - b.score)
  const [best, second] = scored
  if (!best || (second && second.score - best.score < 0.1)) return undefined
  return { candidates: [best.label], first, last, isGuess: true }
}

/** A label cut off at its end counts as near; words added to a whole one (其中…, …事项) make it another. */
function howUnlike(name: string, text: string): number {
  if (name.length < 4 || text.includes(name)) return 1
  return text.length >= 4 && name.startsWith(text) ? 0.3 : unlikeness(name, text)
}
