import { itemsBeyond, type MergedRun, mergeLists } from '../text/merge-lists.ts'
import { paragraphsOf } from '../text/plain.ts'
import type { Block } from '../text/text.ts'
import { changesBetween } from './changes.ts'
import { type Content, fieldLabels } from './content.ts'

/** Whose words count where both changed the same. `both`: theirs, then mine. */
export type Choice = 'mine' | 'theirs' | 'both'

/** A place that both changed, with the words of both. */
export interface Conflict {
  readonly label: string
  readonly mine: string
  readonly theirs: string
  /** Paragraphs can stand one after the other; a field has one value. */
  readonly mayKeepBoth: boolean
}

export interface MergedContents {
  readonly conflicts: readonly Conflict[]
  /** The content with an answer for each conflict, in their order. */
  readonly withChoices: (choices: readonly Choice[]) => Content
}

type Field = keyof typeof fieldLabels
const isField = (name: string): name is Field => Object.hasOwn(fieldLabels, name)
const fields = Object.keys(fieldLabels).filter(isField)
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Two contents that go on from one: what only one of them changed is taken over, what both changed is asked. */
export function mergeContents(base: Content, mine: Content, theirs: Content): MergedContents {
  const runs = mergeLists<Block>(base.text.content, mine.text.content, theirs.text.content)
  const asked = fields.filter(
    (field) =>
      !isSame(mine[field], base[field]) && !isSame(theirs[field], base[field]) && !isSame(mine[field], theirs[field]),
  )
  const ofMine = fields.filter((field) => !isSame(mine[field], base[field]) && !asked.includes(field))
  const conflicts = [
    ...asked.map((field) => ofField(field, mine, theirs)),
    ...runs.flatMap((run, at) => (run.kind === 'conflict' ? [ofText(run, runs.slice(0, at))] : [])),
  ]
  const withChoices = (choices: readonly Choice[]): Content => {
    const taken = [...ofMine, ...asked.filter((_, at) => choices[at] === 'mine')]
    let at = asked.length
    const blocks = runs.flatMap((run): readonly Block[] => {
      if (run.kind === 'settled') return run.items
      const choice = choices[at] ?? 'theirs'
      at += 1
      return choice === 'both' ? bothOf(run) : run[choice]
    })
    return {
      ...theirs,
      ...Object.fromEntries(taken.map((field) => [field, mine[field]])),
      text: { type: 'doc', content: [...blocks] },
    }
  }
  return { conflicts, withChoices }
}

/** A field as its changes are told. */
function ofField(field: Field, mine: Content, theirs: Content): Conflict {
  const change = changesBetween(theirs, mine).find(({ place }) => place === field)
  const words = (side: 'added' | 'removed') =>
    (change?.words ?? [])
      .filter(({ kind }) => kind === 'same' || kind === side)
      .map(({ text }) => text)
      .join('')
  return { label: fieldLabels[field], mine: words('added'), theirs: words('removed'), mayKeepBoth: false }
}

type ConflictingRun = Extract<MergedRun<Block>, { kind: 'conflict' }>

function ofText(run: ConflictingRun, before: readonly MergedRun<Block>[]): Conflict {
  const words = (content: readonly Block[]) => paragraphsOf({ type: 'doc', content: [...content] }).join('\n')
  const above = before.reduce((sum, each) => sum + linesIn(each.kind === 'settled' ? each.items : each.theirs), 0)
  return {
    label: `正文第${above + 1}段`,
    mine: words(run.mine),
    theirs: words(run.theirs),
    mayKeepBoth: itemsBeyond(run.mine, run.base).length > 0 && itemsBeyond(run.theirs, run.base).length > 0,
  }
}

/** What each of the two wrote; of what stood there before nothing, since the other wrote it anew or took it out. */
function bothOf({ base, mine, theirs }: ConflictingRun): Block[] {
  const written = itemsBeyond(theirs, base)
  return [...written, ...itemsBeyond(itemsBeyond(mine, base), written)]
}

const linesIn = (content: readonly Block[]): number => paragraphsOf({ type: 'doc', content: [...content] }).length
