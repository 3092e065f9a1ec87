import { chineseDate } from '../days/plain-date.ts'
import { findOutcome, isOutcomeId, type Outcome, type OutcomeId, outcomeRecords } from '../law/outcomes.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { checkOpinions } from './check-opinions.ts'
import { checkParts } from './check-parts.ts'
import { isOver, opposes } from './consulted.ts'
import { decide } from './decision.ts'
import { isAwaited } from './fees/fold-fee.ts'
import { type AnswerText, type AskedText, answerTexts } from './letters/asks.ts'
import { asksOf, documentOf } from './letters/write-letter.ts'
import { protectsThirdParty } from './opinions-relied-on.ts'
import { openRound } from './reanswer/fold-rounds.ts'
import type { StepInput } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'

/** Without the reasons for what was found in its files, which are asked where the files are looked into. */
type DraftedAnswer = Omit<StepInput<'draftAnswer'>, 'confirmations'>

/** Answers that give something out, so that third parties' rights are at stake. */
const disclosing = ['granted', 'alreadyPublic', 'partiallyGranted']

const nameOf: Readonly<Record<AnswerText, string>> = {
  reason: '理由',
  statement: '告知申请人的内容',
  record: '依据材料',
}

/** Outcomes by which a request ends that nobody has to answer any more. */
const restsOnSilence: readonly OutcomeId[] = ['other.supplementOverdue', 'other.feeUnpaid']

/** Whether a text must be filled in; where the whole is enclosed, or the third party concerned was asked, the case says it already. */
export const mustFill = ({ must }: AskedText, files: number, isConsulted: boolean): boolean =>
  must === 'always' || (must === 'unlessEnclosed' && files === 0) || (must === 'unlessConsulted' && !isConsulted)

/**
 * The outcome that an answer is drafted for. Refuses an outcome that the guided questions do not lead to, an answer without
 * the record or reason that the law asks for, and a text that neither the letter nor the file would use.
 */
export function checkAnswer(matter: StepMatter, input: DraftedAnswer): Outcome & { id: typeof input.outcome } {
  const { today } = matter.actor
  const id = input.outcome
  const outcome: Outcome | undefined = isOutcomeId(id) ? findOutcome(id, today) : undefined
  if (!outcome || outcome.importOnly || !isOutcomeId(id)) throw refusals.outcomeNotOffered()
  if (matter.history.status === 'awaitingPayment' && id !== 'other.feeUnpaid') throw refusals.feeUnpaidOnly()
  if (openRound(matter.history) && restsOnSilence.includes(id)) throw refusals.notInReanswer()
  const decision = decide(input.answers)
  if (!('outcome' in decision) || decision.outcome !== id) throw refusals.wrongDecision()
  checkTexts(matter, id, input)
  checkRecord(matter, outcome, input)
  if (asksOf(id).parts) checkParts(matter, input.parts)
  checkClaims(matter, input)
  if (disclosing.includes(id)) checkThirdParties(matter, input)
  return { ...outcome, id }
}

/** Nothing that was typed is dropped, and nothing is missing that the letter or the file must have. */
function checkTexts(matter: StepMatter, id: OutcomeId, input: DraftedAnswer): void {
  const asks = asksOf(id)
  const document = documentOf(id)
  if (input.fileIds.length > 0 && !asks.files) throw refusals.nothingGiven()
  if (input.search && !asks.search) throw refusals.textNotUsed('检索记录', document, 'search')
  if (input.parts.length > 0 && !asks.parts) throw refusals.textNotUsed('不予公开的部分', document, 'parts')
  if (asks.consultations) checkOpinions(matter, input)
  else if (input.consultations.length > 0 || input.reasonable.length > 0)
    throw refusals.textNotUsed('征求过的第三方', document, 'consultations')
  for (const text of answerTexts) {
    if (input[text] !== '' && !asks[text]) throw refusals.textNotUsed(nameOf[text], document, text)
  }
  const [lack] = missingTexts(id, input)
  if (lack) throw lack
}

