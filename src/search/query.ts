import { fold, foldLine, numbersIn, stop } from './fold.ts'
import { lettersIn, soundsMeant } from './sounds.ts'
import { pairsOf, token } from './tokens.ts'

/** What somebody looks for, ready to be looked up. */
export interface Query {
  /** As typed, trimmed and cut. */
  readonly typed: string
  /** Runs of characters that must all be there, folded. */
  readonly runs: readonly string[]
  /** Runs that must not be there: 首问 -窗口. */
  readonly excluded: readonly string[]
  /** Instead of runs: tokens of titles that sound so. */
  readonly sounds: readonly string[]
  /** Document numbers among them, by year and count. */
  readonly numbers: readonly string[]
  /** The whole as one key: a document number, an index number or a title. */
  readonly key: string
  /** More was typed than is looked for. */
  readonly isCut: boolean
}

export const longestQuery = 100
export const mostRuns = 8

/** A word with a dash before it is to be left out; a figure with one belongs to a number. */
const leftOut = /(?:^|(?<=\s))[-－−–—](?!\d{1,6}号?(?:\s|$))(\S+)/gu

const runsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/\s+/)
      .flatMap((word) => fold(word).split(stop))
      .filter(Boolean),
  ),
]

/** What was typed, read as words parted by spaces; a document number may have spaces in it. */
export function readQuery(typed: string): Query {
  const signs = [...typed.replaceAll(/\p{C}+/gu, ' ').trim()]
  const cut = signs.slice(0, longestQuery).join('')
  const wanted = cut.replaceAll(leftOut, ' ')
  const runs = runsIn(joinNumber(wanted))
  const excluded = [...cut.matchAll(leftOut)].flatMap(([, word = '']) => runsIn(word)).slice(0, mostRuns)
  const isCut = signs.length > longestQuery || runs.length > mostRuns
  const [numbers, key] = [numbersIn(wanted), foldLine(wanted)]
  return { typed: cut, runs: runs.slice(0, mostRuns), excluded, sounds: [], numbers, key, isCut }
}

const numberWithSpaces =
  /\s*([〔[【({（［｛])\s*(\d{4}|[０-９]{4})\s*([〕\]】)}）］｝])\s*(第?)\s*([\d０-９]{1,6})\s*(号?)/g
const joinNumber = (text: string): string => text.replace(numberWithSpaces, '$1$2$3$4$5$6')

const yearAndCount = /(?<!\d)((?:19|20)\d\d)(?:\s*年\s*第?|\s*第|[\s./—–-]+)\s*0*(\d{1,6})(?!\d)\s*号?/

/** The same with year and count read as a document number where they stand without brackets: 示统发2026年8号, 示统发 2026 8. */
export function withNumberRead(query: Query): Query | undefined {
  const plain = query.typed.normalize('NFKC')
  if (query.numbers.length > 0 || !yearAndCount.test(plain)) return undefined
  return { ...readQuery(plain.replace(yearAndCount, '〔$1〕$2号')), typed: query.typed }
}

/** Letters read as how titles sound, in each way in which they may be meant: shouwen, swfz. */
export function spokenQueries(query: Query): Query[] {
  const letters = lettersIn(query.typed)
  return letters === undefined ? [] : soundsMeant(letters).map((sounds) => ({ ...query, runs: [], sounds }))
}

/** Whether there is anything to look for: signs alone are nothing. */
export const isEmpty = ({ runs, sounds }: Query): boolean => runs.length === 0 && sounds.length === 0

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const empty = new Set([
  '什么',
  '怎么',
  '如何',
  '哪里',
  '哪些',
  '关于',
  '有关',
  '相关',
  '请问',
  '我要',
  '查询',
  '一下',
  '为什么',
])

/**
 * The same query by its single words, where the whole was not found; undefined where that is nothing else, and for a document
 * number, whose parts mean nothing.
 */
export function loosened(query: Query): Query | undefined {
  if (query.numbers.length > 0) return undefined
  const words = query.runs
    .flatMap((run) => [...segmenter.segment(run)])
    .map(({ segment }) => segment)
    .filter((word) => [...word].length > 1 && !empty.has(word))
  const runs = [...new Set(words)].slice(0, mostRuns)
  if (runs.length === 0 || (runs.length === query.runs.length && runs.every((run) => query.runs.includes(run))))
    return undefined
  return { ...query, runs }
}

const isSingle = (run: string): boolean => [...run].length === 1

function tokensOf(run: string, numbers: readonly string[]): string[] {
  const named = numbers.find((number) => run.endsWith(number))
  return named ? [token.number(named)] : isSingle(run) ? [run] : pairsOf(run)
}

/** The tokens of titles that hold every run; of single characters too. */
export const titleTokens = ({ runs, numbers, sounds }: Query): string[] => [
  ...runs.flatMap((run) => tokensOf(run, numbers)).map(token.inTitle),
  ...sounds,
]

/** The tokens of titles and texts that hold every run; undefined where only titles answer: a single character, sounds. */
export const wordTokens = ({ runs, numbers, sounds }: Query): string[] | undefined =>
  sounds.length > 0 || runs.some(isSingle) ? undefined : runs.flatMap((run) => tokensOf(run, numbers))

/** Runs of which the pairs alone do not say that they are there. */
export const longRuns = ({ runs }: Query): string[] => runs.filter((run) => [...run].length > 2)
