import { addDays, earlierOf, type PlainDate, plainDate } from '../../days/plain-date.ts'
import { type Validity, validityOn } from '../../law/validity.ts'
import type { NormativeDocument } from '../normative-document.ts'

/** The days by which a document stands or falls. */
export type Term = Pick<NormativeDocument, 'issuedOn' | 'effectiveFrom' | 'validUntil' | 'repealedOn'>

const hasRunOutFirst = ({ validUntil, repealedOn }: Term): boolean =>
  validUntil !== null && (repealedOn === null || repealedOn > validUntil)

/** The first day on which it is no longer in force because its time was up; null when it was repealed before, or has no term. */
function ranOutOn(term: Term): PlainDate | null {
  if (term.validUntil === null || !hasRunOutFirst(term)) return null
  const out = addDays(term.validUntil, 1)
  return earlierOf(out, term.issuedOn) === out ? term.issuedOn : out
}

/** How a document stands on `day`; undefined before it was issued. */
export const standingOn = (term: Term, day: PlainDate): Validity | undefined =>
  term.issuedOn > day ? undefined : validityOn(term, day)

/** The terms of 上年现行有效 + 制发 − 废止 − 失效 = 本年现行有效, and what else must be said for it to come out. */
export const registerTerms = [
  { id: 'inForceBefore', label: '上年现行有效', sign: 1 },
  { id: 'issued', label: '本年制发', sign: 1 },
  { id: 'repealed', label: '本年废止', sign: -1 },
  { id: 'expired', label: '本年失效', sign: -1 },
  { id: 'pendingBefore', label: '上年末尚未施行', sign: 1 },
  { id: 'pendingAfter', label: '本年末尚未施行', sign: -1 },
  { id: 'repealedAfterExpiry', label: '失效后又宣布废止', sign: 1 },
  { id: 'inForce', label: '本年现行有效', sign: 0 },
  { id: 'amended', label: '本年修改', sign: 0 },
] as const
export type RegisterTerm = (typeof registerTerms)[number]['id']
export const registerTermIds = registerTerms.map(({ id }) => id)

export type Amended = Term & { readonly amendments: readonly { readonly amendedOn: PlainDate }[] }

/** Whether the document is one of those that the term counts in the year. */
export function countsIn(document: Amended, term: RegisterTerm, year: number): boolean {
  const from = plainDate(`${year}-01-01`)
  const to = plainDate(`${year}-12-31`)
  const within = (day: PlainDate | null) => day !== null && day >= from && day <= to
  switch (term) {
    case 'inForceBefore':
      return standingOn(document, addDays(from, -1)) === 'inForce'
    case 'pendingBefore':
      return standingOn(document, addDays(from, -1)) === 'notYetEffective'
    case 'issued':
      return within(document.issuedOn)
    case 'repealed':
      return within(document.repealedOn)
    case 'repealedAfterExpiry':
      return within(document.repealedOn) && hasRunOutFirst(document)
    case 'expired':
      return within(ranOutOn(document))
    case 'inForce':
      return standingOn(document, to) === 'inForce'
    case 'pendingAfter':
      return standingOn(document, to) === 'notYetEffective'
    case 'amended':
      return document.amendments.some(({ amendedOn }) => within(amendedOn))
  }
}

export type Equation = Readonly<Record<RegisterTerm, number>> & { readonly year: number }

/** C1: the year's equation, each term the number of documents that `countsIn` finds. */
export function equationOf(documents: readonly Amended[], year: number): Equation {
  const count = (term: RegisterTerm) => documents.filter((document) => countsIn(document, term, year)).length
  return { year, ...(Object.fromEntries(registerTermIds.map((id) => [id, count(id)])) as Record<RegisterTerm, number>) }
}
