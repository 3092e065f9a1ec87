import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { isInCharge } from '../../organs/units/in-charge.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { openEdition } from '../prepare.ts'
import { RecordTypeId, recordTypeOf } from '../record-type.ts'
import type { EditionKey } from '../store/editions.ts'
import * as store from '../store/templates.ts'
import { type TemplateItem, type TemplateName, templateContent } from '../template.ts'

/** The templates of the organ, those of one's own unit first: every drafter may begin with each. */
export async function showTemplates(tx: Tx, actor: Actor): Promise<TemplateItem[]> {
  const workBodyId = await findWorkBody(tx, actor.organId)
  const found = await store.listTemplates(tx, actor.organId)
  const items = found.map(({ unitId, unitName, changedAt, type, ...facts }) => ({
    ...facts,
    type: RecordTypeId.parse(type),
    typeLabel: recordTypeOf(RecordTypeId.parse(type)).label,
    unitName: unitName ?? '',
    changedAt: changedAt.toISOString(),
    isOwn: unitId === actor.unitId,
    whyNotChange: isInCharge({ unitId, staffId: null }, actor, workBodyId) ? null : refusals.notYourTemplate().message,
  }))
  return items.toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn)).map(({ isOwn: _, ...item }) => item)
}

/** Keeps what of an edition belongs in a template, for the unit of whoever asks. Refuses a name that the unit has used. */
export async function keepTemplate(
  tx: Tx,
  actor: Actor,
  now: Date,
  from: EditionKey,
  { name }: TemplateName,
): Promise<string> {
  const { organId, unitId } = actor
  const { content } = await openEdition(tx, from)
  const kept = { name, content: templateContent(content), changedAt: now, changedName: actor.name }
  const id = await store.addTemplate(tx, { organId, unitId, ...kept })
  if (id === undefined) throw refusals.templateNameTaken(name)
  await audit(tx, actor, 'template.kept', { subject: id, detail: { name, record: from.recordId } })
  return id
}

/** Gives a template another name. */
export async function renameTemplate(
  tx: Tx,
  actor: Actor,
  now: Date,
  id: string,
  { name }: TemplateName,
): Promise<void> {
  const template = await ownTemplate(tx, actor, id)
  const taken = (await store.listTemplates(tx, actor.organId)).some(
    (each) => each.id !== id && each.unitId === template.unitId && each.name === name,
  )
  if (taken) throw refusals.templateNameTaken(name)
  await store.renameTemplate(tx, { organId: actor.organId, id, name, changedAt: now, changedName: actor.name })
  await audit(tx, actor, 'template.renamed', { subject: id, detail: { before: template.name, after: name } })
}

/** Removes a template; what was begun from it stays. */
export async function removeTemplate(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { name } = await ownTemplate(tx, actor, id)
  await store.removeTemplate(tx, actor.organId, id)
  await audit(tx, actor, 'template.removed', { subject: id, detail: { name } })
}

async function ownTemplate(tx: Tx, actor: Actor, id: string): Promise<store.TemplateFacts> {
  await organs.lock(tx, actor.organId)
  const template = await store.getTemplate(tx, actor.organId, id)
  const charge = { unitId: template.unitId, staffId: null }
  if (!isInCharge(charge, actor, await findWorkBody(tx, actor.organId))) throw refusals.notYourTemplate()
  return template
}
