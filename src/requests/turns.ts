import type { PlainDate } from '../days/plain-date.ts'
import { officeDayOf } from '../days/plain-date.ts'
import { type Chain, levelInTurn, levelWords } from '../review/chain.ts'
import { type Turn, turnOf, turnOfRoles } from '../review/turns/turn.ts'
import { isLetterStep } from './approval-levels.ts'
import type { RequestEvent } from './event.ts'
import { chainOfLetter } from './fold-letters.ts'
import { chainOfAnswer, type RequestHistory } from './history.ts'
import { steps } from './steps.ts'
import { answerWaits } from './waiting-letter.ts'

interface Case {
  readonly id: string
  readonly number: string
}

/** Whose turn a request is: whoever handles it, whoever approves what is up, and whoever decides what was proposed. */
export function turnsOf(
  { id: subjectId, number }: Case,
  history: RequestHistory,
  events: readonly RequestEvent[],
  dueOn: PlainDate | null,
): Turn[] {
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
    const signers = chain.signatures.flatMap(({ by }) => by.id ?? [])
    const keptFrom = { unitId: level.unitId, notBy: [...chain.notBy, ...signers] }
    return [turnOfRoles(about(kind, `${what}：${levelWords(level)}`, part), [level.role], keptFrom)]
  }
  const { draft, waiting, assignment, status } = history
  const heads = ['unitHead', 'ogiHead'] as const
  const decision = (what: string, roles: Parameters<typeof turnOfRoles>[1], by: string | null): Turn =>
    turnOfRoles(about('decision', what), roles, { notBy: by === null ? [] : [by] })
  const decisions = [
    ...(history.withdrawal && status !== 'concluded'
      ? [decision('确认撤回申请', heads, history.withdrawal.by.id)]
      : []),
    ...(history.correction ? [decision('确认登记更正', heads, history.correction.by.id)] : []),
    ...(history.proposal && status === 'processing' ? [decision('决定是否延期', ['ogiHead'], null)] : []),
  ].slice(0, 1)
  const handling = handlingOf(history)
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
    ...(draft && status === 'approving' ? approval('answer', chainOfAnswer(history), '审批答复') : []),
    ...waiting.flatMap((letter) => approval('letter', chainOfLetter(letter), `审批${letter.letter.title}`, letter.seq)),
    ...decisions,
    ...own(),
  ]
}

/** What whoever handles it has to do next; undefined while others have their say, or the applicant has. */
function handlingOf(history: RequestHistory): string | undefined {
  if (history.returnedLetters.length > 0 && history.status !== 'concluded') {
    const step = history.returnedLetters[0]?.letter.step
    return step && isLetterStep(step) ? `修改退回的文书：${steps[step].label}` : undefined
  }
  switch (history.status) {
    case 'arrived':
      return '确认收到申请'
    case 'processing':
      if (answerWaits(history) || history.proposal) return undefined
      if (!history.assignment) return '交办申请'
      return history.returned ? '修改退回的答复' : '办理申请、拟答复'
    case 'approved':
      return '发出答复'
    default:
      return undefined
  }
}

/** Since when it waits as it does: since the last thing that happened. */
function sinceOf(events: readonly RequestEvent[]): PlainDate | null {
  const last = events.at(-1)
  if (!last) return null
  return last.recordedAt ? officeDayOf(last.recordedAt) : last.happenedOn
}
