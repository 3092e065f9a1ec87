import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { followParagraph } from '../text/follow-paragraph.ts'
import { paragraphsOf } from '../text/plain.ts'
import type { CommentItem } from './comment.ts'
import { type CommentRow, listComments } from './store/comments.ts'
import type { EditionKey } from './store/editions.ts'
import { findRevision } from './store/revisions.ts'

/** Who looks at them, and at which text. */
interface Looking {
  readonly actor: Actor
  readonly paragraphs: readonly string[]
  /** Whether they may change the text, and so resolve what others say of it. */
  readonly mayWrite: boolean
  readonly isOpen: boolean
}

/** The comments on an edition, each where its paragraph stands now; the open ones in the order of the text, then the resolved. */
export async function showComments(tx: Tx, key: EditionKey, looking: Looking): Promise<CommentItem[]> {
  const rows = await listComments(tx, key)
  const answers = Map.groupBy(rows, ({ answersId }) => answersId)
  const items: CommentItem[] = []
  const texts = new Map<number, string[]>()
  for (const row of answers.get(null) ?? []) {
    const paragraph = row.resolvedAt ? null : await whereNow(tx, key, row, looking.paragraphs, texts)
    items.push(itemOf(row, answers.get(row.id) ?? [], paragraph, looking))
  }
  const order = ({ resolved, paragraph }: CommentItem) => (resolved ? Infinity : (paragraph ?? Number.MAX_SAFE_INTEGER))
  return items.toSorted((one, other) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0))
}

async function whereNow(
  tx: Tx,
  key: EditionKey,
  { revision, paragraph }: CommentRow,
  paragraphs: readonly string[],
  texts: Map<number, string[]>,
): Promise<number | null> {
  if (revision === null || paragraph === null) return null
  const known = texts.get(revision)
  const found = known ? undefined : await findRevision(tx, key, revision)
  const before = known ?? (found ? paragraphsOf(found.content.text) : [])
  texts.set(revision, before)
  return followParagraph(before, paragraphs, paragraph)
}

const saidIn = ({ words, saidName, saidAt }: CommentRow) => ({ words, name: saidName, at: saidAt.toISOString() })

const itemOf = (
  row: CommentRow,
  answers: readonly CommentRow[],
  paragraph: number | null,
  { actor, mayWrite, isOpen }: Looking,
): CommentItem => ({
  ...saidIn(row),
  id: row.id,
  paragraph,
  quoted: row.quoted,
  answers: answers.map(saidIn),
  resolved: row.resolvedAt && { name: row.resolvedName ?? '', at: row.resolvedAt.toISOString() },
  mayResolve: isOpen && (mayWrite || row.saidBy === actor.id),
})