/** The texts that the letter or the file must have and that are empty: the form marks them all, the answer is refused for the first. */
export function missingTexts(
  id: OutcomeId,
  input: Pick<DraftedAnswer, AnswerText | 'fileIds' | 'consultations'>,
): Refusal[] {
  const asks = asksOf(id)
  const isMissing = (text: AnswerText, asked: AskedText) =>
    input[text].trim() === '' && mustFill(asked, input.fileIds.length, input.consultations.length > 0)
  return answerTexts.flatMap((text) => {
    const asked = asks[text]
    return asked && isMissing(text, asked) ? [refusals.recordMissing(asked.label, text)] : []
  })
}

function checkRecord(matter: StepMatter, { id, record }: Outcome, input: DraftedAnswer): void {
  const { history, actor } = matter
  switch (record) {
    case 'searchRecord': {
      const { search } = input
      const isWhole =
        search &&
        [search.searchedBy, search.systems, search.keywords, search.scope, search.result].every((text) => text.trim())
      if (!isWhole) throw refusals.recordMissing(outcomeRecords.searchRecord, 'search')
      const received = history.receivedOn ?? actor.today
      if (search.searchedOn > actor.today || search.searchedOn < received)
        throw refusals.searchedTooEarly(chineseDate(received), chineseDate(actor.today))
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
      return
    case 'feeNotice':
      if (!history.fee) throw refusals.outcomeNeeds('没有发出过收费通知书')
      if (!isAwaited(history.fee)) throw refusals.outcomeNeeds('信息处理费已经缴纳或者免收')
      return
    default:
      return
  }
}

const whoElse = '(?:第三方|第三人|权利人|利害关系人|被征求意见(?:方|人)|对方)'
const saidNo = new RegExp(
  `不同意[^。；;\\n]{0,8}?公开|${whoElse}[^。；;！!\\n]{0,20}?(?:不愿意?|反对|拒绝|不予同意|未同意)[^。；;\\n]{0,8}?公开`,
)
const saidYes = new RegExp(`${whoElse}[^。；;！!\\n不未]{0,12}?(?:已经?|均|书面|明确|表示)?同意[^。；;\\n]{0,8}?公开`)

/** What an answer says of a third party's opinion rests on a consultation that is on file. */
function checkClaims({ history }: StepMatter, input: DraftedAnswer): void {
  const all = history.consultations.filter(({ party }) => party === 'thirdParty')
  // Withheld for a third party's sake: of whom else was asked, its reasons say nothing.
  const about = (ground: string, chosen: readonly number[]) =>
    protectsThirdParty(ground) ? all.filter(({ id }) => chosen.includes(id)) : all
  const texts: readonly (readonly [field: string, text: string, asked: typeof all])[] = [
    ...answerTexts.map((field) => [field, input[field], about(input.outcome, input.consultations)] as const),
    ...input.parts.flatMap(({ under, consultations, ...part }, index) =>
      (['what', 'reason', 'record'] as const).map(
        (field) => [`parts.${index}.${field}`, part[field], about(under, consultations)] as const,
      ),
    ),
  ]
  for (const [field, text, asked] of texts) {
    const plain = text.normalize('NFKC').replace(/[ \t\p{Cf}]+/gu, '')
    if (saidNo.test(plain) && !asked.some(opposes)) throw refusals.consultationNeeded('写的是第三方不同意公开', field)
    if (!saidNo.test(plain) && saidYes.test(plain) && !asked.some(({ opinion }) => opinion?.startsWith('agrees')))
      throw refusals.consultationNeeded('写的是第三方同意公开', field)
  }
}

function checkThirdParties(matter: StepMatter, { outcome, parts, answers }: DraftedAnswer): void {
  const { consultations } = matter.history
  if (answers.disclose === 'thirdPartyYields' && !consultations.some(({ party }) => party === 'thirdParty'))
    throw refusals.consultationNeeded('涉及第三方合法权益的，应当先书面征求第三方的意见', 'answers')
  // What is separated may leave out just what was objected to.
  const leavesOut = (id: number) =>
    outcome === 'partiallyGranted' && parts.some((part) => part.consultations.includes(id))
  for (const consultation of consultations) {
    const { id, party, label, notifiedOn } = consultation
    if (!isOver(matter, consultation)) throw refusals.consultationOpen(label)
    if (party === 'thirdParty' && opposes(consultation) && !notifiedOn && !leavesOut(id))
      throw refusals.thirdPartyToNotify(label)
  }
}
