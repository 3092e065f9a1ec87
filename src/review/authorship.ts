import { diffArrays, diffChars } from 'diff'
import type { Passage } from './passage.ts'

/** Signs beside a passage; as many more as it takes to tell it from the rest of the text. */
const beside = 4
const longestBeside = 2_000
/** Of a text with more changes, sentences are compared first, and their signs where they differ; it takes a tenth of a second. */
const mostChanges = 500
/** Beyond that the whole text is theirs, whatever is changed later. */
const most = { passages: 300, signs: 20_000 }
const everything = '*'

/** What a text says, line by line, with signs at both ends that nobody can type, so that the ends are told apart too. */
const writingOf = (lines: readonly string[]): string => `\u0002${lines.join('\n')}\u0003`

interface Part {
  readonly value: string
  readonly added: boolean
  readonly removed: boolean
}

const replaced = (before: string, after: string): Part[] => [
  { value: before, added: false, removed: true },
  { value: after, added: true, removed: false },
]

const changesOf = (before: string, after: string): readonly Part[] | undefined =>
  diffChars(before, after, { maxEditLength: mostChanges })

const sentencesOf = (text: string): string[] => text.split(/(?<=[。；！？\n])/u)

function changesBySentence(before: string, after: string): readonly Part[] {
  const parts = diffArrays(sentencesOf(before), sentencesOf(after), { maxEditLength: mostChanges })
  if (!parts) return replaced(before, after)
  let [removed, added]: [string[], string[]] = [[], []]
  const changed: Part[] = []
  const compare = () => {
    changed.push(...(changesOf(removed.join(''), added.join('')) ?? changesInPairs(removed, added)))
    removed = []
    added = []
  }
  for (const part of parts) {
    if (part.removed) removed.push(...part.value)
    else if (part.added) added.push(...part.value)
    else {
      compare()
      changed.push({ value: part.value.join(''), added: false, removed: false })
    }
  }
  compare()
  return changed
}

/** One sentence beside the other, where too much has changed to tell which became which. */
const changesInPairs = (removed: readonly string[], added: readonly string[]): readonly Part[] =>
  Array.from({ length: Math.max(removed.length, added.length) }).flatMap((_, index) => {
    const [before, after] = [removed[index] ?? '', added[index] ?? '']
    return changesOf(before, after) ?? replaced(before, after)
  })

/** Signs of the earlier writing that stand in the later one. */
interface Kept {
  readonly old: number
  readonly now: number
  readonly length: number
}

/** What of the earlier writing stands in the later one, sign by sign, in its order. */
function keptOf(before: string, after: string): Kept[] {
  const kept: Kept[] = []
  let [old, now] = [0, 0]
  let run = 0
  const close = () => {
    if (run > 0) kept.push({ old: old - run, now: now - run, length: run })
    run = 0
  }
  for (const { value, added, removed } of changesOf(before, after) ?? changesBySentence(before, after)) {
    if (value === '') continue
    if (added || removed) close()
    else run += value.length
    if (!added) old += value.length
    if (!removed) now += value.length
  }
  close()
  return kept
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Where the later writing has what the earlier had not; of what was only taken out the point where it stood. */
function placesOf(kept: readonly Kept[], length: number): Place[] {
  const places: Place[] = []
  let [old, now] = [0, 0]
  for (const each of [...kept, { old: -1, now: length, length: 0 }]) {
    if (each.now > now) places.push({ from: now, to: each.now })
    else if (each.old > old) places.push({ from: now, to: now })
    old = each.old + each.length
    now = each.now + each.length
  }
  return places
}

/** A passage with so many signs beside it that it is found nowhere else. */
function passageAt(by: string, writing: string, { from, to }: Place): Passage {
  const words = writing.slice(from, to)
  for (let wide = beside; wide <= longestBeside; wide *= 2) {
    const [before, after] = [writing.slice(Math.max(from - wide, 0), from), writing.slice(to, to + wide)]
    const whole = before + words + after
    if (writing.indexOf(whole) === writing.lastIndexOf(whole)) return { by, before, words, after }
  }
  return { by, before: '', words: everything, after: '' }
}

const isSaid = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** Where what is left of a passage stands now. Of a passage of words, a point or a break alone is nothing. */
function movedTo({ before, words, after }: Passage, writing: string, kept: readonly Kept[]): Place[] {
  const at = writing.indexOf(before + words + after)
  if (at < 0) return []
  const [from, to] = [at + before.length, at + before.length + words.length]
  if (words === '')
    return kept.flatMap((each) =>
      each.old < from && from < each.old + each.length
        ? [{ from: from - each.old + each.now, to: from - each.old + each.now }]
        : [],
    )
  return kept.flatMap(({ old, now, length }) => {
    const [start, end] = [Math.max(from, old), Math.min(to, old + length)]
    const stands = start < end && (isSaid(writing.slice(start, end)) || !isSaid(words))
    return stands ? [{ from: start - old + now, to: end - old + now }] : []
  })
}

/**
 * The passages of a text that takes the place of another: of every sign it is known who wrote it, for as long as it stands.
 * `standing` are those of the text before; `by` wrote what is new, or nobody of whom it is to be known.
 */
export function passagesAfter(
  standing: readonly Passage[],
  before: readonly string[],
  after: readonly string[],
  by: string | null,
): Passage[] {
  const [old, now] = [writingOf(before), writingOf(after)]
  const kept = keptOf(old, now)
  const carried = standing.flatMap((each) =>
    each.words === everything ? [each] : movedTo(each, old, kept).map((place) => passageAt(each.by, now, place)),
  )
  const own = by === null ? [] : placesOf(kept, now.length).map((place) => passageAt(by, now, place))
  const passages = [...carried, ...own]
  const signs = passages.reduce((sum, each) => sum + each.before.length + each.words.length + each.after.length, 0)
  const isMuch = passages.length > most.passages || signs > most.signs
  return isMuch ? writersOf(passages).map((each) => ({ by: each, before: '', words: everything, after: '' })) : passages
}

/** Whose passages they are, each once. */
export const writersOf = (passages: readonly Passage[]): string[] => [...new Set(passages.map(({ by }) => by))]
