import { bare, ordinalLength } from './bare.ts'
import { groupLabels, type Label, labelsByName } from './labels.ts'
import type { Piece } from './pieces.ts'

/** A label found on the page, from its first piece to its last. Figures may stand between the two in a wrapped row. */
export interface Occurrence {
  readonly candidates: readonly Label[]
  readonly first: number
  readonly last: number
  /** Found by likeness, not by its wording. */
  readonly isGuess: boolean
}

export interface Found {
  /** In reading order. */
  readonly occurrences: readonly Occurrence[]
  /** Per piece: the occurrence that covers it, or undefined. */
  readonly owner: readonly (Occurrence | undefined)[]
  /** Per piece: left out of the reading, such as letters of a caption set upright beside the rows. */
  readonly isAside: readonly boolean[]
}

const ordinalOnly = /^[一二三四五六七八九十0-9]{1,3}$/

/** Every label on the page, whatever line breaks, spaces or figures stand inside it. */
export function findLabels(pieces: readonly Piece[]): Found {
  const isAside = pieces.map(() => false)
  markUpright(pieces, isAside)
  const owner: (Occurrence | undefined)[] = pieces.map(() => undefined)
  const occurrences: Occurrence[] = []
  const keep = (occurrence: Occurrence) => {
    occurrences.push(occurrence)
    for (let index = occurrence.first; index <= occurrence.last; index += 1) {
      const piece = pieces[index]
      if (piece?.kind === 'text' && !isAside[index] && !owner[index]) owner[index] = occurrence
    }
  }
  for (const occurrence of groupCaptions(pieces, isAside)) keep(occurrence)
  for (const occurrence of wordings(pieces, (index) => isAside[index] === true || owner[index] !== undefined))
    keep(occurrence)
  return { occurrences: occurrences.sort((a, b) => a.first - b.first), owner, isAside }
}

const nameOf = (piece: Piece): string => piece.bare.slice(ordinalLength(piece.raw))

/** Captions of row groups that fill a piece or a line. A group that another format knows as a row is one if figures follow. */
function groupCaptions(pieces: readonly Piece[], isAside: readonly boolean[]): Occurrence[] {
  const found: Occurrence[] = []
  const byName = new Map(groupLabels.flatMap((group) => group.names.map((name) => [name, group] as const)))
  const text = pieces.map((piece) => piece.bare).join('')
  for (let index = 0; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (piece?.kind !== 'text' || isAside[index]) continue
    let last = index
    let group = byName.get(nameOf(piece))
    if (!group) {
      // 三 、本 年 度办 理 结果
      let words = piece.raw
      for (let next = index + 1; next < pieces.length && next < index + 12; next += 1) {
        const other = pieces[next]
        if (other?.kind !== 'text' || other.line !== piece.line) break
        if (other.row >= 0 && other.bare.length > 2) break
        words += other.raw
        group = byName.get(bare(words).slice(ordinalLength(words)))
        if (group) {
          last = next
          break
        }
      }
    }
    if (!group) continue
    const candidates = labelsByName.get(group.names[0] ?? '') ?? [group]
    const asRow = candidates.find(({ kind, id }) => kind === 'row' && id === group.id)
    const next = pieces[last + 1]
    const isRow = asRow && next && next.kind !== 'text' && !hasChildren(group, text)
    found.push({ candidates: [isRow ? asRow : group], first: index, last, isGuess: false })
    index = last
  }
  return found
}

const hasChildren = (group: Label, text: string): boolean =>
  [...labelsByName].some(
    ([name, named]) =>
      name.length > 6 && named.some(({ parent }) => parent === group.id) && text.includes(name.slice(0, 9)),
  )

/** Letters of a group caption that are set upright, one or two to a line, beside the rows. */
function markUpright(pieces: readonly Piece[], isAside: boolean[]): void {
  const short = pieces.flatMap((piece, index) =>
    piece.kind === 'text' && piece.row < 0 && piece.bare.length > 0 && piece.bare.length <= 3 ? [index] : [],
  )
  for (const { names } of groupLabels) {
    for (const name of names) {
      for (let start = 0; start < short.length; start += 1) {
        const run = spell(name, pieces, short, start)
        for (const index of run) isAside[index] = true
      }
    }
  }
}

function spell(name: string, pieces: readonly Piece[], short: readonly number[], start: number): number[] {
  const used: number[] = []
  let done = 0
  let strangers = 0
  // （六）其 / 他处理: with its ordinal two pieces are enough.
  const hasOrdinal = /^[一二三四五六七]./.test(pieces[short[start] ?? 0]?.bare ?? '')
  for (let position = start; position < short.length && strangers < 4; position += 1) {
    const index = short[position] ?? 0
    const piece = pieces[index]
    if (!piece) break
    const letters = done === 0 ? piece.bare.replace(/^[一二三四五六七]/, '') : piece.bare
    if (letters === '' && position === start) {
      used.push(index)
    } else if (letters !== '' && name.startsWith(letters, done)) {
      used.push(index)
      done += letters.length
      if (done === name.length) return used.length > 2 || hasOrdinal ? used : []
    } else if (done === 0) return []
    else strangers += 1
  }
  return []
}

/** Occurrences of wordings in the running text of all pieces that are not `out`. */
function wordings(pieces: readonly Piece[], out: (index: number) => boolean): Occurrence[] {
  let text = ''
  const pieceAt: number[] = []
  const starts = new Set<number>()
  const ends = new Set<number>()
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'text' || piece.bare === '' || out(index)) return
    starts.add(text.length + ordinalLength(piece.raw))
    for (let at = 0; at < piece.bare.length; at += 1) pieceAt.push(index)
    text += piece.bare
    ends.add(text.length)
    const remark = /[（(][^（()）]*[)）]\s*$/.exec(piece.raw.slice(-80))
    if (remark) ends.add(text.length - bare(remark[0]).length)
  })
  const hits: { name: string; from: number; to: number }[] = []
  for (const name of labelsByName.keys()) {
    for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1)) {
      hits.push({ name, from, to: from + name.length })
    }
  }
  hits.sort((a, b) => a.from - b.from || b.to - a.to)
  const found: Occurrence[] = []
  let reached = 0
  for (const { name, from, to } of hits) {
    if (from < reached) continue
    const follows =
      reached > 0 && (from === reached || (from - reached <= 2 && ordinalOnly.test(text.slice(reached, from))))
    if (!starts.has(from) && !follows) continue
    // A short name that more words follow (行政许可事项) is that label only where labels run into each other.
    const runsOn = follows && !starts.has(from) && name.length > 3
    if (name.length <= 5 && !ends.has(to) && !runsOn) continue
    found.push({
      candidates: labelsByName.get(name) ?? [],
      first: pieceAt[from] ?? 0,
      last: pieceAt[to - 1] ?? 0,
      isGuess: false,
    })
    reached = to
  }
  return found
}
