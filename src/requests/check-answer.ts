import { earlierOf } from '../calendar/plain-date.ts'
import { findOutcome, isOutcomeId, type Outcome, outcomeRecords } from '../law/outcomes.ts'
import { refusals } from '../refusal.ts'
import { consultationLapsesOn } from './clock.ts'
import { decide } from './decision.ts'
import type { StepInput } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'

/** Without the reasons for what was found in its files, which are asked where the files are looked into. */
type DraftedAnswer = Omit<StepInput<'draftAnswer'>, 'confirmations'>

/** Answers that give something out, so that third parties' rights are at stake. */
const disclosing = ['granted', 'alreadyPublic', 'partiallyGranted']
/** Answers that give the information itself (arts. 36(2), 37): they may enclose it as files. */
export const giving: readonly string[] = ['granted', 'partiallyGranted']
/** Answers that must say in their own words what is given, pointed to or whose it is. */
const telling: readonly string[] = [
  ...disclosing,
  'notResponsible',
  'notProcessed.repeat',
  'denied.administrativeInquiry',
]

/** Whether the answer must say in words what it gives; where the whole is enclosed, the files say it. */
export const mustTell = (outcome: string, files: number): boolean =>
  telling.includes(outcome) && !(outcome === 'granted' && files > 0)

/**
 * The outcome that an answer is drafted for. Refuses an outcome that the guided questions do not lead to, and an answer
 * without the record or reason that the law asks for.
 */
export function checkAnswer(matter: StepMatter, input: DraftedAnswer): Outcome & { id: typeof input.outcome } {
  const { today } = matter.actor
  const id = input.outcome
  const outcome: Outcome | undefined = isOutcomeId(id) ? findOutcome(id, today) : undefined
  if (!outcome || outcome.importOnly) throw refusals.outcomeNotOffered()
  const decision = decide(input.answers)
  if (!('outcome' in decision) || decision.outcome !== id) throw refusals.wrongDecision()
  if (outcome.needsReason && !input.reason) throw refusals.recordMissing('理由', 'reason')
  if (input.fileIds.length > 0 && !giving.includes(id)) throw refusals.nothingGiven()
  if (mustTell(id, input.fileIds.length) && !input.statement)
    throw refusals.recordMissing('告知申请人的内容', 'statement')
  checkRecord(matter, outcome, input)
  if (disclosing.includes(id)) checkThirdParties(matter, id)
  return { ...outcome, id }
}

function checkRecord(matter: StepMatter, { id, record }: Outcome, input: DraftedAnswer): void {
  const { history, actor } = matter
  switch (record) {
    case null:
      return
    case 'searchRecord': {
      const { search } = input
      const isWhole =
        search &&
        [search.searchedBy, search.systems, search.keywords, search.scope, search.result].every((text) => text.trim())
      if (!isWhole) throw refusals.recordMissing(outcomeRecords.searchRecord, 'search')
      if (search.searchedOn > actor.today) throw refusals.dayOutOfRange('search.searchedOn', '申请之日', actor.today)
      return
    }
    case 'supplementNotice': {
      if (!history.supplement) throw refusals.outcomeNeeds('没有告知过补正，不能作此答复')
      const answered = history.supplement.receivedOn !== null
      if (id === 'unableToProvide.unclearAfterSupplement' && !answered)
        throw refusals.outcomeNeeds('申请人还没有补正，不能认定补正后仍不明确')
      if (id === 'other.supplementOverdue' && answered)
        throw refusals.outcomeNeeds('申请人已经补正，不能认定逾期不补正')
      return
    }
    case 'reasonsNotice':
      if (!history.reasons) throw refusals.outcomeNeeds('应当先要求申请人说明理由（条例第三十五条）')
      break
    case 'consultation':
      if (history.consultations.some((each) => each.party === 'thirdParty' && isOver(matter, each))) return
      break
    case 'feeNotice':
      throw refusals.outcomeNotOffered()
  }
  if (!input.record) throw refusals.recordMissing(outcomeRecords[record], 'record')
}

/** Answered, or the fifteen working days have passed. */
function isOver(matter: StepMatter, consultation: StepMatter['history']['consultations'][number]): boolean {
  const { today } = matter.actor
  return (
    consultation.answeredOn !== null || earlierOf(consultationLapsesOn(matter.calendar, consultation), today) !== today
  )
}

function checkThirdParties(matter: StepMatter, id: string): void {
  for (const consultation of matter.history.consultations) {
    const { party, label, opinion, notifiedOn } = consultation
    if (!isOver(matter, consultation)) throw refusals.consultationOpen(label)
    const isWhole = id !== 'partiallyGranted'
    if (party === 'thirdParty' && opinion === 'objects' && !notifiedOn && isWhole)
      throw refusals.thirdPartyToNotify(label)
  }
}
