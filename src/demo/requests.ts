import { addDays, type PlainDate, yearOf } from '../days/plain-date.ts'
import { perPageFee } from '../law/fees.ts'
import type { LedgerRequest } from '../requests/ledger-request.ts'
import { aboutYearly, demoYears, firstDay, lastDay, officeDayAt, placeOf, someOfficeDays } from './office-days.ts'
import type { OutcomeOfRequest, Profile } from './profile.ts'
import { type Random, seeded } from './random.ts'
import { summaryOf } from './request-summaries.ts'

const usualOutcomes: Readonly<Partial<Record<OutcomeOfRequest, number>>> = {
  granted: 40,
  partiallyGranted: 10,
  'denied.thirdPartyRights': 2,
  'denied.internalAffairs': 1.5,
  'denied.processInformation': 3,
  'denied.prohibitedByLaw': 0.6,
  'unableToProvide.notHeld': 22,
  'unableToProvide.needsCreation': 3,
  'unableToProvide.unclearAfterSupplement': 1.5,
  'notProcessed.petitionOrComplaint': 5,
  'notProcessed.repeat': 2,
  'notProcessed.publicPublication': 0.7,
  'notProcessed.confirmOrReissue': 0.7,
  'other.supplementOverdue': 2,
  'other.otherMisc': 4,
}
const applicants: Readonly<Record<LedgerRequest['applicantKind'], number>> = {
  naturalPerson: 78,
  enterprise: 10,
  legalServiceOrg: 5,
  otherOrg: 3,
  publicInterestOrg: 2.5,
  researchInstitution: 1.5,
}
const channels: Readonly<Record<LedgerRequest['channel'], number>> = {
  online: 56,
  registeredMail: 24,
  inPerson: 13,
  ordinaryMail: 4,
  fax: 1.5,
  oral: 1.5,
}

/** An organ's requests since the ledger began, as known on the last day. */
export function requestsOf(profile: Profile): LedgerRequest[] {
  const random = seeded(`${profile.slug}/requests`)
  return demoYears
    .flatMap((year) =>
      someOfficeDays(random, year, aboutYearly(random, profile.requests.perYear, year)).map((receivedOn, index) =>
        aRequest(random, profile, receivedOn, index + 1),
      ),
    )
    .filter(({ concludedOn }) => concludedOn === null || concludedOn >= firstDay)
}

function aRequest(random: Random, profile: Profile, receivedOn: PlainDate, index: number): LedgerRequest {
  const outcome = random.weighted<OutcomeOfRequest>({ ...usualOutcomes, ...profile.requests.outcomes })
  const channel = random.weighted(channels)
  // Art. 31: what comes online or by fax counts from the day both sides confirm it.
  const confirmedAfter = channel === 'online' || channel === 'fax' ? random.int(0, 3) : 0
  return asKnownOnLastDay({
    number: `${profile.shortName}依申请〔${yearOf(receivedOn)}〕${index}号`,
    channel,
    applicantKind: random.weighted(applicants),
    summary: summaryOf(random, profile, outcome, yearOf(receivedOn)),
    arrivedOn: addDays(receivedOn, -confirmedAfter),
    receivedOn,
    outcome,
    ...courseOf(random, receivedOn, outcome),
  })
}

type Course = Omit<
  LedgerRequest,
  'number' | 'channel' | 'applicantKind' | 'summary' | 'arrivedOn' | 'receivedOn' | 'outcome'
>

const consultedShare: Readonly<Partial<Record<OutcomeOfRequest, number>>> = {
  'denied.thirdPartyRights': 1,
  partiallyGranted: 0.4,
  granted: 0.06,
}

/** A lawful course: each answer within its period (art. 33), which a supplement or a payment starts anew. */
function courseOf(random: Random, receivedOn: PlainDate, outcome: OutcomeOfRequest): Course {
  const course: { -readonly [Key in keyof Course]: Course[Key] } = {
    supplementRequestedOn: null,
    supplementReceivedOn: null,
    extendedOn: null,
    consultations: [],
    feeNotified: null,
    feePaid: null,
    concludedOn: null,
  }
  const answered = outcome === 'granted' || outcome === 'partiallyGranted'
  let start = placeOf(receivedOn)
  if (outcome === 'other.supplementOverdue') {
    const asked = start + random.int(2, 7)
    return {
      ...course,
      supplementRequestedOn: officeDayAt(asked),
      concludedOn: officeDayAt(asked + random.int(16, 20)),
    }
  }
  if (outcome === 'unableToProvide.unclearAfterSupplement' || random.chance(0.07)) {
    const asked = start + random.int(2, 7)
    start = asked + random.int(2, 15)
    course.supplementRequestedOn = officeDayAt(asked)
    course.supplementReceivedOn = officeDayAt(start)
  }
  let held = 0
  if (random.chance(consultedShare[outcome] ?? 0)) {
    const sent = start + random.int(2, 5)
    held = random.int(4, 15)
    course.consultations = [{ sentOn: officeDayAt(sent), answeredOn: officeDayAt(sent + held) }]
  }
  if (outcome === 'other.feeUnpaid' || (answered && random.chance(0.02))) {
    const notified = start + held + random.int(6, 14)
    const on = officeDayAt(notified)
    const amount = perPageFee(on, random.int(36, 240)).toFixed(2)
    course.feeNotified = { on, amount }
    if (outcome === 'other.feeUnpaid') return { ...course, concludedOn: officeDayAt(notified + random.int(21, 24)) }
    start = notified + random.int(2, 18)
    held = 0
    course.feePaid = { on: officeDayAt(start), amount }
  }
  if (random.chance(answered ? 0.12 : 0.05)) {
    course.extendedOn = officeDayAt(start + held + random.int(14, 20))
    course.concludedOn = officeDayAt(start + held + random.int(22, 40))
  } else course.concludedOn = officeDayAt(start + held + Math.max(random.int(6, 20), random.int(6, 20)))
  return course
}

/** Leaves out what has not happened yet; a request whose answer lies ahead is open. */
function asKnownOnLastDay(request: LedgerRequest): LedgerRequest {
  const known = (day: PlainDate | null) => (day !== null && day <= lastDay ? day : null)
  const knownAmount = <Amount extends { on: PlainDate }>(amount: Amount | null) =>
    amount && known(amount.on) ? amount : null
  const concludedOn = known(request.concludedOn)
  return {
    ...request,
    supplementRequestedOn: known(request.supplementRequestedOn),
    supplementReceivedOn: known(request.supplementReceivedOn),
    extendedOn: known(request.extendedOn),
    consultations: request.consultations
      .filter(({ sentOn }) => known(sentOn))
      .map(({ sentOn, answeredOn }) => ({ sentOn, answeredOn: known(answeredOn) })),
    feeNotified: knownAmount(request.feeNotified),
    feePaid: knownAmount(request.feePaid),
    concludedOn,
    outcome: concludedOn && request.outcome,
  }
}
