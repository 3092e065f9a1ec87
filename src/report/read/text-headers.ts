import type { Occurrence } from './find-labels.ts'
import type { Label } from './labels.ts'
import { namesTime } from './other-time.ts'
import type { Piece } from './pieces.ts'
import type { Tables } from './tables.ts'
import { unlikeness } from './unlikeness.ts'

/** A header word of a flattened table: which column it names, `?` where it is none we know, empty where it is a part of one. */
export interface HeaderWord {
  readonly id: string
  /** The columns that it may stand for: those it is a part of, or, where it is none we know, those it is like. */
  readonly mayBe: readonly string[]
  /** Like a column, but of another year: none of the form's. */
  readonly isOfOtherTime?: boolean
  readonly line: number
  readonly at: number
}

/** What header words in reading order say of the order of the columns. */
export type Told = readonly string[] | 'usual' | 'unclear'

const shortest = 2
const longest = 10

/** The header words of a table between two pieces. Known words that are no header of this table are left out. */
export function headerWords(
  tables: Tables,
  table: Label['table'],
  wanted: readonly Label[],
  from: number,
  to: number,
): HeaderWord[] {
  const { pieces, found } = tables
  const words: HeaderWord[] = []
  const done = new Set<Occurrence>()
  for (let index = Math.max(0, from); index < to; index += 1) {
    const piece = pieces[index]
    if (piece?.kind !== 'text' || piece.bare === '' || found.isAside[index]) continue
    const owner = found.owner[index]
    // Cells between bars stand in their order; only lines without bars have places.
    const { line, row } = piece
    const at = row >= 0 ? index : piece.at
    if (owner) {
      if (done.has(owner)) continue
      done.add(owner)
      const label = owner.candidates.find((one) => one.table === table && wanted.some(({ id }) => id === one.id))
      if (label) words.push({ id: label.id, mayBe: [label.id], line, at })
      continue
    }
    const parts = wanted.filter(({ names }) => names.some((name) => name.includes(piece.bare)))
    const like = likeOnes(wanted, piece.bare)
    if (like.length > 0 && namesTime(piece.bare)) {
      words.push({ id: '?', mayBe: [], isOfOtherTime: true, line, at })
      continue
    }
    const near = wanted.find(({ names }) =>
      names.some((name) => name.length > 3 && unlikeness(name, piece.bare, 1) <= 0.3),
    )
    if (near) words.push({ id: near.id, mayBe: [near.id], line, at })
    else if (parts.length > 0) words.push({ id: '', mayBe: parts.map(({ id }) => id), line, at })
    else if (isWord(piece)) words.push({ id: '?', mayBe: like, line, at })
  }
  return words
}

/** The columns whose header a word may be, misprinted: half of its letters are there. */
const likeOnes = (wanted: readonly Label[], word: string): string[] =>
  wanted.filter(({ names }) => names.some((name) => unlikeness(name, word, 1) <= 0.5)).map(({ id }) => id)

const aside = /申请人|单位|情况|项目|类别|内容|勾稽|本列|第.项|相加|等于|之和/

