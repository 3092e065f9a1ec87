import { yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { pageSize, partOf } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import type { NormativeDocument } from '../normative-document.ts'
import { historyOf } from '../rows/show-history.ts'
import type { DocumentPage, DocumentView, FoundDocument } from './document.ts'
import { type Equation, equationOf, standingOn } from './register.ts'
import { stepViews } from './steps.ts'
import { findDocumentsCalled, getDocument, keptDocuments, listDocuments } from './store/documents.ts'
import { listWantedDocuments } from './store/lists.ts'
import type { WantedDocuments } from './wanted.ts'

/** A page of the register as it stood on a day. */
export async function showDocuments(
  tx: Tx,
  actor: Actor,
  { page, ...wanted }: WantedDocuments & { readonly page: number },
): Promise<DocumentPage> {
  return { ...(await findWanted(tx, actor, wanted, partOf(page))), pageSize }
}

/** The documents that are wanted, from one of them on, how many there are, and how many stand in each way on the day. */
export async function findWanted(
  tx: Tx,
  actor: Actor,
  wanted: WantedDocuments,
  part: { readonly offset: number; readonly limit: number },
): Promise<Omit<DocumentPage, 'pageSize'>> {
  const on = wanted.on ?? actor.today
  const { items, ...numbers } = await listWantedDocuments(tx, actor.organId, { ...wanted, ...part, on })
  return { ...numbers, items: items.map((document) => ({ ...document, standing: standingOn(document, on) ?? null })) }
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
