import { addWorkingDays } from '../calendar/working-days.ts'
import type { Tx } from '../db/database.ts'
import { outcomes } from '../law/outcomes.ts'
import type { Actor } from '../organs/actor.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { listOfSameApplicant } from './actions/find.ts'
import { afterAnswer } from './after-answer.ts'
import { filesOf, givenIds } from './answer-files.ts'
import { formsWanted, routesWanted } from './applicant/wanted.ts'
import type { Applicant } from './applicant.ts'
import type { CaseFile, CaseView, DraftView } from './case-view.ts'
import { answerClock, consultationLapsesOn } from './clock.ts'
import { isUnanswered, nextDue } from './due.ts'
import { listAnswers } from './earlier-answer.ts'
import { enclosureFindings } from './enclosure-look.ts'
import type { EventData, RegistrationChange, RequestEvent } from './event.ts'
import { feeView } from './fees/show-fee.ts'
import type { WaitingLetter } from './fold-letters.ts'
import type { RequestHistory } from './history.ts'
import { writingOrgan } from './letterhead.ts'
import { noAnswerParagraph } from './letters/remedy-paragraph.ts'
import { stepViews, whyNotOpenPersonal } from './lifecycle.ts'
import { maskApplicant, maskConsulted } from './masked.ts'
import { withoutWords } from './masked-events.ts'
import { withoutWhom } from './masked-view.ts'
import { outcomeChoices } from './outcome-choices.ts'
import { overtaken } from './overtaken.ts'
import { stepMatter } from './prepare.ts'
import { showProposals } from './proposal/propose.ts'
import { roundViews } from './reanswer/show-rounds.ts'
import { correctionLines, shownRegistration, standingOf } from './registration.ts'
import { reportCells, reportYear } from './report-cells.ts'
import type { Request } from './request.ts'
import { isConcluded } from './request-status.ts'
import { answerSentBack, letterSentBack } from './sent-back.ts'
import { showService } from './service/show-service.ts'
import { feePaymentWay, supplementWorkingDays } from './settings.ts'
import { approvalsOf, givenTo } from './shown-approvals.ts'
import { asShown } from './shown-event.ts'
import { shownLetters } from './shown-letters.ts'
import type { StepMatter } from './steps.ts'
import { listFiles } from './store/files.ts'
import { listLetterSeals } from './store/letter-seals.ts'
import { listLetters } from './store/letters.ts'
import { listSimilar } from './store/lists.ts'
import * as store from './store/requests.ts'
import { whyNotLetter } from './waiting-letter.ts'
import { linksNotTold, linkViews } from './work/links.ts'
import { showWork, toldTo } from './work/show-work.ts'

/** How people call an outcome, whatever way it came in. */
export const outcomeLabel = (id: string | null): string | null =>
  id === null
    ? null
    : (outcomes.find((outcome) => outcome.id === id)?.label ??
      outcomeChoices.find((choice) => choice.id === id)?.label ??
      id)

const labelIn = (list: readonly { readonly id: string; readonly label: string }[], id: string): string =>
  list.find((each) => each.id === id)?.label ?? id

const nobody = { name: '（台账导入，未登记）', identity: '', phone: '', email: '', address: '', agent: null }

