import type { PlainDate } from '../days/plain-date.ts'
import { type Findable, findableOf } from '../search/findable.ts'
import { token } from '../search/tokens.ts'
import { plainTextOf } from '../text/plain.ts'
import type { Content } from './content.ts'
import { hasValidity } from './validity.ts'

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
export function findableRecord(record: FindableRecord): Findable {
  const { organId, content, repealedOn, number, indexNumber, publishedOn, files } = record
  const { title, documentNumber, summary, keywords, fields, text, attachments } = content
  return findableOf({
    organId,
    title,
    documentNumber,
    otherNumbers: [indexNumber, number],
    text: [
      plainTextOf(text),
      summary,
      keywords.join('、'),
      ...Object.values(fields),
      ...attachments.flatMap(({ name, alternative }) => [name, alternative]),
      ...files,
    ],
    day: publishedOn,
    facts: [
      token.column(content.columnId),
      token.type(content.type),
      ...(hasValidity(content.type, { ...content, repealedOn }) ? [token.fact('document')] : []),
      ...(repealedOn ? [token.fact('repealed')] : []),
      ...(content.validUntil ? [token.fact('ends')] : []),
      ...(content.effectiveFrom && content.effectiveFrom > publishedOn ? [token.fact('starts')] : []),
    ],
  })
}
