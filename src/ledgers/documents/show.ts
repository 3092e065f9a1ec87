import { type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Validity } from '../../law/validity.ts'
import type { Actor } from '../../organs/actor.ts'
import type { NormativeDocument } from '../normative-document.ts'
import { historyOf } from '../rows/show-history.ts'
import type { DocumentPage, DocumentView, FoundDocument } from './document.ts'
import { countsIn, type Equation, equationOf, type RegisterTerm, standingOn } from './register.ts'
import type { RegisteredDocument } from './registered-document.ts'
import { stepViews } from './steps.ts'
import { findDocumentsCalled, getDocument, keptDocuments, listDocuments } from './store.ts'

export interface WantedDocuments {
  readonly kind: NormativeDocument['kind']
  /** How documents stood on this day. */
  readonly on?: PlainDate | undefined
  readonly standing?: Validity | undefined
  /** Only those that this term of this year's equation counts. */
  readonly term?: RegisterTerm | undefined
  readonly year?: number | undefined
  readonly words: string
  readonly page: number
  readonly pageSize: number
}

const mentions = ({ title, documentNumber }: RegisteredDocument, words: string) =>
  `${title} ${documentNumber}`.normalize('NFKC').includes(words.normalize('NFKC'))

/** A page of the register as it stood on a day. */
export async function showDocuments(tx: Tx, actor: Actor, wanted: WantedDocuments): Promise<DocumentPage> {
  const { kind, standing, term, year, words, page, pageSize } = wanted
  const on = wanted.on ?? actor.today
  const all = (await listDocuments(tx, actor.organId))
    .filter((document) => document.kind === kind)
    .map((document) => ({ ...document, standing: standingOn(document, on) ?? null }))
  const found = all.filter(
    (document) =>
      (standing === undefined || document.standing === standing) &&
      (term === undefined || year === undefined || countsIn(document, term, year)) &&
      (words === '' || mentions(document, words)),
  )
  const count = (id: Validity) => all.filter((document) => document.standing === id).length
  return {
    items: found.slice((page - 1) * pageSize, page * pageSize),
    total: found.length,
    pageSize,
    on,
    standing: {
      inForce: count('inForce'),
      notYetEffective: count('notYetEffective'),
      repealed: count('repealed'),
      expired: count('expired'),
    },
  }
}

/** So many documents the finder shows. */
const mostFound = 5

/** Documents of the register by title and number. */
export async function findDocuments(tx: Tx, { organId, today }: Actor, words: string): Promise<FoundDocument[]> {
  const found = await findDocumentsCalled(tx, organId, words, mostFound)
  return found.map((document) => {
    const { id, title, documentNumber } = document
    return { id, title, documentNumber, standing: standingOn(document, today) ?? null }
  })
}

/** One document as it stands today, with what may be done with it and what happened to it. */
export async function showDocument(tx: Tx, actor: Actor, id: string): Promise<DocumentView> {
  const document = await getDocument(tx, actor.organId, id)
  return {
    ...document,
    standing: standingOn(document, actor.today) ?? null,
    steps: stepViews({ document, actor }),
    events: await historyOf(tx, actor.organId, keptDocuments, document),
  }
}

const mostYears = 20

/** The equation of every year since the first document, the newest first; no more than twenty years. */
export async function showEquations(tx: Tx, actor: Actor, kind: NormativeDocument['kind']): Promise<Equation[]> {
  const documents = (await listDocuments(tx, actor.organId)).filter((document) => document.kind === kind)
  const last = yearOf(actor.today)
  const first = Math.max(last - mostYears + 1, Math.min(last, ...documents.map(({ issuedOn }) => yearOf(issuedOn))))
  return Array.from({ length: last - first + 1 }, (_, back) => equationOf(documents, last - back))
}