/** Everything that the page of a request shows; personal data are masked. */
export async function showCase(tx: Tx, actor: Actor, id: string): Promise<CaseView> {
  const found = await store.get(tx, actor.organId, id)
  const { request, events } = found
  const matter = await stepMatter(tx, actor, found)
  const { history, calendar } = matter
  const applicant = await store.findApplicant(tx, actor.organId, id)
  const letters = await listLetters(tx, request)
  const shown = shownLetters(letters, await listLetterSeals(tx, request))
  const files = await listFiles(tx, request)
  const due = request.origin === 'live' ? nextDue(calendar, history, actor.today) : null
  const masked = whyNotOpenPersonal(matter)
  // Whoever may not know who asks here is not told where else they ask.
  const sameApplicant = masked ? [] : await listOfSameApplicant(tx, actor, request)
  const notTold = await linksNotTold(tx, actor, events)
  const view: CaseView = {
    ...request,
    // The row keeps the day from which it counts; one that was taken back unconfirmed was received on none.
    receivedOn: history.receivedOn,
    seq: request.lastSeq,
    // As they were called then: a unit may have closed and a person left since.
    unitName: history.assignment?.unitName || null,
    handlerName: history.assignment?.staffName || null,
    clock: answerClock(calendar, history, actor.today) ?? null,
    due,
    noAnswer: due && isUnanswered(due) ? noAnswerParagraph(await writingOrgan(tx, actor.organId), actor.today) : null,
    afterAnswer: isConcluded(history.status) ? afterAnswer(calendar, history, letters) : null,
    steps: stepViews(matter),
    maskedBecause: masked?.message ?? null,
    events: events.map((event) => (notTold.has(event.seq) ? withoutWords(event) : asShown(event))),
    overtaken: overtaken(events),
    ...registrationViews(found, history, applicant),
    consultations: await consultationViews(tx, request, matter),
    ...answerViews(events, history, files),
    ...letterViews(matter, events),
    letters: shown,
    rounds: roundViews(history.rounds, calendar, outcomeLabel),
    service: showService(history, shown, actor.today),
    proposals: masked ? [] : await showProposals(tx, actor.organId, history),
    work: showWork(matter, events, masked ? [] : await linkViews(tx, actor, matter.links ?? [])),
    fee: feeView(calendar, history, actor.today),
    feeWay: (await chosen(tx, actor.organId, feePaymentWay)) ?? '',
    askedBefore: history.askedBefore,
    supplementAsked: history.supplement?.items ?? '',
    supplementBy: addWorkingDays(calendar, actor.today, await chosen(tx, actor.organId, supplementWorkingDays)),
    withdrawal: withdrawalView(history),
    earlier: history.status === 'concluded' ? [] : await listAnswers(tx, actor.organId, sameApplicant),
    similar: await similarViews(tx, request, sameApplicant),
    cells: reportCells(request, reportYear(request, actor.today)),
    outcomeLabel: outcomeLabel(request.outcome),
  }
  return masked ? withoutWhom(view, toldTo(matter, events)) : view
}

/** Who asks, what was taken down, and how it was corrected or is to be. */
function registrationViews(
  { request, events }: store.RequestWithEvents,
  { correction }: RequestHistory,
  applicant: Applicant | undefined,
): Pick<CaseView, 'applicant' | 'registration' | 'correction' | 'corrected' | 'formWanted' | 'routeWanted'> {
  const linesOf = (change: RegistrationChange) => correctionLines(change, request.applicantKind)
  return {
    applicant: applicant ? maskApplicant(applicant) : { kind: request.applicantKind, ...nobody },
    registration: applicant ? shownRegistration(standingOf(request, events, applicant).values) : [],
    correction: correction && { by: correction.by.name, reason: correction.reason, lines: linesOf(correction) },
    corrected: events.flatMap((event) =>
      event.kind === 'registrationCorrected' || event.kind === 'correctionProposed'
        ? [{ seq: event.seq, lines: linesOf(event.data) }]
        : [],
    ),
    formWanted: labelIn(formsWanted, request.formWanted),
    routeWanted: labelIn(routesWanted, request.routeWanted),
  }
}

async function consultationViews(
  tx: Tx,
  request: Request,
  { history, calendar }: StepMatter,
): Promise<CaseView['consultations']> {
  const names = await consultedNames(tx, request, history)
  return history.consultations.map((consultation) => ({
    ...consultation,
    name: names.get(consultation.id) ?? '',
    lapsesOn: consultationLapsesOn(calendar, consultation),
  }))
}

