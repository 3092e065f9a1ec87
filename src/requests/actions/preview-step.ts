import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { asEvent } from '../as-event.ts'
import type { StepPreview } from '../case-view.ts'
import { answerClock } from '../clock.ts'
import { consultedBefore } from '../consulted-before.ts'
import { countedAfter } from '../counted-as.ts'
import { nextDue } from '../due.ts'
import type { NewEvent } from '../event.ts'
import { feeRemarks } from '../fees/fee-remarks.ts'
import { foldHistory, type RequestHistory } from '../history.ts'
import { lostByWithdrawal, lostWords, mayOvertake } from '../overtaken.ts'
import { prepare } from '../prepare.ts'
import { countsFrom } from '../refold.ts'
import { reportCells, reportYear } from '../report-cells.ts'
import { toldOfReports } from '../reports-told.ts'
import type { Request } from '../request.ts'
import { answerDayMoves, answeredOnWords, wayRemarks } from '../service/what-service-moves.ts'
import { supplementWorkingDays } from '../settings.ts'
import { readStep, type StepName } from '../step-inputs.ts'
import * as store from '../store/requests.ts'
import { inTheEnd } from '../take.ts'
import { remarksOn } from '../terms.ts'
import { codeOf, undrawnOf } from '../undrawn.ts'
import { waitsFor, whatCorrectionMoves, whatMoves } from '../what-moves.ts'
import { workRemarks } from '../work/work-remarks.ts'

/** What the step would do, without doing it: the due date before and after, and the letter as it would go out. */
export async function previewStep(
  tx: Tx,
  actor: Actor,
  id: string,
  name: StepName,
  typed: unknown,
): Promise<StepPreview> {
  const step = readStep(name, typed)
  const found = await store.get(tx, actor.organId, id)
  const matter = await prepare(tx, actor, found, step)
  const pieces = name === 'split' ? ['（拆分后编号）'] : []
  const added = inTheEnd(name, { ...matter, pieces }, step.input)
  const last = found.events.at(-1)?.seq ?? 0
  const after = foldHistory([...found.events, ...added.map((fact, index) => asEvent(actor, fact, last + 1 + index))])
  const clock = answerClock(matter.calendar, after, actor.today)
  const dueBefore = nextDue(matter.calendar, matter.history, actor.today)
  const dueAfter = nextDue(matter.calendar, after, actor.today)
  const request: Request = {
    ...found.request,
    applicantKind: await countedAfter(tx, found.request, matter, added),
    receivedOn: countsFrom(after),
    outcome: after.conclusion?.outcome ?? null,
    concludedOn: after.conclusion?.on ?? null,
  }
  // A day that was fixed in a letter waits for no notice.
  const isProvisional = dueAfter?.kind === 'answer' && clock?.provisional === true
  const isCorrected = added.some(({ kind }) => kind === 'registrationCorrected')
  const told = await toldOfReports(tx, found.request, request, added)
  return {
    sentence: [
      isCorrected
        ? whatCorrectionMoves(answerClock(matter.calendar, matter.history, actor.today), clock, after)
        : answerDayMoves(matter.history, after) || whatMoves(name, dueBefore, dueAfter, after, isProvisional),
      answeredOnWords(matter.history, after),
      mayOvertake(added) ? lostWords(matter.history, after) : '',
      waitsFor(added),
      whenConfirmed(added, matter.history),
      ...told,
      ...(isCorrected && matter.history.sentLetters.length > 0 && after.conclusion?.outcome !== 'withdrawn'
        ? ['已经发出的文书不随登记改变，写有更正前的内容的，请再办理“更正文书”。']
        : []),
    ].join(''),
    before: dueBefore,
    after: dueAfter,
    clock: clock ?? null,
    letter: matter.letter,
    remarks: [
      ...remarksOn(
        name,
        { ...step.input },
        {
          calendar: matter.calendar,
          today: actor.today,
          usual: await chosen(tx, actor.organId, supplementWorkingDays),
        },
      ),
      ...wayRemarks(step, found.request.routeWanted),
      ...workRemarks(name, matter.history, added),
      ...feeRemarks(step.name === 'notifyFee' ? matter.fee : undefined),
      ...(step.name === 'consult' ? await consultedBefore(tx, found.request, matter.history, step.input.name) : []),
    ],
    undrawn: name === 'issueAnswer' || name === 'approveLetter' ? [] : undrawnOf(matter.letter).map(codeOf),
    cells: reportCells(request, reportYear(request, actor.today)),
  }
}

/** What a withdrawal that waits for a second person will make void then. */
function whenConfirmed([first]: readonly NewEvent[], history: RequestHistory): string {
  const lost = first?.kind === 'withdrawalProposed' ? lostByWithdrawal(history) : ''
  return lost && `确认撤回后，${lost}`
}
