import { type PlainDate, yearOf } from '../../days/plain-date.ts'
import { plainTextOf } from '../../text/plain.ts'
import type { Content } from '../content.ts'
import { hasValidity } from '../validity.ts'
import { fold, foldLine, numbersIn, stop } from './fold.ts'

/** What the search keeps of a record. */
export interface Findable {
  readonly tokens: readonly string[]
  readonly numberKey: string
  readonly titleKey: string
  readonly bodyKey: string
  readonly body: string
}

/** A gazette of a thousand pages is searched in its first part. */
const longestBody = 400_000
/** A key of the index holds no more. */
const longestKey = 200

/** Pairs of neighbouring characters: the shortest words that most Chinese words are. */
export const pairsOf = (folded: string): string[] =>
  folded.split(stop).flatMap((run) => {
    const characters = [...run]
    return characters.slice(1).map((character, before) => `${characters[before]}${character}`)
  })

/** Kinds of tokens beside bare pairs, by their first character, which no folded text has. */
export const token = {
  inTitle: (part: string) => `~${part}`,
  exact: (key: string) => `=${[...key].slice(0, longestKey).join('')}`,
  /** A document number that is named: one token instead of ten common pairs. */
  number: (number: string) => `№${number}`,
  organ: (id: number) => `@${id}`,
  column: (id: string) => `/${id}`,
  type: (id: string) => `:${id}`,
  year: (year: number) => `^${year}`,
  fact: (fact: 'document' | 'repealed' | 'ends' | 'starts') => `!${fact}`,
}

/** 示统发〔2026〕8号 is also asked for as 统发〔2026〕8号 and 〔2026〕8号. */
function endingsOf(numberKey: string): string[] {
  const year = /\d{5,}号$|\d{4}年第\d+号$/.exec(numberKey)?.index ?? 0
  return Array.from({ length: Math.min(year, 30) + 1 }, (_, place) => numberKey.slice(place))
}

export interface FindableRecord {
  readonly organId: number
  readonly content: Content
  /** Also of a document whose text was corrected after it was repealed. */
  readonly repealedOn: PlainDate | null
  readonly number: string
  readonly indexNumber: string
  readonly publishedOn: PlainDate
  /** The words of attached files. */
  readonly files: readonly string[]
}

/** What a record can be found by. */
export function findableOf(record: FindableRecord): Findable {
  const { organId, content, repealedOn, number, indexNumber, publishedOn, files } = record
  const { title, documentNumber, summary, keywords, fields, text, attachments } = content
  const body = [
    plainTextOf(text),
    summary,
    keywords.join('、'),
    ...Object.values(fields),
    ...attachments.flatMap(({ name, alternative }) => [name, alternative]),
    ...files,
  ]
    .filter(Boolean)
    .join('\n')
    .replaceAll('\0', '')
    .slice(0, longestBody)
  const [titleKey, numberKey] = [foldLine(title), foldLine(documentNumber)]
  const bodyKey = [documentNumber, body].map(fold).filter(Boolean).join(stop)
  const exact = [titleKey, foldLine(indexNumber), foldLine(number), ...(numberKey ? endingsOf(numberKey) : [])]
  const tokens = new Set([
    token.organ(organId),
    token.column(content.columnId),
    token.type(content.type),
    token.year(yearOf(publishedOn)),
    ...(hasValidity(content.type, { ...content, repealedOn }) ? [token.fact('document')] : []),
    ...(repealedOn ? [token.fact('repealed')] : []),
    ...(content.validUntil ? [token.fact('ends')] : []),
    ...(content.effectiveFrom && content.effectiveFrom > publishedOn ? [token.fact('starts')] : []),
    ...exact.map(token.exact),
    ...numbersIn(`${documentNumber}\n${title}\n${body}`).map(token.number),
    ...numbersIn(title).map(token.number).map(token.inTitle),
    ...[...titleKey].map(token.inTitle),
    ...pairsOf(titleKey).map(token.inTitle),
    ...pairsOf(titleKey),
    ...pairsOf(bodyKey),
  ])
  return { tokens: [...tokens], numberKey, titleKey, bodyKey, body }
}

/** Of what was withdrawn nothing is kept to be found. */
export const unfindable: Findable = { tokens: [], numberKey: '', titleKey: '', bodyKey: '', body: '' }
