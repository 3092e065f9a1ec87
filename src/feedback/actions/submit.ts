import { record } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { yearOf } from '../../days/plain-date.ts'
import { nextNumber } from '../../db/counters.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { keyedCode } from '../../db/sealed.ts'
import type { Actor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { refusals } from '../../refusal.ts'
import { receiptOf } from '../../requests/receipt.ts'
import { setTurns } from '../../review/turns/actions.ts'
import type { Feedback } from '../feedback.ts'
import type { FeedbackForm } from '../form.ts'
import { feedbackWorkingDays } from '../settings.ts'
import * as store from '../store/feedback.ts'
import { standingAfter } from '../take.ts'
import { turnsOf } from '../turns.ts'

/** The page that somebody speaks of, as it was shown to them. */
export interface SpokenOf {
  readonly path: string
  readonly title: string
  /** Whose unit owns it; null for a page that stands in no column. */
  readonly columnId: string | null
}

export interface Sent {
  /** Made by the server for each form that is opened. */
  readonly key: string
  readonly page: SpokenOf
  readonly form: FeedbackForm
}

/** What its sender gets: a number, by when an answer is due, and the code under which it is read. */
export interface Submitted {
  readonly feedback: Pick<Feedback, 'number' | 'dueOn'>
  readonly code: string
}

const hashOf = (code: string): Buffer => keyedCode('feedback code', code)
const digestOf = ({ page, form }: Sent): Buffer => keyedCode('feedback', JSON.stringify([page.path, form]))
/** The code that belongs to the key of a form: the same key gives the same code, and without our key none. */
const codeOf = (key: string): string => receiptOf(key).code

/** What the same form has become before; undefined for one that is new. Refuses another text under its key. */
export async function findSubmitted(tx: Tx, organId: number, sent: Sent): Promise<Submitted | undefined> {
  const before = await store.findByKey(tx, organId, sent.key)
  if (!before) return undefined
  if (!before.digest.equals(digestOf(sent))) throw refusals.feedbackSentOtherwise()
  return { feedback: before.feedback, code: codeOf(sent.key) }
}

/**
 * Keeps what somebody says of a page, sealed, with the day by which the organ means to answer. The same key gives the same receipt,
 * however often and however close together it is sent; another text under it is refused.
 */
export async function submitFeedback(tx: Tx, actor: Actor, sent: Sent): Promise<Submitted> {
  const { organId, today } = actor
  const { key, page, form } = sent
  const { kind, ...said } = form
  const calendar = await loadCalendar(tx)
  const year = yearOf(today)
  const count = await nextNumber(tx, { organId, series: 'feedback', year }, async () => 0)
  // Only here is it certain: sendings to the organ wait for each other at its counter. One that was late has cost a number.
  const before = await findSubmitted(tx, organId, sent)
  if (before) return before
  const code = codeOf(key)
  const row = {
    organId,
    id: newId(),
    number: `意见${year}-${String(count).padStart(5, '0')}`,
    key,
    digest: digestOf(sent),
    codeHash: hashOf(code),
    kind,
    pagePath: page.path,
    pageTitle: page.title,
    pageUnitId: page.columnId && (await store.findUnitOfColumn(tx, organId, page.columnId)),
    arrivedOn: today,
    dueOn: addWorkingDays(calendar, today, await chosen(tx, organId, feedbackWorkingDays)),
  }
  const received = { kind: 'received', data: {} } as const
  const feedback = standingAfter(await store.add(tx, row, said), received, calendar, today)
  await store.append(tx, actor, feedback, received)
  const waiting = { organId, subjectId: feedback.id, kinds: ['feedback'] as const, turns: turnsOf(feedback) }
  await setTurns(tx, waiting, today, [])
  await record(tx, actor, 'feedback.submitted', { subject: feedback.id, detail: { number: feedback.number, kind } })
  return { feedback, code }
}

/** What was sent under the key of a form, and its code; undefined where nothing was. */
export async function readByKey(tx: Tx, organId: number, key: string) {
  const code = codeOf(key)
  const found = await readByCode(tx, organId, code)
  return found && { ...found, code }
}

/** What a code opens, with everything that happened to it; undefined for a code that nobody has. */
export async function readByCode(tx: Tx, organId: number, code: string) {
  const found = await store.findByCode(tx, organId, hashOf(code))
  return found && { ...found, events: await store.listEvents(tx, found.feedback) }
}
