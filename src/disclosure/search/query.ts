import { fold, foldLine, numbersIn, stop } from './fold.ts'
import { pairsOf, token } from './tokens.ts'

/** What somebody looks for, ready to be looked up. */
export interface Query {
  /** As typed, trimmed and cut. */
  readonly typed: string
  /** Runs of characters that must all be there, folded. */
  readonly runs: readonly string[]
  /** Document numbers among them, by year and count. */
  readonly numbers: readonly string[]
  /** The whole as one key: a document number, an index number or a title. */
  readonly key: string
  /** More was typed than is looked for. */
  readonly isCut: boolean
}

export const longestQuery = 100
export const mostRuns = 8

/** What was typed, read as words parted by spaces; a document number may have spaces in it. */
export function readQuery(typed: string): Query {
  const signs = [...typed.replaceAll(/\p{C}+/gu, ' ').trim()]
  const cut = signs.slice(0, longestQuery).join('')
  const runs = new Set(
    joinNumber(cut)
      .split(/\s+/)
      .flatMap((word) => fold(word).split(stop))
      .filter(Boolean),
  )
  const isCut = signs.length > longestQuery || runs.size > mostRuns
  return { typed: cut, runs: [...runs].slice(0, mostRuns), numbers: numbersIn(cut), key: foldLine(cut), isCut }
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
export const titleTokens = ({ runs, numbers }: Query): string[] =>
  runs.flatMap((run) => tokensOf(run, numbers)).map(token.inTitle)

/** The tokens of titles and texts that hold every run; undefined where a single character is looked for, which only titles answer. */
export const wordTokens = ({ runs, numbers }: Query): string[] | undefined =>
  runs.some(isSingle) ? undefined : runs.flatMap((run) => tokensOf(run, numbers))

/** Runs of which the pairs alone do not say that they are there. */
export const longRuns = ({ runs }: Query): string[] => runs.filter((run) => [...run].length > 2)
