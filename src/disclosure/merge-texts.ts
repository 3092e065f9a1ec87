import { linksOf } from '../text/links.ts'
import { itemsBeyond, type MergedRun, mergeLists } from '../text/merge-lists.ts'
import { paragraphsOf, picturesOf } from '../text/plain.ts'
import { numberOfNote, numbersInTheWay, renumbered } from '../text/renumber-notes.ts'
import type { Block, Text } from '../text/text.ts'

/** A place that both changed, with the words of both. */
export interface Conflict {
  readonly label: string
  readonly mine: string
  readonly theirs: string
  /** Paragraphs can stand one after the other; a field has one value. */
  readonly mayKeepBoth: boolean
}

type ConflictingRun = Extract<MergedRun<Block>, { kind: 'conflict' }>

/**
 * Two texts that go on from one. A note that both added under one number has another one in mine; where the words are the same my
 * formatting counts; notes that both added stand one after the other. Of this people are told, and not asked.
 */
export function mergeTexts(base: Text, mine: Text, theirs: Text) {
  const numbers = numbersInTheWay(base, mine, theirs)
  const told = [...numbers].map(([from, to]) => `两人都新加了注释[${from}]，您的改为[${to}]`)
  const own = renumbered(mine, numbers)
  const runs = mergeLists<Block>(base.content, own.content, theirs.content).map((run, at, all): MergedRun<Block> => {
    if (run.kind === 'settled') return run
    if (isFormattingOnly(run)) {
      told.push(`${placeOf(all.slice(0, at))}两人写的文字相同，只有格式不同，用您的格式`)
      return { kind: 'settled', items: run.mine }
    }
    return isNotesOnly(run) ? { kind: 'settled', items: bothOf(run) } : run
  })
  return { runs, told }
}

export const conflictsIn = (runs: readonly MergedRun<Block>[]): Conflict[] =>
  runs.flatMap((run, at) => (run.kind === 'conflict' ? [ofText(run, runs.slice(0, at))] : []))

function ofText(run: ConflictingRun, before: readonly MergedRun<Block>[]): Conflict {
  const [mine, theirs] = [wordsOf(run.mine), wordsOf(run.theirs)]
  const hasSameWords = mine === theirs
  const isApart = !hasSameWords || picturesIn(run.mine) !== picturesIn(run.theirs)
  return {
    label: placeOf(before),
    mine: hasSameWords ? mine + beside(run.mine) : mine,
    theirs: hasSameWords ? theirs + beside(run.theirs) : theirs,
    mayKeepBoth: isApart && itemsBeyond(run.mine, run.base).length > 0 && itemsBeyond(run.theirs, run.base).length > 0,
  }
}

/** What each of the two wrote; of what stood there before nothing, since the other wrote it anew or took it out. */
export function bothOf({ base, mine, theirs }: ConflictingRun): Block[] {
  const written = itemsBeyond(theirs, base)
  return [...written, ...itemsBeyond(itemsBeyond(mine, base), written)]
}

const isFormattingOnly = ({ mine, theirs }: ConflictingRun): boolean =>
  wordsOf(mine) === wordsOf(theirs) && beside(mine) === beside(theirs)

const isNotesOnly = ({ base, mine, theirs }: ConflictingRun): boolean => {
  const added = [...theirs, ...itemsBeyond(mine, theirs)].map(numberOfNote)
  return base.length === 0 && !added.includes(null) && new Set(added).size === added.length
}

/** Where a run begins, if what is asked above it is answered by theirs. */
function placeOf(before: readonly MergedRun<Block>[]): string {
  const above = before.reduce(
    (sum, each) => sum + linesIn(each.kind === 'settled' ? each.items : each.theirs).length,
    0,
  )
  return `正文第${above + 1}段`
}

const textOf = (content: readonly Block[]): Text => ({ type: 'doc', content: [...content] })
const linesIn = (content: readonly Block[]): string[] => paragraphsOf(textOf(content))
const wordsOf = (content: readonly Block[]): string => linesIn(content).join('\n')
const picturesIn = (content: readonly Block[]): string =>
  picturesOf(textOf(content))
    .map(({ fileId }) => `〔图片${fileId.slice(0, 8)}〕`)
    .join('')

/** What differs beside words and is no formatting. */
const beside = (content: readonly Block[]): string =>
  [...linksOf(textOf(content)).map(({ href }) => `〔链接${href}〕`), picturesIn(content)].join('')
