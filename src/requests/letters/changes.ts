import { refusals } from '../../refusal.ts'
import type { Letter, LetterChange } from './letter.ts'

/** Everything that can be put right by its words: the text, the names of the enclosures, whom to call. */
const linesIn = ({ paragraphs, enclosures, contact }: Letter): string[] => [
  ...paragraphs,
  ...enclosures.map(({ name }) => name),
  contact,
]

/** How often a text stands there; `aa` stands twice in `aaa`. */
function timesIn(lines: readonly string[], text: string): number {
  let times = 0
  for (const line of lines) for (let at = line.indexOf(text); at >= 0; at = line.indexOf(text, at + 1)) times += 1
  return times
}

/** Copied from a PDF a sentence brings the ends of its lines with it. */
const inOneLine = (text: string): string => text.replace(/\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/g, '')

/** What was typed of a change. */
export interface Wording {
  readonly from: string
  readonly to: string
}

/**
 * The changes that these wordings make in a letter. Refuses words that do not stand there, that stand there several times, so
 * that nobody could tell which are meant, that do not change, or that another change has already taken.
 */
export function changesIn(letter: Letter, wordings: readonly Wording[]): LetterChange[] {
  const lines = linesIn(letter)
  let changed: readonly string[] = lines
  return wordings.map((typed, index) => {
    const [from, to] = [inOneLine(typed.from), inOneLine(typed.to)]
    const times = timesIn(lines, from)
    if (times === 0) throw refusals.wordsNotInLetter(index)
    if (times > 1) throw refusals.wordsSeveralTimes(index, times)
    if (from === to) throw refusals.wordsUnchanged(index)
    if (timesIn(changed, from) !== 1) throw refusals.wordsOverlap(index)
    changed = changed.map((line) => line.replace(from, () => to))
    return { where: 'text', from, to }
  })
}

/** The letter as it stands after these changes, one after the other. */
export function withChanges(letter: Letter, changes: readonly LetterChange[]): Letter {
  let { addressee, paragraphs, enclosures, contact } = letter
  for (const { where, from, to } of changes) {
    if (where === 'addressee') addressee = to
    else {
      const put = (line: string) => line.replace(from, () => to)
      paragraphs = paragraphs.map(put)
      enclosures = enclosures.map((each) => ({ ...each, name: put(each.name) }))
      contact = put(contact)
    }
  }
  return { ...letter, addressee, paragraphs, enclosures, contact }
}