/** The answer as it is drafted, approved or sent back, and the files of the request, which it may give. */
function answerViews(
  events: readonly RequestEvent[],
  history: RequestHistory,
  files: readonly CaseFile[],
): Pick<CaseView, 'draft' | 'returned' | 'approvals' | 'sentBack' | 'files' | 'given'> {
  const { draft, returned, approvals } = history
  return {
    draft: draft && draftView(draft, draft.by.name, files),
    returned: returned && { draft: draftView(returned.draft, '', files), reason: returned.reason },
    approvals: draft ? approvalsOf({ levels: draft.levels, approvals }, givenTo(events, draft)) : [],
    sentBack: answerSentBack(events),
    // Letters have a list of their own.
    files: files.filter(({ purpose }) => purpose !== 'letter').map((file) => asNowMeant(file, history)),
    given: filesOf(files, givenIds(history)),
  }
}

/** The letters on the way to the answer: those up for approval, and those that were sent back. */
const letterViews = (
  matter: StepMatter,
  events: readonly RequestEvent[],
): Pick<CaseView, 'waitingLetters' | 'returnedLetters'> => ({
  waitingLetters: matter.history.waiting.map((letter) => waitingView(letter, matter, events)),
  returnedLetters: matter.history.returnedLetters.map(({ letter: { seq, step, input, letter }, reason }) => ({
    step,
    title: letter.title,
    addressee: letter.addressee,
    reason,
    sentBack: letterSentBack(events, seq),
    input: matter.actor.roles.includes('clerk') ? input : {},
  })),
})

const withdrawalView = ({ withdrawal }: RequestHistory): CaseView['withdrawal'] =>
  withdrawal && { reason: withdrawal.reason, proof: withdrawal.proof, by: withdrawal.by.name }

const sameAs = { whole: '同一申请人', number: '证件号码相同，姓名或者名称不同，请核对' } as const

async function similarViews(tx: Tx, request: Request, sameApplicant: readonly string[]): Promise<CaseView['similar']> {
  const similar = await listSimilar(tx, request, sameApplicant)
  return similar.map(({ outcome, sameApplicant, sameName, likeness, ...each }) => ({
    ...each,
    outcomeLabel: outcomeLabel(outcome),
    why: sameApplicant ? sameAs[sameName ? 'whole' : 'number'] : `内容相近（${Math.round(likeness * 100)}%）`,
  }))
}

/** Whom the organ has asked, by the number of the consultation: an organisation by its name, a person masked. */
async function consultedNames(
  tx: Tx,
  request: Request,
  { consultations }: RequestHistory,
): Promise<Map<number, string>> {
  const names = new Map<number, string>()
  for (const { id, party } of consultations) {
    const consulted = await store.findConsulted(tx, request, id)
    if (consulted) names.set(id, party === 'coOrgan' ? consulted.name : maskConsulted(consulted.name))
  }
  return names
}

function draftView(draft: EventData<'answerDrafted'>, by: string, files: readonly CaseFile[]): DraftView {
  const { outcome, answers, reason, statement, record, search, parts, earlierId, fileIds, looked, letter, hash } = draft
  const { consultations, reasonable } = draft
  return {
    outcome,
    answers,
    reason,
    statement,
    record,
    search,
    parts,
    earlierId,
    letter,
    hash,
    by,
    consultations,
    reasonable,
    outcomeLabel: outcomeLabel(outcome) ?? outcome,
    files: filesOf(files, fileIds),
    looked: enclosureFindings(looked, files),
  }
}

/** A file that an earlier draft would have given, and the present one does not, is no part of the answer. */
function asNowMeant(file: CaseFile, { draft, returned }: RequestHistory): CaseFile {
  const meant = draft ?? returned?.draft
  return file.purpose !== 'answer' || meant?.fileIds.includes(file.id) ? file : { ...file, purpose: 'formerAnswer' }
}

const waitingView = (
  waiting: WaitingLetter,
  matter: StepMatter,
  events: readonly RequestEvent[],
): CaseView['waitingLetters'][number] => {
  const { seq, step, letter, hash, by, input } = waiting
  return {
    draft: seq,
    step,
    letter,
    hash,
    by: by.name,
    levels: approvalsOf(waiting, givenTo(events, waiting)),
    sentBack: letterSentBack(events, seq),
    reason: step === 'correctLetter' ? String(input.reason ?? '') : '',
    why: whyNotLetter(waiting, matter)?.message ?? null,
  }
}
