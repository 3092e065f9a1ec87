import type { Calendar } from '../../calendar/calendar.ts'
import { roundEndsOn } from './due.ts'
import type { Round } from './fold-rounds.ts'
import type { RoundView } from './round-view.ts'

/** The rounds as a page shows them; `labelOf` names an outcome. */
export const roundViews = (
  rounds: readonly Round[],
  calendar: Calendar,
  labelOf: (outcome: string | null) => string | null,
): RoundView[] =>
  rounds.map((round) => {
    const { order, orderedOn, answer } = round
    const { round: at, ground, caseId, caseNumber, body, documentNumber, of } = order
    return {
      round: at,
      ground,
      caseId,
      caseNumber,
      body,
      documentNumber,
      of,
      orderedOn,
      dueOn: roundEndsOn(calendar, round),
      answer: answer && {
        on: answer.on,
        outcomeLabel: labelOf(answer.outcome) ?? '',
        letterNumber: answer.letterNumber,
        lateReason: answer.lateReason,
      },
    }
  })
