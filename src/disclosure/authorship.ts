import { diffArrays, diffChars } from 'diff'
import { canonical } from '../steps/canonical.ts'
import { paragraphsOf } from '../text/plain.ts'
import type { Content } from './content.ts'
import type { EditionEvent } from './edition-event.ts'

/** Signs beside what was written, by which it is found again; as many more as it takes to tell it from what stood there. */
const beside = 4
const longestMark = 2_000
/** A longer passage is found by its pieces; a longer line is compared as a whole. */
const piece = 60
const longestLine = 4_000
/** Beyond so many pieces the whole is theirs, whatever is changed later. */
const mostMarks = 150
const everything = '*'

/** Everything that a text says, a line each: metadata by their names, paragraphs as they read. */
const writingOf = ({ text, ...rest }: Content): string[] => [
  ...Object.entries(rest).map(([name, value]) => `${name}：${JSON.stringify(canonical(value))}`),
  ...paragraphsOf(text),
]

/** With signs at both ends that nobody can type, so that the ends are told apart too. */
const joined = (content: Content): string => `\u0002${writingOf(content).join('\n')}\u0003`

/** Where something was written or taken out in the new writing. */
interface Place {
  readonly from: number
  readonly to: number
}

/**
 * What the change from one text to the next wrote, as passages of the new one with the signs beside them; of what was only
 * taken out the signs that now stand side by side. Empty where no word was changed.
 */
export function wrote(before: Content, after: Content): string[] {
  const [old, now] = [joined(before), joined(after)]
  const marks = places(writingOf(before), writingOf(after)).flatMap(({ from, to }) => marksAt(now, old, from, to))
  return marks.length > mostMarks ? [everything] : [...new Set(marks)]
}

function places(before: readonly string[], after: readonly string[]): Place[] {
  const found: Place[] = []
  // Behind the sign at the beginning.
  let at = 1
  let removed: readonly string[] = []
  const takenOut = () => {
    if (removed.length > 0) found.push({ from: at, to: at })
    removed = []
  }
  for (const part of diffArrays([...before], [...after])) {
    if (part.removed) {
      removed = part.value
      continue
    }
    if (part.added)
      for (const [index, line] of part.value.entries()) {
        found.push(...within(removed[index] ?? '', line).map(({ from, to }) => ({ from: at + from, to: at + to })))
        at += line.length + 1
      }
    else {
      takenOut()
      at += part.value.reduce((sum, line) => sum + line.length + 1, 0)
    }
    removed = part.added ? removed.slice(part.value.length) : []
    takenOut()
  }
  takenOut()
  return found
}

/** What of a line is new, against the line in whose place it stands. */
function within(before: string, line: string): Place[] {
  if (before === '' || Math.max(before.length, line.length) > longestLine) return [{ from: 0, to: line.length }]
  const found: Place[] = []
  let at = 0
  for (const { added, removed, value } of diffChars(before, line)) {
    if (added) found.push({ from: at, to: at + value.length })
    else if (removed) found.push({ from: at, to: at })
    if (!removed) at += value.length
  }
  return found
}

/** The passage with so many signs beside it that it stood nowhere before; a long one in pieces. */
function marksAt(now: string, old: string, from: number, to: number): string[] {
  if (to - from > piece)
    return Array.from({ length: Math.ceil((to - from) / piece) }, (_, index) =>
      now.slice(from + index * piece, Math.min(from + (index + 1) * piece, to)),
    )
  for (let wide = beside; wide <= longestMark; wide *= 2) {
    const mark = now.slice(Math.max(from - wide, 0), to + wide)
    if (!old.includes(mark)) return [mark]
  }
  return [everything]
}

/** Whether anything of it stands in the text. */
const stands = (marks: readonly string[], writing: string): boolean =>
  marks.some((mark) => mark === everything || writing.includes(mark))

/**
 * Whose words stand in a text that somebody now saves: whoever began it or saved before marks were kept, whoever's earlier
 * passages still stand, and the saver when they wrote something.
 */
export function authorsOf(
  events: readonly EditionEvent[],
  content: Content,
  saver: { readonly id: string | null; readonly wrote: readonly string[] },
): string[] {
  const writing = joined(content)
  const before = events.flatMap(({ kind, data, actor }) => {
    if (actor.id === null || (kind !== 'begun' && kind !== 'saved')) return []
    return kind === 'begun' || !data.wrote || stands(data.wrote, writing) ? [actor.id] : []
  })
  return [...new Set([...before, ...(saver.id !== null && saver.wrote.length > 0 ? [saver.id] : [])])]
}
