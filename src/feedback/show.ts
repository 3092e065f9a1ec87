import type { Calendar } from '../calendar/calendar.ts'
import { loadCalendar } from '../calendar/notices/store.ts'
import { signedWorkingDays } from '../calendar/working-days.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { maskEmail, maskName, maskPhone } from '../people/masked.ts'
import type { Feedback } from './feedback.ts'
import type { FeedbackView, ListedFeedback, MonthCount } from './feedback-view.ts'
import { stepMatter } from './prepare.ts'
import { stepViews, whyNotKnowWho } from './steps.ts'
import * as store from './store/feedback.ts'
import * as lists from './store/lists.ts'

const excerptLength = 60

function shown(
  { organId: _organ, lastSeq: _seq, pageUnitId: _unit, ...feedback }: Feedback,
  names: ReadonlyMap<string, string>,
  calendar: Calendar,
  today: PlainDate,
): Omit<ListedFeedback, 'excerpt'> {
  return {
    ...feedback,
    unitName: names.get(feedback.unitId ?? '') ?? '',
    handlerName: names.get(feedback.handlerId ?? '') ?? '',
    left: feedback.status === 'open' ? signedWorkingDays(calendar, today, feedback.dueOn) : null,
  }
}

export interface FeedbackPage {
  readonly items: readonly ListedFeedback[]
  readonly total: number
  readonly pageSize: number
}

/** A page of the list, as it stands today. */
export async function showFeedbackList(tx: Tx, actor: Actor, wanted: lists.Wanted): Promise<FeedbackPage> {
  const { found, total } = await lists.list(tx, actor.organId, wanted)
  const names = await lists.listNames(tx, actor.organId)
  const calendar = await loadCalendar(tx)
  const items = found.map(({ feedback, said }) => {
    const signs = [...said.text.replace(/\s+/g, ' ')]
    const excerpt = signs.length > excerptLength ? `${signs.slice(0, excerptLength).join('')}……` : signs.join('')
    return { ...shown(feedback, names, calendar, actor.today), excerpt }
  })
  return { items, total, pageSize: wanted.pageSize }
}

/** One, with what happened to it and what this person may do. Who wrote stays masked. */
export async function showFeedback(tx: Tx, actor: Actor, id: string): Promise<FeedbackView> {
  const { feedback, said } = await store.get(tx, actor.organId, id)
  const names = await lists.listNames(tx, actor.organId)
  const matter = await stepMatter(tx, actor, feedback)
  const { pageUnitId, lastSeq } = feedback
  return {
    ...shown(feedback, names, await loadCalendar(tx), actor.today),
    seq: lastSeq,
    text: said.text,
    owner: pageUnitId === null ? null : { id: pageUnitId, name: names.get(pageUnitId) ?? '' },
    sender: { name: maskName(said.name), phone: maskPhone(said.phone), email: maskEmail(said.email) },
    maskedBecause: whyNotKnowWho(matter)?.message ?? null,
    events: await store.listEvents(tx, feedback),
    steps: stepViews(matter),
  }
}

export interface FeedbackFigures {
  readonly year: number
  readonly years: readonly number[]
  readonly counts: readonly MonthCount[]
}

/** What came in a year and what has become of it; years are those in which something came, and the asked one. */
export async function showFigures(tx: Tx, { organId }: Actor, year: number): Promise<FeedbackFigures> {
  const known = await lists.listYears(tx, organId)
  const years = [...new Set([...known, year])].sort((a, b) => b - a)
  return { year, years, counts: await lists.countByMonth(tx, organId, year) }
}
