import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { paragraphsOf } from '../../text/plain.ts'
import type { CommentAnswer, NewComment } from '../comment.ts'
import { mostQuoted } from '../edition-event.ts'
import { whyNotComment, whyNotSave } from '../lifecycle.ts'
import { openEdition, prepare } from '../prepare.ts'
import * as store from '../store/comments.ts'
import type { EditionKey } from '../store/editions.ts'
import { findRevision } from '../store/revisions.ts'
import type { TakeMatter } from '../take.ts'

/** Says something of a paragraph of an edition that is under way. Answers with the comment's id. */
export async function addComment(
  tx: Tx,
  actor: Actor,
  now: Date,
  key: EditionKey,
  { revision, paragraph, words }: NewComment,
): Promise<string> {
  await matterOf(tx, actor, now, key)
  const seen = await findRevision(tx, key, revision)
  const text = seen && paragraphsOf(seen.content.text)[paragraph]
  if (text === undefined) throw refusals.unknownParagraph()
  const quoted = text.slice(0, mostQuoted)
  const id = await store.addComment(tx, key, { ...said(actor, now, words), revision, paragraph, quoted })
  await audit(tx, actor, 'comment.added', { subject: key.recordId, detail: { edition: key.edition } })
  return id
}

/** Answers a comment. Answers with the id of what was said. */
export async function answerComment(
  tx: Tx,
  actor: Actor,
  now: Date,
  key: EditionKey,
  id: string,
  { words }: CommentAnswer,
): Promise<string> {
  await matterOf(tx, actor, now, key)
  const comment = await store.getCommentForChange(tx, key, id)
  // What is answered is open again: in the fold of what is done nobody would read it.
  if (comment.resolvedAt !== null) await store.setResolved(tx, key.organId, id, null)
  const answerId = await store.addComment(tx, key, { ...said(actor, now, words), answersId: id })
  await audit(tx, actor, 'comment.answered', { subject: key.recordId, detail: { edition: key.edition } })
  return answerId
}

/** Says that a comment is resolved, or is not; it is for who made it and for those who may change the text. */
export async function resolveComment(
  tx: Tx,
  actor: Actor,
  now: Date,
  key: EditionKey,
  id: string,
  isResolved: boolean,
): Promise<void> {
  const matter = await matterOf(tx, actor, now, key)
  const comment = await store.getCommentForChange(tx, key, id)
  if (comment.saidBy !== actor.id && whyNotSave(matter)) throw refusals.notYourComment()
  if (isResolved === (comment.resolvedAt !== null)) return
  await store.setResolved(tx, key.organId, id, isResolved ? { at: now, name: actor.name } : null)
  const act = isResolved ? 'comment.resolved' : 'comment.reopened'
  await audit(tx, actor, act, { subject: key.recordId, detail: { edition: key.edition } })
}

async function matterOf(tx: Tx, actor: Actor, now: Date, key: EditionKey): Promise<TakeMatter> {
  const matter = await prepare(tx, actor, now, await openEdition(tx, key))
  const refusal = whyNotComment(matter)
  if (refusal) throw refusal
  return matter
}

function said({ id, name }: Actor, saidAt: Date, words: string) {
  if (id === null) throw new Error('only staff comment')
  return { words, saidAt, saidBy: id, saidName: name }
}
