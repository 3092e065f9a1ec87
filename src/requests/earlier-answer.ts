import { chineseDate, type PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { isOutcomeId } from '../law/outcomes.ts'
import type { Actor } from '../organs/actor.ts'
import { refusals } from '../refusal.ts'
import { listOfSameApplicant } from './actions/find.ts'
import { foldHistory } from './history.ts'
import { asksOf } from './letters/write-letter.ts'
import type { Request } from './request.ts'
import type { StepInput } from './step-inputs.ts'
import { listConcluded } from './store/earlier.ts'
import { eventsOfAll } from './store/requests.ts'

/** An answer that the same applicant has had, as a letter names it. */
export interface EarlierAnswer {
  readonly id: string
  readonly summary: string
  readonly outcome: string | null
  readonly on: PlainDate
  /** 示营商公复〔2026〕12号，2026年3月5日 */
  readonly named: string
}

/** The answers given in these requests, the latest first. */
export async function listAnswers(tx: Tx, organId: number, ids: readonly string[]): Promise<EarlierAnswer[]> {
  const earlier = await listConcluded(tx, organId, ids)
  const events = await eventsOfAll(
    tx,
    organId,
    earlier.map(({ id }) => id),
  )
  return earlier.flatMap(({ id, number, summary }) => {
    const { conclusion } = foldHistory(events.get(id) ?? [])
    if (!conclusion || conclusion.outcome === 'withdrawn') return []
    const { outcome, on, letterNumber } = conclusion
    return [{ id, summary, outcome, on, named: `${letterNumber ?? `对申请${number}的答复`}，${chineseDate(on)}` }]
  })
}

const documentNumber = /[^\s，。；]{1,30}[〔[（(【]\d{4}[〕\]）)】](?:第)?\d{1,5}号/u
const dated = /\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})/u

/**
 * Art. 36(6): the earlier answer that an answer rests on, as its letter names it; undefined where it rests on none. Refuses one
 * that this applicant has not had, or of which the drafter may not know. What stands in no list is written with its number and day.
 */
export async function findEarlierAnswer(
  tx: Tx,
  actor: Actor,
  request: Request,
  { outcome, earlierId, record }: StepInput<'draftAnswer'>,
): Promise<string | undefined> {
  const restsOnOne = isOutcomeId(outcome) && asksOf(outcome).earlier === true
  if (!restsOnOne) {
    if (earlierId !== null) throw refusals.textNotUsed('此前的答复', '答复书', 'earlierId')
    return undefined
  }
  if (earlierId !== null) {
    const answers = await listAnswers(tx, request.organId, await listOfSameApplicant(tx, actor, request))
    const chosen = answers.find(({ id }) => id === earlierId)
    if (!chosen) throw refusals.earlierAnswerUnknown()
    return chosen.named
  }
  const plain = record.normalize('NFKC').replace(/\s/g, '')
  if (record !== '' && !(documentNumber.test(plain) && dated.test(plain))) throw refusals.earlierAnswerUnknown()
  return undefined
}
