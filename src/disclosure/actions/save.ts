import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import { keepFile } from '../../files/store.ts'
import type { Actor } from '../../organs/actor.ts'
import { recordColumn } from '../../platform/columns/standing.ts'
import { refusals } from '../../refusal.ts'
import { linkProblem, looksOtherwise } from '../../text/link-problem.ts'
import { linksOf } from '../../text/links.ts'
import { picturesOf } from '../../text/plain.ts'
import { authorshipOf } from '../authorship.ts'
import type { Content } from '../content.ts'
import { refuseFarDays } from '../content-days.ts'
import { contentHash } from '../content-hash.ts'
import { whyNotSave } from '../lifecycle.ts'
import { openForChange, prepare } from '../prepare.ts'
import type { Revision } from '../record.ts'
import { type RecordTypeId, recordTypeOf } from '../record-type.ts'
import { refold } from '../refold.ts'
import { legible } from '../seen.ts'
import * as store from '../store/editions.ts'
import { factsOf, linkFile } from '../store/files.ts'
import * as revisions from '../store/revisions.ts'

export interface Saved {
  readonly revision: number
  readonly hash: string
  /** Somebody else has saved since `basedOn`: the text is kept beside theirs, and this is theirs. */
  readonly overtakenBy: Revision | null
}

/**
 * Keeps a text. A change takes away every signature (art. 17). When somebody else has saved since `basedOn`, nothing of
 * theirs is overwritten and nothing of this is lost: it is kept aside, and the answer says who was there first.
 */
export async function saveRevision(
  tx: Tx,
  actor: Actor,
  now: Date,
  key: store.EditionKey,
  { content, basedOn }: { readonly content: Content; readonly basedOn: number },
): Promise<Saved> {
  const found = await openForChange(tx, key)
  const matter = await prepare(tx, actor, now, found)
  const refusal = whyNotSave(matter)
  if (refusal) throw refusal
  const { edition } = matter
  refuseUnknownFields(content, found.record.type)
  refuseDeceptive(content)
  refuseFarDays({ ...content, type: found.record.type })
  const read = legible(content)
  const typed = await withFiles(tx, key, { ...read, type: found.record.type, act: sameAct(read, found.content) })
  const column = await recordColumn(tx, key.organId, typed.columnId)
  if (!column) throw refusals.unknownColumn()
  const hash = contentHash(typed)
  if (hash === edition.hash) return { revision: edition.revision, hash, overtakenBy: null }
  const revision = (await revisions.lastRevision(tx, key)) + 1
  const isAside = basedOn !== edition.revision
  await revisions.addRevision(tx, actor, key, now, { revision, basedOn, hash, content: typed, isAside })
  if (isAside) {
    const theirs = await revisions.findRevision(tx, key, edition.revision)
    if (!theirs) throw refusals.unknownEdition()
    return { revision, hash, overtakenBy: theirs }
  }
  const authorship = authorshipOf(found.events, found.content, typed, actor.id)
  const events = await store.append(tx, actor, key, now, found.events, [
    { kind: 'saved', data: { revision, hash, ...authorship } },
  ])
  // A column closed meanwhile loses nobody a word: the gate asks for another one on submission.
  if (column.closedOn === null && typed.columnId !== found.record.columnId)
    await store.moveRecord(tx, key, typed.columnId)
  await refold(tx, key, events, typed, matter.calendar)
  if (edition.signatures.length > 0)
    await audit(tx, actor, 'record.changedAfterSignature', {
      subject: key.recordId,
      detail: { edition: key.edition, revision },
    })
  return { revision, hash, overtakenBy: null }
}

/** A type has its own fields and no others. */
function refuseUnknownFields({ fields }: Content, type: RecordTypeId): void {
  const known = recordTypeOf(type).fields.map(({ id }) => id)
  const unknown = Object.keys(fields).find((each) => !known.includes(each))
  if (unknown !== undefined) throw refusals.unknownContentField(unknown)
}

/** Before what nobody sees is taken out: whoever typed it is told. */
function refuseDeceptive({ text, sourceUrl, attachments }: Content): void {
  for (const { href, field, place } of [
    ...linksOf(text).map(({ href, paragraph }) => ({
      href,
      field: `content.text.${paragraph}`,
      place: `（正文第${paragraph + 1}段）`,
    })),
    { href: sourceUrl, field: 'content.sourceUrl', place: '' },
  ]) {
    const why = linkProblem(href)
    if (why) throw refusals.unsoundLink(href, why + place, field)
  }
  if (attachments.some(({ name }) => looksOtherwise(name))) throw refusals.deceptiveAttachmentName()
}

/** What an edition does is decided when it begins; only its words may change. */
const sameAct = (typed: Content, before: Content): Content['act'] =>
  typed.act.kind === before.act.kind ? typed.act : before.act

/** Attachments as they are stored, whatever the form said; new ones become part of the record. */
async function withFiles(tx: Tx, { organId, recordId }: store.EditionKey, content: Content): Promise<Content> {
  const ids = [...content.attachments, ...picturesOf(content.text)].map(({ fileId }) => fileId)
  const { all, waiting } = await factsOf(tx, organId, recordId, ids)
  for (const id of waiting) {
    await keepFile(tx, organId, id)
    await linkFile(tx, organId, recordId, id)
  }
  const attachments = content.attachments.flatMap(({ fileId, name, alternative }) => {
    const facts = all.get(fileId)
    return facts
      ? [{ fileId, name, alternative, size: facts.size, contentType: facts.contentType, sha256: facts.sha256 }]
      : []
  })
  return { ...content, attachments }
}
