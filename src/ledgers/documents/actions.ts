import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { readTyped } from '../../refusal/typed.ts'
import { refusals } from '../../refusal.ts'
import { NormativeDocument } from '../normative-document.ts'
import { documentForm, type Lapse, type NewAmendment, type Repeal } from './document.ts'
import { standingOn } from './register.ts'
import { type DocumentStep, whyNot } from './steps.ts'
import * as store from './store/documents.ts'

/** Enters a document by hand. Refuses a number that is there, and rules of an organ that may make none (C5). */
export async function enterDocument(tx: Tx, actor: Actor, typed: unknown): Promise<{ id: string }> {
  const document = await readDocument(tx, actor, typed)
  if (await store.isNumberTaken(tx, actor.organId, document.documentNumber))
    throw refusals.documentNumberTaken(document.documentNumber)
  const id = await store.addDocument(tx, actor.organId, document)
  await audit(tx, actor, 'document.entered', { subject: id, detail: { ...document } })
  return { id }
}

/** 登记废止: from which day on it no longer holds, and by what. Refuses a document of the platform, and one that is repealed. */
export async function registerRepeal(tx: Tx, actor: Actor, id: string, { repealedOn, by }: Repeal): Promise<void> {
  const { issuedOn } = await getFor(tx, actor, id, 'repeal')
  if (repealedOn < issuedOn) throw refusals.repealedBeforeIssued(issuedOn)
  await store.saveDocument(tx, actor.organId, id, { repealedOn, repealedBy: by })
  await audit(tx, actor, 'document.repealed', { subject: id, detail: { repealedOn, by } })
}

/** 宣布失效: the last day in force and the document that says so. Refuses one that is no longer in force by then. */
export async function declareLapsed(tx: Tx, actor: Actor, id: string, { lastDay, by }: Lapse): Promise<void> {
  const document = await getFor(tx, actor, id, 'lapse')
  if (standingOn(document, lastDay) !== 'inForce') throw refusals.notInForceThen('lastDay')
  await store.saveDocument(tx, actor.organId, id, { validUntil: lastDay, lapsedBy: by })
  await audit(tx, actor, 'document.lapsed', { subject: id, detail: { from: document.validUntil, to: lastDay, by } })
}

/** 修改: registers that the document was amended; it stays in force. Also of documents that the platform published. */
export async function amendDocument(tx: Tx, actor: Actor, id: string, amendment: NewAmendment): Promise<void> {
  const document = await getFor(tx, actor, id, 'amend')
  if (amendment.amendedOn > actor.today) throw refusals.dayInFuture('amendedOn')
  const standing = standingOn(document, amendment.amendedOn)
  if (standing !== 'inForce' && standing !== 'notYetEffective') throw refusals.notInForceThen('amendedOn')
  if (!(await store.addAmendment(tx, actor.organId, id, amendment))) return
  await audit(tx, actor, 'document.amended', { subject: id, detail: { ...amendment } })
}

/** Takes back an amendment that was registered by mistake. */
export async function removeAmendment(tx: Tx, actor: Actor, id: string, amendmentId: string): Promise<void> {
  await getFor(tx, actor, id, 'removeAmendment')
  const gone = await store.removeAmendment(tx, actor.organId, id, amendmentId)
  await audit(tx, actor, 'document.amendmentRemoved', { subject: id, detail: { ...gone } })
}

/** The document, locked. Refuses what the table of steps refuses. */
async function getFor(tx: Tx, actor: Actor, id: string, step: DocumentStep) {
  const document = await store.getDocumentForChange(tx, actor.organId, id)
  const refusal = whyNot(step, { document, actor })
  if (refusal) throw refusal
  return document
}

async function readDocument(tx: Tx, actor: Actor, typed: unknown): Promise<NormativeDocument> {
  const document = readTyped(NormativeDocument, readTyped(documentForm(actor.today), typed))
  const { canMakeRules } = await organs.get(tx, actor.organId)
  if (document.kind === 'rules' && !canMakeRules) throw refusals.noRulesPower()
  return document
}
