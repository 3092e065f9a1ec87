import { type PlainDate, yearOf } from '../days/plain-date.ts'
import { fold, foldLine, numbersIn, stop } from './fold.ts'
import { soundTokens } from './sounds.ts'
import { pairsOf, token } from './tokens.ts'

/** What is kept so that something is found. */
export interface Findable {
  readonly tokens: readonly string[]
  readonly numberKey: string
  readonly titleKey: string
  readonly bodyKey: string
  readonly body: string
}

/** A gazette of a thousand pages is searched in its first part. */
const longestBody = 400_000

/** 示统发〔2026〕8号 is also asked for as 统发〔2026〕8号 and 〔2026〕8号. */
function endingsOf(numberKey: string): string[] {
  const year = /\d{5,}号$|\d{4}年第\d+号$/.exec(numberKey)?.index ?? 0
  return Array.from({ length: Math.min(year, 30) + 1 }, (_, place) => numberKey.slice(place))
}

/** Something as the search reads it. */
export interface Searched {
  readonly organId: number
  readonly title: string
  readonly documentNumber: string
  /** Other numbers that lead to it as a whole. */
  readonly otherNumbers: readonly string[]
  /** Its paragraphs. */
  readonly text: readonly string[]
  /** The day on which it stood in public first. */
  readonly day: PlainDate
  /** What filters ask of it, as tokens. */
  readonly facts: readonly string[]
}

/** What it can be found by: words of title and text, numbers, and how the title sounds. */
export function findableOf({ organId, title, documentNumber, otherNumbers, text, day, facts }: Searched): Findable {
  const body = text.filter(Boolean).join('\n').replaceAll('\0', '').slice(0, longestBody)
  const [titleKey, numberKey] = [foldLine(title), foldLine(documentNumber)]
  const bodyKey = [documentNumber, body].map(fold).filter(Boolean).join(stop)
  const exact = [titleKey, ...otherNumbers.map(foldLine), ...(numberKey ? endingsOf(numberKey) : [])]
  const tokens = new Set([
    token.organ(organId),
    token.year(yearOf(day)),
    ...facts,
    ...exact.map(token.exact),
    ...numbersIn(`${documentNumber}\n${title}\n${body}`).map(token.number),
    ...numbersIn(title).map(token.number).map(token.inTitle),
    ...[...titleKey].map(token.inTitle),
    ...pairsOf(titleKey).map(token.inTitle),
    ...soundTokens(titleKey),
    ...pairsOf(titleKey),
    ...pairsOf(bodyKey),
  ])
  return { tokens: [...tokens], numberKey, titleKey, bodyKey, body }
}

/** Of what was withdrawn nothing is kept to be found. */
export const unfindable: Findable = { tokens: [], numberKey: '', titleKey: '', bodyKey: '', body: '' }
