import type { ApprovalLevelView, CaseView } from '../../../requests/case-view.ts'
import { eventsOf } from '../../../requests/event.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { firstService } from '../service/first-service.ts'

/** What a step's form begins with, where the case already says it. */
export function firstInput(view: CaseView, step: StepName): Record<string, unknown> {
  // What was sent back is mended, not typed anew; of several the oldest comes first.
  const returned = view.returnedLetters.find((each) => each.step === step)
  if (returned) return { ...returned.input, asCodes: undefined }
  switch (step) {
    case 'approveLetter':
    case 'returnLetter': {
      const mine = view.waitingLetters.find(({ why }) => why === null)
      return { ...(mine ? { draft: mine.draft } : {}), ...(step === 'returnLetter' ? { to: 'drafting' } : {}) }
    }
    case 'recallLetter': {
      const [only, ...more] = view.waitingLetters
      return only && more.length === 0 ? { draft: only.draft } : {}
    }
    case 'returnAnswer':
      return { to: 'drafting' }
    case 'assign':
      return firstAssigned(view)
    case 'acceptHandover':
      return { staffId: view.work.handover?.standing === 'offered' ? view.work.handover.staffId : null }
    case 'answerCoHandling':
    case 'endCoHandling': {
      const [only, ...more] = coHandlingsFor(view, step)
      return only && more.length === 0 ? { asked: only.seq } : {}
    }
    case 'link':
      return firstLinked(view)
    case 'unlink': {
      const [only, ...more] = view.work.links
      return only && more.length === 0 ? { otherId: only.id } : {}
    }
    case 'note': {
      const writers = new Set(view.work.notesForMe.flatMap(({ byId }) => byId ?? []))
      return writers.size > 0 ? { to: [...writers] } : {}
    }
    case 'split':
      return { pieces: [view.summary, ''] }
    case 'notifyFee':
      return { basis: 'perRequest', way: view.feeWay || undefined }
    case 'recordPayment':
    case 'waiveFee':
      return { amount: view.fee?.due }
    case 'refundFee':
      return { amount: view.fee?.refundable }
    case 'proposeExtension':
      return { days: 20 }
    case 'extendReply': {
      const proposed = eventsOf(view.events, 'extensionProposed').at(-1)?.data
      return proposed ? { days: proposed.days, reason: proposed.reason } : { days: 20 }
    }
    case 'serveLetter':
    case 'serveAgain':
    case 'recordService':
    case 'correctService':
      return firstService(view, step)
    case 'correctLetter': {
      const [only, ...more] = lettersToCorrect(view)
      return { corrections: [{}], ...(only && more.length === 0 ? { letter: only.seq } : {}) }
    }
    case 'deliverConsultation':
    case 'answerConsultation':
    case 'notifyThirdParty': {
      const [only, ...more] = view.consultations
      return only && more.length === 0 ? { consultation: only.id } : {}
    }
    default:
      return {}
  }
}

/** The likest of those that are not linked yet. */
function firstLinked({ similar, work: { links } }: CaseView): Record<string, unknown> {
  const likest = similar.find(({ id }) => !links.some((link) => link.id === id))
  return likest ? { number: likest.number } : {}
}

/** Whose it is; of what was refused, the unit that was thought right. */
function firstAssigned({ unitId, handlerId, work: { handover } }: CaseView): Record<string, unknown> {
  if (handover?.standing === 'refused') return { unitId: handover.betterUnitId ?? undefined }
  return { unitId: unitId ?? undefined, staffId: handlerId ?? undefined }
}

/** What the step is about of what other units were asked: an answer gives what one's own was asked. */
export const coHandlingsFor = ({ work }: CaseView, step: StepName) =>
  work.coHandlings.filter(({ isMine, answer, ended }) =>
    step === 'answerCoHandling' ? isMine : answer === null && ended === null,
  )

/** The letters that can be corrected: a correction is corrected through its first. */
export const lettersToCorrect = ({ letters }: CaseView) => letters.filter(({ corrects }) => corrects === null)

/** A file stands on the form with its name, and goes in by its id. */
const idOf = (file: unknown): unknown => (typeof file === 'object' && file !== null && 'id' in file ? file.id : file)

const bindsToLetter: readonly StepName[] = ['approveLetter', 'returnLetter', 'recallLetter']

const letterOf = ({ waitingLetters }: CaseView, draft: unknown) =>
  waitingLetters.find((letter) => letter.draft === draft)

/** The letter that the step approves or sends back; undefined for every other step. */
export const letterUp = (view: CaseView, step: StepName, draft: unknown) =>
  bindsToLetter.includes(step) ? letterOf(view, draft) : undefined

/** The levels of what is signed or sent back: the answer, or the letter that is chosen. */
export const levelsUp = (view: CaseView, step: StepName, draft: unknown): readonly ApprovalLevelView[] =>
  bindsToLetter.includes(step) ? (letterOf(view, draft)?.levels ?? []) : view.approvals

/** The level in turn of them; undefined where all have signed. */
export const levelUp = (view: CaseView, step: StepName, draft: unknown): ApprovalLevelView | undefined =>
  levelsUp(view, step, draft).find(({ approved }) => approved === null)

/** What is ticked of the list of the level in turn; another letter may have another list. */
function tickedOf(view: CaseView, step: StepName, { checklist, draft }: Record<string, unknown>): string[] {
  const items = levelUp(view, step, draft)?.checklist ?? []
  return Array.isArray(checklist) ? items.filter((item) => checklist.includes(item)) : []
}

const bindsToText: readonly StepName[] = ['approveAnswer', 'returnAnswer', 'recallAnswer', 'issueAnswer']

/** Whether the step is about the answer that is drafted, word by word. */
export const bindsToAnswer = (step: StepName): boolean => bindsToText.includes(step)

/** The letter that the step is about, or the answer, is on the screen already. */
export const isAboutPaper = (view: CaseView, step: StepName, draft: unknown): boolean =>
  bindsToAnswer(step) || letterUp(view, step, draft) !== undefined

/** What was typed for the other measure of a fee: it is charged by one, never by both. */
const isOfOther = (step: StepName, { basis }: Record<string, unknown>, name: string): boolean =>
  step === 'notifyFee' && name === 'pages' && basis !== 'perPage'

/** The input as the server wants it: without what was left empty, and bound to the text that is on the screen. */
export function wholeInput(view: CaseView, step: StepName, values: Record<string, unknown>): Record<string, unknown> {
  const filled = Object.entries(values).filter(
    ([name, value]) => value !== undefined && value !== null && value !== '' && !isOfOther(step, values, name),
  )
  const fileIds = Array.isArray(values.fileIds) ? { fileIds: values.fileIds.map(idOf) } : {}
  const pieces = Array.isArray(values.pieces) ? { pieces: values.pieces.filter((each) => String(each).trim()) } : {}
  // An untouched row is none.
  const corrections = Array.isArray(values.corrections)
    ? { corrections: values.corrections.filter((each) => each?.from || each?.to) }
    : {}
  return {
    ...Object.fromEntries(filled),
    ...pieces,
    ...(Array.isArray(values.checklist) ? { checklist: tickedOf(view, step, values) } : {}),
    ...corrections,
    ...fileIds,
    ...(bindsToAnswer(step) ? { hash: view.draft?.hash ?? '' } : {}),
    ...(bindsToLetter.includes(step) ? { hash: letterOf(view, values.draft)?.hash ?? '' } : {}),
  }
}
