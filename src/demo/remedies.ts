import { addDays, type PlainDate, yearOf } from '../days/plain-date.ts'
import type { Remedy } from '../remedies/remedy.ts'
import type { LedgerRequest } from '../requests/ledger-request.ts'
import { firstDay, lastDay, officeDayFrom } from './office-days.ts'
import { type Random, seeded } from './random.ts'

type Result = NonNullable<Remedy['result']>

const wordings: Readonly<Record<'review' | 'suit', Readonly<Record<Result, readonly string[]>>>> = {
  review: {
    upheld: ['维持被申请人作出的政府信息公开答复', '驳回申请人的行政复议请求'],
    corrected: ['撤销被申请人作出的答复，责令其重新答复', '确认被申请人逾期答复违法', '责令被申请人限期履行答复职责'],
    otherResult: ['申请人撤回行政复议申请，终止行政复议', '驳回申请人的行政复议申请', '经调解达成协议，行政复议终结'],
  },
  suit: {
    upheld: ['驳回原告的诉讼请求'],
    corrected: ['撤销被诉答复，责令被告重新作出答复', '确认被告未按期答复的行为违法'],
    otherResult: ['准许原告撤回起诉', '驳回原告的起诉'],
  },
}
const results: Readonly<Record<Result, number>> = { upheld: 56, corrected: 16, otherResult: 28 }

/** What makes people go on: a refusal far more than an answer. */
function contestedShare({ outcome }: LedgerRequest): number {
  if (outcome === 'granted') return 0.015
  return outcome?.startsWith('denied') || outcome === 'partiallyGranted' ? 0.16 : 0.07
}

const isRefusalUnderArt14To16 = ({ outcome }: LedgerRequest): boolean =>
  outcome !== 'denied.administrativeInquiry' && Boolean(outcome?.startsWith('denied') || outcome === 'partiallyGranted')

export interface RemedyPlan {
  readonly seed: string
  /** Its place among the city's organs: numbers of one series are shared by all. */
  readonly place: number
  readonly organs: number
  /** The reviewing organ's head in numbers: 示政复. */
  readonly reviewer: string
}

/** Cases about these requests. Since 2024 a refusal under art. 14 to 16 is reviewed before it is sued (复议法 23). */
export function remediesOf(plan: RemedyPlan, requests: readonly LedgerRequest[]): Remedy[] {
  const random = seeded(plan.seed)
  let opened = 0
  const serial = () => plan.place + 1 + plan.organs * opened++
  const reviewNumber = (day: PlainDate) => `${plan.reviewer}〔${yearOf(day)}〕${serial()}号`
  const suitNumber = (day: PlainDate) => `（${yearOf(day)}）示01行初${serial()}号`
  const cases = requests.flatMap((request) => {
    if (request.concludedOn === null || !random.chance(contestedShare(request))) return []
    const mustBeReviewed = request.concludedOn >= '2024-01-01' && isRefusalUnderArt14To16(request)
    if (!mustBeReviewed && random.chance(0.25)) {
      const filedOn = officeDayFrom(addDays(request.concludedOn, random.int(20, 170)))
      return [aCase(random, request, { kind: 'suitDirect', number: suitNumber(filedOn), filedOn, days: [60, 180] })]
    }
    const filedOn = officeDayFrom(addDays(request.concludedOn, random.int(8, 55)))
    const review = aCase(random, request, { kind: 'review', number: reviewNumber(filedOn), filedOn, days: [25, 60] })
    if (review.concludedOn === null || review.result === 'corrected' || !random.chance(0.3)) return [review]
    const suedOn = officeDayFrom(addDays(review.concludedOn, random.int(6, 14)))
    const days = [70, 180] as const
    return [
      review,
      aCase(random, request, { kind: 'suitAfterReview', number: suitNumber(suedOn), filedOn: suedOn, days }),
    ]
  })
  return cases
    .filter(({ filedOn, concludedOn }) => filedOn <= lastDay && (concludedOn === null || concludedOn >= firstDay))
    .map((each) =>
      each.concludedOn !== null && each.concludedOn > lastDay
        ? { ...each, result: null, rawResult: null, concludedOn: null }
        : each,
    )
}

interface Opening extends Pick<Remedy, 'kind' | 'number' | 'filedOn'> {
  /** It lasts from so many to so many days. */
  readonly days: readonly [number, number]
}

function aCase(random: Random, request: LedgerRequest, { days, ...opening }: Opening): Remedy {
  const result = random.weighted(results)
  return {
    ...opening,
    requestNumber: request.number,
    result,
    rawResult: random.pick(wordings[opening.kind === 'review' ? 'review' : 'suit'][result]),
    concludedOn: officeDayFrom(addDays(opening.filedOn, random.int(...days))),
    isCoDefendant: false,
  }
}

/** Suits after an upheld review, as the reviewing government keeps them: it is sued beside the organ (行诉法 26). */
export function coDefendantCases(remedies: readonly Remedy[]): Remedy[] {
  const upheld = new Set(
    remedies.filter(({ kind, result }) => kind === 'review' && result === 'upheld').map((each) => each.requestNumber),
  )
  return remedies
    .filter(({ kind, requestNumber }) => kind === 'suitAfterReview' && upheld.has(requestNumber))
    .map((remedy) => ({ ...remedy, requestNumber: null, isCoDefendant: true }))
}
