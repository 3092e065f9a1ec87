import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { earlierOf, officeDayOf, type PlainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { type Chain, levelInTurn, levelWords } from '../review/chain.ts'
import { type Turn, turnOf, turnOfLevel, turnOfRoles } from '../review/turns/turn.ts'
import { feeLapsesOn } from './clock.ts'
import { nextDue } from './due.ts'
import type { RequestEvent } from './event.ts'
import { chainOfAnswer } from './fold-draft.ts'
import { chainOfLetter } from './fold-letters.ts'
import type { RequestHistory } from './history.ts'
import { mustServeAgain } from './service/service-steps.ts'
import { steps } from './steps.ts'
import { answerWaits } from './waiting-letter.ts'
import { offeredWhat, refusedWhat, workTurns } from './work/work-turns.ts'

interface Case {
  readonly id: string
  readonly number: string
}

/** Parts of a decision of which each of two may take the turn. */
const afterAllParts = 3

/** Whose turn a request is: whoever handles it, whoever approves what is up, and whoever decides what was proposed. */
export function turnsOf(
  { id: subjectId, number }: Case,
  history: RequestHistory,
  events: readonly RequestEvent[],
  calendar: Calendar,
  today: PlainDate,
): Turn[] {
  const dueOn = nextDue(calendar, history, today)?.on ?? null
  const since = sinceOf(events)
  if (since === null) return []
  const about = (kind: Turn['kind'], what: string, part = 0) => ({
    kind,
    subjectId,
    part,
    what,
    title: number,
    since,
    dueOn,
  })
  const approval = (kind: 'answer' | 'letter', chain: Chain, what: string, part = 0): Turn[] => {
    const level = levelInTurn(chain)
    if (!level) return []
    const byLevel = addWorkingDays(calendar, since, level.days)
    const turn = about(kind, `${what}：${levelWords(level)}`, part)
    return [turnOfLevel({ ...turn, dueOn: earlierOf(byLevel, dueOn ?? byLevel) }, chain, level)]
  }
  const { draft, waiting, assignment, status } = history
  const heads = ['unitHead', 'ogiHead'] as const
  const decision = (part: number, what: string, roles: readonly Role[], by: string | null): Turn =>
    turnOfRoles(about('decision', what, part), roles, { notBy: by === null ? [] : [by] })
  // The head of the unit that has it in hand, or the head of the work body; of what no unit has, any.
  const ofHeads = (part: number, what: string, by: string | null): Turn[] => {
    const unitId = assignment?.unitId ?? null
    if (unitId === null) return [decision(part, what, heads, by)]
    const own = { notBy: by === null ? [] : [by], unitId }
    return [
      turnOfRoles(about('decision', what, part), ['unitHead'], own),
      decision(part + afterAllParts, what, ['ogiHead'], by),
    ]
  }
  const decisions = [
    ...(history.withdrawal && status !== 'concluded' ? ofHeads(0, '确认撤回申请', history.withdrawal.by.id) : []),
    ...(history.correction ? ofHeads(1, '确认登记更正', history.correction.by.id) : []),
    ...(history.proposal && status !== 'concluded'
      ? [decision(2, '决定是否延期', ['ogiHead'], history.proposal.by.id)]
      : []),
  ]
  const handling = handlingOf(history, calendar, today)
  const own = (): Turn[] => {
    if (handling === undefined) return []
    const handler = assignment?.staffId
    return [
      handler
        ? turnOf(about('request', handling), handler)
        : turnOfRoles(about('request', handling), ['clerk'], { unitId: assignment?.unitId ?? null }),
    ]
  }
  return [
    ...(draft && (status === 'approving' || status === 'reapproving')
      ? approval('answer', chainOfAnswer(history), '审批答复')
      : []),
    ...waiting.flatMap((letter) => approval('letter', chainOfLetter(letter), `审批${letter.letter.title}`, letter.seq)),
    ...decisions,
    ...own(),
    ...workTurns({ id: subjectId, number }, history, calendar, today),
  ]
}

/** What whoever handles it has to do next; undefined while others have their say, or the applicant has. */
function handlingOf(history: RequestHistory, calendar: Calendar, today: PlainDate): string | undefined {
  const { status, supplement, reasons, fee, returnedLetters } = history
  if (mustServeAgain(history)) return '再次送达退回的文书'
  const returned = returnedLetters[0]?.letter.step
  if (returned && (status === 'processing' || status === 'reanswering' || status === 'concluded'))
    return `修改退回的文书：${steps[returned].label}`
  const isOver = (day: PlainDate | null | undefined) => day !== null && day !== undefined && today > day
  switch (status) {
    case 'arrived':
      return '确认收到申请'
    case 'processing':
      if (answerWaits(history) || history.proposal) return undefined
      if (history.offer) return offeredWhat
      if (history.refusedOffer) return refusedWhat
      if (!history.assignment) return '交办申请'
      return history.returned ? '修改退回的答复' : '办理申请、拟答复'
    case 'supplementing':
      return isOver(supplement?.dueOn) ? '申请人逾期没有补正，拟答复' : undefined
    case 'explaining':
      return isOver(reasons?.dueOn) ? '申请人逾期没有说明理由，拟答复' : undefined
    case 'awaitingPayment':
      if (!fee?.delivered) return '登记申请人收到收费通知书的日期'
      return isOver(feeLapsesOn(calendar, fee)) ? '申请人逾期没有缴费，拟不再处理告知书' : undefined
    case 'approved':
      return '发出答复'
    case 'reanswering':
      if (answerWaits(history)) return undefined
      return history.returned ? '修改退回的答复' : '重新答复：拟答复'
    case 'reapproved':
      return '发出重新作出的答复'
    default:
      return undefined
  }
}

const aside: readonly RequestEvent['kind'][] = [
  'noted',
  'noteRead',
  'linked',
  'unlinked',
  'coHandlingAsked',
  'coHandlingAnswered',
  'coHandlingEnded',
  'dueMoved',
  'receiptReissued',
]

/** Since when it waits as it does: since the last thing that happened, remarks and new receipts aside. */
function sinceOf(events: readonly RequestEvent[]): PlainDate | null {
  const last = events.findLast(({ kind }) => !aside.includes(kind)) ?? events.at(-1)
  if (!last) return null
  return last.recordedAt ? officeDayOf(last.recordedAt) : last.happenedOn
}