const isWord = ({ bare, raw }: Piece): boolean =>
  bare.length >= shortest && bare.length <= longest && !aside.test(bare) && !/^[（(]/.test(raw)

/** The order that whole words tell: every column once, or nothing that speaks against the usual one. */
export function toldOrder(words: readonly HeaderWord[], usual: readonly string[]): Told {
  if (words.some(({ isOfOtherTime }) => isOfOtherTime)) return 'unclear'
  const all = words.filter(({ id }) => id === '?' || usual.includes(id))
  const named = all.filter(({ id }) => id !== '?')
  const headers = isRepeated(named.map(({ id }) => id)) ? inHalves(all, named.length / 2) : [all]
  const known = named.slice(0, named.length / headers.length).map(({ id }) => id)
  if (new Set(known).size < known.length) return 'unclear'
  if (known.length === usual.length) return headers.flat().length === named.length ? known : 'unclear'
  // With no header known at all, what stands there may be made-up ones (项目 小类 数量), as of a recognised picture.
  return known.length === 0 || headers.every((header) => isWithin(header, usual)) ? 'usual' : 'unclear'
}

/** The same words twice: the header of the page before. */
const isRepeated = (known: readonly string[]): boolean => {
  const half = known.length / 2
  return Number.isInteger(half) && half > 0 && known.slice(0, half).join() === known.slice(half).join()
}

/** Two headers, the second from its first known word on; `half`: how many known words each of them has. */
function inHalves(words: readonly HeaderWord[], half: number): HeaderWord[][] {
  const second = words.findIndex((_, at) => words.slice(0, at + 1).filter(({ id }) => id !== '?').length > half)
  return [words.slice(0, second), words.slice(second)]
}

/** Words stand in the order of the columns, each for one that it names or, where it is none we know, that it is like. */
function isWithin(words: readonly HeaderWord[], columns: readonly string[]): boolean {
  let at = 0
  for (const column of columns) {
    const word = words[at]
    if (word && (word.id === column || (word.id === '?' && word.mayBe.includes(column)))) at += 1
  }
  return at === words.length
}

/**
 * Parts of wrapped headers that stand beside each other on one line, against the usual order: true when they cannot stand so.
 * Each part takes the earliest column it may belong to.
 */
export function speaksAgainst(words: readonly HeaderWord[], usual: readonly string[]): boolean {
  const lines = new Map<number, HeaderWord[]>()
  for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word])
  return [...lines.values()].some((line) => {
    let reached = -1
    return line
      .filter(({ mayBe }) => mayBe.some((id) => usual.includes(id)))
      .toSorted((a, b) => a.at - b.at)
      .some(({ mayBe }) => {
        const next = usual.findIndex((id, index) => index > reached && mayBe.includes(id))
        reached = next
        return next < 0
      })
  })
}

/** Whole header words that stand beside each other on one line stand in this order. */
export function areInOrder(words: readonly HeaderWord[], order: readonly string[]): boolean {
  const lines = Map.groupBy(
    words.filter(({ id }) => order.includes(id)),
    ({ line }) => line,
  )
  return [...lines.values()].every((line) => {
    const places = line.toSorted((a, b) => a.at - b.at).map(({ id }) => order.indexOf(id))
    return places.every((place, index) => place > (places[index - 1] ?? -1))
  })
}

/** Half-width columns between two figures, below which text is not set in columns. */
const leastGap = 3

/**
 * The column over each figure of a line by where the words stand, as in text from a PDF: the words above a figure, from the
 * top down, end with the name of its column. Undefined where that is not so for every figure.
 */
export function columnsAbove(
  pieces: readonly Piece[],
  figures: readonly Piece[],
  wanted: readonly Label[],
  from: number,
): readonly string[] | undefined {
  const places = figures.map(({ at }) => at)
  const first = figures[0]
  if (!first || first.row >= 0 || places.some((at, index) => index > 0 && at - (places[index - 1] ?? 0) < leastGap))
    return undefined
  const words = places.map(() => '')
  for (let index = Math.max(0, from); index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (!piece || piece.line >= first.line) break
    if (piece.kind !== 'text' || piece.row >= 0) continue
    const distances = places.map((at) => Math.abs(at - piece.at))
    const nearest = distances.indexOf(Math.min(...distances))
    const gap = Math.min(
      ...[places[nearest - 1], places[nearest + 1]].flatMap((at) =>
        at === undefined ? [] : [Math.abs(at - (places[nearest] ?? 0))],
      ),
    )
    if ((distances[nearest] ?? 0) <= gap / 2) words[nearest] += piece.bare
  }
  const ids = words.map((word) => {
    const named = wanted.filter(({ names }) => names.some((name) => word.endsWith(name)))
    return named.length === 1 ? named[0]?.id : undefined
  })
  const known = ids.filter((id) => id !== undefined)
  return known.length === figures.length ? known : undefined
}
