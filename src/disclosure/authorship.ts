import { diffArrays, diffChars } from 'diff'
import { canonical } from '../steps/canonical.ts'
import { linksOf } from '../text/links.ts'
import { paragraphsOf, picturesOf } from '../text/plain.ts'
import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'
import type { EditionEvent, Passage } from './edition-event.ts'

/** Signs beside a passage; as many more as it takes to tell it from the rest of the text. */
const beside = 4
const longestBeside = 2_000
/** A longer line is compared as a whole. */
const longestLine = 4_000
/** Beyond that the whole text is theirs, whatever is changed later. */
const most = { passages: 300, signs: 20_000 }
const everything = '*'

/** Everything that a text says, a line each: metadata by their names, paragraphs as they read, where links lead, which pictures. */
const linesOf = ({ text, ...rest }: Content): string[] => [
  ...Object.entries(rest).map(([name, value]) => `${name}：${JSON.stringify(canonical(value))}`),
  ...paragraphsOf(text),
  ...linksOf(text).map(({ href }) => `→ ${href}`),
  ...picturesOf(text).map(({ fileId }) => `▣ ${fileId}`),
]

/** With signs at both ends that nobody can type, so that the ends are told apart too. */
const writingOf = (lines: readonly string[]): string => `\u0002${lines.join('\n')}\u0003`

/** Signs of the earlier writing that stand in the later one. */
interface Kept {
  readonly old: number
  readonly now: number
  readonly length: number
}

/** What of the earlier writing stands in the later one, sign by sign, in its order. */
function keptOf(before: readonly string[], after: readonly string[]): Kept[] {
  const kept: Kept[] = []
  let [old, now] = [0, 0]
  const keep = (length: number) => {
    const last = kept.at(-1)
    if (last && last.old + last.length === old && last.now + last.length === now)
      kept[kept.length - 1] = { ...last, length: last.length + length }
    else if (length > 0) kept.push({ old, now, length })
    old += length
    now += length
  }
  const ends = (lines: readonly string[]) => writingOf(lines).length - 1
  const [oldEnd, nowEnd] = [ends(before), ends(after)]
  /** A line ends with a break, the last one with the end: kept where both are the same. */
  const keepBreak = () => {
    if ((old === oldEnd) === (now === nowEnd)) keep(1)
    else {
      old += 1
      now += 1
    }
  }
  const compare = (removed: readonly string[], added: readonly string[]) => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      const [from, to] = [removed[index], added[index]]
      if (from !== undefined && to !== undefined) {
        for (const part of changesOf(from, to)) {
          if (part.added) now += part.value.length
          else if (part.removed) old += part.value.length
          else keep(part.value.length)
        }
        keepBreak()
      } else if (from !== undefined) old += from.length + 1
      else now += (to ?? '').length + 1
    }
  }
  keep(1)
  let [removed, added]: [string[], string[]] = [[], []]
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) removed = [...removed, ...part.value]
    else if (part.added) added = [...added, ...part.value]
    else {
      compare(removed, added)
      removed = []
      added = []
      for (const line of part.value) {
        keep(line.length)
        keepBreak()
      }
    }
  }
  compare(removed, added)
  return kept
}

const changesOf = (from: string, to: string) =>
  Math.max(from.length, to.length) > longestLine
    ? [
        { value: from, removed: true, added: false },
        { value: to, added: true, removed: false },
      ]
    : diffChars(from, to)

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

/** Where what is left of a passage stands now. */
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
    return start < end ? [{ from: start - old + now, to: end - old + now }] : []
  })
}

export interface Authorship {
  /** What others than whoever began the edition wrote, as far as it stands. */
  readonly passages: Passage[]
  /** Whose words stand: they sign nothing. */
  readonly authors: string[]
}

/**
 * Whose words stand in a text that somebody now saves over another: of every sign it is known who wrote it, for as long as it
 * stands. A text that is restored word for word is whose it was. Whoever began the edition is always an author; so is whoever saved before passages were kept.
 */
export function authorshipOf(
  events: readonly EditionEvent[],
  before: Content,
  after: Content,
  saver: string | null,
): Authorship {
  const saves = events.flatMap((each) => (each.kind === 'saved' ? [each] : []))
  const always = new Set([
    ...events.flatMap(({ kind, actor }) => (kind === 'begun' && actor.id !== null ? [actor.id] : [])),
    ...saves.flatMap(({ data, actor }) => (data.passages || actor.id === null ? [] : [actor.id])),
  ])
  const former = formerly(saves, contentHash(after))
  if (former) return authored(always, former)
  const [oldLines, lines] = [linesOf(before), linesOf(after)]
  const [old, now] = [writingOf(oldLines), writingOf(lines)]
  const kept = keptOf(oldLines, lines)
  const standing = (saves.at(-1)?.data.passages ?? []).flatMap((each) =>
    each.words === everything ? [each] : movedTo(each, old, kept).map((place) => passageAt(each.by, now, place)),
  )
  const own = saver === null || always.has(saver) ? [] : placesOf(kept, now.length)
  const passages = [...standing, ...own.map((place) => passageAt(saver ?? '', now, place))]
  const signs = passages.reduce((sum, each) => sum + each.before.length + each.words.length + each.after.length, 0)
  const isMuch = passages.length > most.passages || signs > most.signs
  const whole = [...new Set(passages.map(({ by }) => by))].map((by) => ({
    by,
    before: '',
    words: everything,
    after: '',
  }))
  return authored(always, isMuch ? whole : passages)
}

const authored = (always: ReadonlySet<string>, passages: readonly Passage[]): Authorship => ({
  passages: [...passages],
  authors: [...new Set([...always, ...passages.map(({ by }) => by)])],
})

/** Whose passages stood in the same text before, word for word: so it is whose it was. */
const formerly = (saves: readonly EditionEvent[], hash: string): readonly Passage[] | undefined =>
  saves.flatMap(({ kind, data }) => (kind === 'saved' && data.hash === hash ? [data.passages ?? []] : []))[0]
