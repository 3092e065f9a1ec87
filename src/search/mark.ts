import { foldWithPlaces } from './fold.ts'

export interface Piece {
  readonly text: string
  readonly isHit: boolean
}

/** The text in pieces, those marked that hold one of the runs, whatever width, case or signs they are written with. */
export function markHits(text: string, runs: readonly string[]): Piece[] {
  const folded = foldWithPlaces(text)
  const hits = mergeOverlapping(runs.flatMap((run) => placesOf(folded.text, run))).map(
    ([from, to]): [number, number] => {
      const last = folded.at[to - 1] ?? 0
      return [folded.at[from] ?? 0, last + String.fromCodePoint(text.codePointAt(last) ?? 0).length]
    },
  )
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of hits) {
    if (from > at) pieces.push({ text: text.slice(at, from), isHit: false })
    pieces.push({ text: text.slice(Math.max(at, from), to), isHit: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false })
  return pieces
}

function placesOf(text: string, run: string): [number, number][] {
  const places: [number, number][] = []
  for (let at = text.indexOf(run); run && at >= 0; at = text.indexOf(run, at + run.length))
    places.push([at, at + run.length])
  return places
}

function mergeOverlapping(places: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [from, to] of places.toSorted(([a], [b]) => a - b)) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
