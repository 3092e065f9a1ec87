import { z } from 'zod'
import { line, required } from '../organs/text.ts'
import type { ListedWord } from './gates/word-finder.ts'

/** A list of words as the console shows it. */
export interface WordList {
  readonly id: string
  readonly name: string
  readonly source: string
  /** ISO instant, UTC. */
  readonly changedAt: string
  readonly changedBy: string
  readonly words: number
}

/** What a list is called and who issued it. */
export const WordListFacts = z.strictObject({
  name: required('请填写词表的名称', 60),
  source: line(200).default(''),
})
export type WordListFacts = z.infer<typeof WordListFacts>

export const wordKinds = { error: '错误表述', sensitive: '敏感词', name: '机关名称' } as const
export const wordSeverities = { block: '禁用', confirm: '须说明', hint: '提示' } as const

/** A word with the list it stands in. */
export interface FoundListedWord extends ListedWord {
  readonly listId: string
  readonly listName: string
}

/** Where in a file something is wrong, and what. */
export interface WordProblem {
  readonly row: number
  readonly message: string
}

/** What an import would do to the list of that name. */
export interface WordListChanges {
  readonly added: readonly ListedWord[]
  readonly changed: readonly ListedWord[]
  readonly removed: readonly ListedWord[]
  readonly unchanged: number
}

/** What is seen before an import: what is wrong with the file, or what would change; of long lists the beginning. */
export interface WordListPreview {
  /** How many problems there are; `problems` names the first of them. */
  readonly count: number
  readonly problems: readonly WordProblem[]
  readonly changes: (WordListChanges & { readonly counts: Record<'added' | 'changed' | 'removed', number> }) | null
  /** Whether a list of that name is in force and would be replaced. */
  readonly isKnown: boolean
}

const sameWord = (a: ListedWord, b: ListedWord): boolean =>
  a.kind === b.kind && a.suggestion === b.suggestion && a.severity === b.severity && a.since === b.since

/** How a list becomes another one: a word is the same word whatever is said of it. */
export function changesOf(before: readonly ListedWord[], after: readonly ListedWord[]): WordListChanges {
  const old = new Map(before.map((each) => [each.word, each]))
  const next = new Set(after.map(({ word }) => word))
  const added = after.filter(({ word }) => !old.has(word))
  const changed = after.filter((each) => {
    const was = old.get(each.word)
    return was !== undefined && !sameWord(was, each)
  })
  const removed = before.filter(({ word }) => !next.has(word))
  return { added, changed, removed, unchanged: after.length - added.length - changed.length }
}
