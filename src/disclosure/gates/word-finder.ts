import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Severity } from './finding.ts'
import { plainOf } from './passages.ts'

/** error: wrongly written; sensitive: to be weighed; name: of an organ that is called otherwise now. */
export const WordKind = z.enum(['error', 'sensitive', 'name'])

/** An entry of a list of words. */
export interface ListedWord {
  readonly word: string
  readonly kind: z.infer<typeof WordKind>
  readonly suggestion: string
  readonly severity: Severity
  /** Of a name: the day since which the new one holds. */
  readonly since: PlainDate | null
  /** By what it is wrong: a dictionary, a decision, the list of the organ; for the words of the finding. */
  readonly ground?: string
  /** Characters before or behind with which it is another word: 农业部 + 门. */
  readonly notBefore?: string
  readonly notBehind?: string
}

interface Node {
  readonly next: Map<string, Node>
  entry?: ListedWord
}

export interface FoundWord {
  readonly entry: ListedWord
  readonly at: number
}

/** Finds listed words in a text, the longest at each place. Its time grows with the text, not with the list. */
export interface WordFinder {
  /** `plain` as `plainOf` gives it. */
  readonly findIn: (plain: string) => FoundWord[]
}

/** As long as before, so that places in it are places in the text. */
const lowered = (plain: string): string => plain.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** Builds the finder; of two entries for one word the earlier one counts. */
export function wordFinder(entries: readonly ListedWord[]): WordFinder {
  const root: Node = { next: new Map() }
  for (const entry of entries) {
    let node = root
    const word = lowered(plainOf(entry.word))
    for (let at = 0; at < word.length; at += 1) {
      const character = word.charAt(at)
      const next = node.next.get(character) ?? { next: new Map() }
      node.next.set(character, next)
      node = next
    }
    if (node !== root) node.entry ??= entry
  }
  return {
    findIn: (text) => {
      const plain = lowered(text)
      const found: FoundWord[] = []
      for (let at = 0; at < plain.length; at += 1) {
        const entry = longestAt(root, plain, at)
        if (!entry) continue
        found.push({ entry, at })
        at += plainOf(entry.word).length - 1
      }
      return found
    },
  }
}

function longestAt(root: Node, plain: string, start: number): ListedWord | undefined {
  let best: ListedWord | undefined
  let node: Node | undefined = root
  for (let at = start; node !== undefined; at += 1) {
    const { entry, next }: Node = node
    if (entry && isItself(entry, plain[start - 1], plain[at])) best = entry
    node = next.get(plain[at] ?? '')
  }
  return best
}

const isItself = ({ notBehind = '', notBefore = '' }: ListedWord, behind = '', next = ''): boolean =>
  !(behind && notBehind.includes(behind)) && !(next && notBefore.includes(next))
