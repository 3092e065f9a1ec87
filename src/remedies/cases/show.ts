import type { Calendar } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { signedWorkingDays } from '../../calendar/working-days.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { outcomesOn } from '../../law/outcomes.ts'
import { type ChallengedAct, remedyRuleOn } from '../../law/remedies.ts'
import type { Actor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import * as organs from '../../organs/store.ts'
import { pendingRemedyShownAgain } from '../../report/settings.ts'
import { roundsOf } from '../../requests/reanswer/actions.ts'
import { noAnswerRoute, partialDisclosureRoute } from '../../requests/settings.ts'
import { type RemedyCase, standingEvents, statusOf } from './case.ts'
import type { LimitView, RemedyCaseView, RouteView, ToldRemedyEvent } from './case-view.ts'
import { countedInYear, countedOf, effectOf, yearsOf } from './counted.ts'
import type { Opening, RemedyEvent } from './event.ts'
import type { Limit } from './limits.ts'
import { stepMatter } from './matter.ts'
import { stepViews } from './steps.ts'
import * as store from './store/cases.ts'
import * as known from './store/known.ts'
import { mayBeTakenBack } from './take.ts'
import { resultLabel, titleOf, wordsOf } from './told.ts'

/** A case with what happened to it, its days, and what this person may do. */
export async function showCase(tx: Tx, actor: Actor, id: string): Promise<RemedyCaseView> {
  const { organId, today } = actor
  const found = await store.get(tx, organId, id)
  const matter = await stepMatter(tx, actor, found)
  const { folded } = matter
  const { opening, charge, procedure, extendedUntil, opinions, lastSeq: seq } = folded
  const calendar = await loadCalendar(tx)
  const request =
    opening.requestId === null ? null : ((await known.findRequest(tx, organId, opening.requestId)) ?? null)
  const round = await roundAttacked(tx, organId, opening)
  return {
    id,
    seq,
    opening,
    status: statusOf(folded),
    procedure,
    extendedUntil,
    charge,
    opinions,
    evidence: folded.evidence,
    instances: folded.instances.map((instance, at) => ({
      ...instance,
      effectOn: effectOf(folded, at, calendar) ?? null,
      resultLabel: instance.decision ? resultLabel(instance.decision.result) : '',
    })),
    limits: matter.limits.map((limit) => limitView(limit, calendar, today)),
    counted: await countedByYear(tx, actor, folded, calendar),
    route: await routeOf(tx, organId, opening, round?.answer ?? (request && answeredFirst(request))),
    round: round?.order.round ?? null,
    request,
    record: await recordOf(tx, organId, opening),
    follows: await followedCase(tx, organId, opening),
    followedBy: opening.kind === 'review' ? await known.listFollowing(tx, organId, opening.number) : [],
    events: toldEvents(found.events, await store.listFiles(tx, found)),
    steps: stepViews(matter),
  }
}

const limitView = (limit: Limit, calendar: Calendar, today: PlainDate): LimitView => ({
  ...limit,
  left: signedWorkingDays(calendar, limit.doneOn ?? today, limit.dueOn),
})

async function countedByYear(tx: Tx, { organId, today }: Actor, folded: RemedyCase, calendar: Calendar) {
  if (folded.opening.isCoDefendant) return []
  const counted = countedOf(folded, calendar)
  const pendingShownAgain = await chosen(tx, organId, pendingRemedyShownAgain)
  return yearsOf(counted, today)
    .map((year) => ({ year, results: countedInYear(counted, year, { pendingShownAgain }) }))
    .filter(({ results }) => results.length > 0)
}

/** What of the law's table is challenged; undefined where the table says nothing of it. */
function challenged({ act, party }: Opening, outcome: string | null, day: PlainDate): ChallengedAct | undefined {
  switch (act) {
    case 'answer':
      return party === 'thirdParty' ? 'thirdPartyHarm' : outcomesOn(day).find(({ id }) => id === outcome)?.id
    case 'silence':
      return 'noAnswer'
    case 'publication':
      return party === 'other' ? undefined : 'thirdPartyHarm'
    case 'noPublication':
      return 'noProactiveDisclosure'
    case 'notice':
      return 'proceduralNotice'
    case 'fee':
      return 'feeObjection'
    case 'other':
      return undefined
  }
}

const answeredFirst = ({ concludedOn: on, outcome }: known.ChosenRequest) => ({ on, outcome })

/** The new answer that is challenged, where it is not the first one; by the number of its letter. */
async function roundAttacked(tx: Tx, organId: number, { requestId, act, letterNumber }: Opening) {
  if (requestId === null || act !== 'answer' || letterNumber === '') return undefined
  const rounds = await roundsOf(tx, organId, requestId)
  return rounds.find(({ answer }) => answer?.letterNumber === letterNumber)
}

async function routeOf(
  tx: Tx,
  organId: number,
  opening: Opening,
  answer: { readonly on: PlainDate | null; readonly outcome: string | null } | null,
): Promise<RouteView | null> {
  const day = answer?.on ?? opening.filedOn
  const act = challenged(opening, answer?.outcome ?? null, day)
  const rule = act && remedyRuleOn(act, day)
  if (!rule) return null
  const settings = { partialDisclosureRoute, noAnswerRoute }
  const setting =
    rule.setting === 'partialDisclosureRoute' || rule.setting === 'noAnswerRoute' ? rule.setting : undefined
  const route = setting ? await chosen(tx, organId, settings[setting]) : rule.route
  const isOther =
    (route === 'mandatoryReconsideration' && opening.kind === 'suitDirect') ||
    ((route === 'notAccepted' || route === 'applicationFirst') && opening.kind === 'review')
  return { route, article: rule.article, isOther }
}

async function recordOf(tx: Tx, organId: number, { recordId }: Opening): Promise<RemedyCaseView['record']> {
  const record = recordId === null ? undefined : await known.findRecord(tx, organId, recordId)
  if (!record) return null
  const { slug } = await organs.get(tx, organId)
  return { ...record, address: `/${slug}/records/${record.number}` }
}

const followedCase = async (tx: Tx, organId: number, { followsNumber }: Opening): Promise<known.NamedCase | null> =>
  followsNumber === '' ? null : ((await known.findNamed(tx, organId, followsNumber)) ?? null)

function toldEvents(events: readonly RemedyEvent[], files: readonly store.RemedyFile[]): ToldRemedyEvent[] {
  const standing = new Set(standingEvents(events).map(({ seq }) => seq))
  return events.map((event) => ({
    seq: event.seq,
    on: event.happenedOn,
    at: event.recordedAt,
    who: event.actor.name,
    what: titleOf(event),
    words: wordsOf(event),
    isTakenBack: !standing.has(event.seq),
    mayBeTakenBack: standing.has(event.seq) && mayBeTakenBack(event),
    files: files.filter(({ seq }) => seq === event.seq),
  }))
}
