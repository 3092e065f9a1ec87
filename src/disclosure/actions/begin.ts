import { record as audit } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { listColumns, openPlatform, standingColumn } from '../../platform/columns/standing.ts'
import { refusals } from '../../refusal.ts'
import { picturesOf } from '../../text/plain.ts'
import { type ActKind, blankContent, type Content } from '../content.ts'
import { contentHash } from '../content-hash.ts'
import { copiedContent } from '../copied.ts'
import { whyNotBegin } from '../lifecycle.ts'
import { openEdition, prepare } from '../prepare.ts'
import { isRepealable, type RecordTypeId, recordTypeOf } from '../record-type.ts'
import { refold } from '../refold.ts'
import * as store from '../store/editions.ts'
import { linkFile } from '../store/files.ts'
import { addRevision } from '../store/revisions.ts'
import { getTemplate } from '../store/templates.ts'

/** Begins a record of a type with a blank draft. Answers with its first edition. */
export async function beginRecord(tx: Tx, actor: Actor, now: Date, type: RecordTypeId): Promise<store.EditionKey> {
  const { organId } = actor
  const kind = recordTypeOf(type)
  if ((await listColumns(tx, organId)).length === 0) await openPlatform(tx, organId, actor.today)
  const organ = await organs.get(tx, organId)
  const columnId = await standingColumn(tx, organId, kind.columnId)
  const content = blankContent({ ...kind, id: type, columnId }, organ.name)
  const facts = { organId, type, columnId, unitId: actor.unitId, begunBy: actor.id }
  const { id } = await store.addRecord(tx, facts)
  return begin(tx, actor, now, id, content)
}

/** Begins a record with the text of an edition that is there, its pictures with it; that one stays as it is. */
export async function copyRecord(tx: Tx, actor: Actor, now: Date, from: store.EditionKey): Promise<store.EditionKey> {
  const { content } = await openEdition(tx, from)
  return beginWith(tx, actor, now, copiedContent(content), { copiedFrom: from.recordId })
}

/** Begins a record with what a template holds. */
export async function beginFromTemplate(
  tx: Tx,
  actor: Actor,
  now: Date,
  templateId: string,
): Promise<store.EditionKey> {
  const { content, name } = await getTemplate(tx, actor.organId, templateId)
  return beginWith(tx, actor, now, content, { template: name })
}

async function beginWith(tx: Tx, actor: Actor, now: Date, content: Content, origin: Origin): Promise<store.EditionKey> {
  const { organId } = actor
  const { type } = content
  const columnId = await standingColumn(tx, organId, content.columnId)
  const { id } = await store.addRecord(tx, { organId, type, columnId, unitId: actor.unitId, begunBy: actor.id })
  for (const fileId of new Set(picturesOf(content.text).map((picture) => picture.fileId)))
    await linkFile(tx, organId, id, fileId)
  return begin(tx, actor, now, id, { ...content, columnId }, origin)
}

/** What the log says of where a text is from. */
interface Origin {
  readonly copiedFrom?: string
  readonly template?: string
}

/** Begins the next edition of a published record: its correction, withdrawal or repeal. Refuses while another is open. */
export async function beginEdition(
  tx: Tx,
  actor: Actor,
  now: Date,
  recordId: string,
  kind: Exclude<ActKind, 'publish'>,
  { ofRegister = false }: { readonly ofRegister?: boolean } = {},
): Promise<store.EditionKey> {
  const record = await store.getRecordForChange(tx, actor.organId, recordId)
  if (await store.findOpen(tx, actor.organId, recordId)) throw refusals.editionOpen()
  const live = await store.findLive(tx, actor.organId, recordId)
  if (!live) throw refusals.nothingLive()
  if (kind === 'repeal' && !isRepealable(record.type)) throw refusals.notRepealable()
  const found = await openEdition(tx, live)
  const refusal = ofRegister ? undefined : whyNotBegin(await prepare(tx, actor, now, found))
  if (refusal) throw refusal
  const { content } = found
  const act: Content['act'] = kind === 'repeal' ? { kind, reason: '', on: actor.today, by: '' } : { kind, reason: '' }
  const columnId = await standingColumn(tx, actor.organId, content.columnId)
  return begin(tx, actor, now, recordId, { ...content, columnId, act })
}

async function begin(
  tx: Tx,
  actor: Actor,
  now: Date,
  recordId: string,
  content: Content,
  origin: Origin = {},
): Promise<store.EditionKey> {
  const key = await store.addEdition(tx, actor.organId, recordId, content.act.kind)
  const hash = contentHash(content)
  await addRevision(tx, actor, key, now, { revision: 1, basedOn: 0, hash, content, isAside: false })
  const events = await store.append(
    tx,
    actor,
    key,
    now,
    [],
    [
      { kind: 'begun', data: { act: content.act.kind } },
      { kind: 'saved', data: { revision: 1, hash } },
    ],
  )
  await refold(tx, key, events, content, await loadCalendar(tx))
  await audit(tx, actor, 'record.begun', {
    subject: recordId,
    detail: { edition: key.edition, act: content.act.kind, ...origin },
  })
  return key
}
