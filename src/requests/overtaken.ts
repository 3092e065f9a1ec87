import type { EventKind, RequestEvent } from './event.ts'
import { foldHistory, type RequestHistory } from './history.ts'

/** What makes a draft or a waiting letter untrue, so that nothing of it is approved any more. */
const overtaking: readonly EventKind[] = [
  'registrationCorrected',
  'supplementReceived',
  'reasonsReceived',
  'feePaid',
  'feeWaived',
  'withdrawn',
]

const countOf = (letters: RequestHistory['waiting']): number =>
  letters.reduce((count, { approvals }) => count + approvals.length, 0)

const voided = (count: number): string => (count > 0 ? `，已有的${count}项审批同意同时失效` : '')

/** What ends with the request when its applicant takes it back; empty where nothing was on its way. */
export function lostByWithdrawal({ draft, approvals, waiting, proposal, conclusion }: RequestHistory): string {
  if (conclusion) return ''
  return [
    ...(draft ? [`已拟的答复作废${voided(approvals.length)}，不再发出。`] : []),
    ...(waiting.length > 0 ? [`正在审批的文书${waiting.length}件作废${voided(countOf(waiting))}，不再发出。`] : []),
    ...(proposal ? ['提请的延期不再办理。'] : []),
  ].join('')
}

/** What is void after an event: the draft with its approvals, letters that waited. Empty where nothing is, or where the case has ended in another way than by withdrawal. */
export function lostWords(before: RequestHistory, after: RequestHistory): string {
  if (after.conclusion?.outcome === 'withdrawn') return lostByWithdrawal(before)
  if (after.conclusion) return ''
  const signed = before.approvals.length
  const gone = before.waiting.filter(({ seq }) => after.waiting.every((each) => each.seq !== seq))
  return [
    ...(before.draft && !after.draft ? [`已拟的答复作废${voided(signed)}，须重新拟答复、重新审批。`] : []),
    ...(gone.length > 0 ? [`正在审批的文书${gone.length}件作废${voided(countOf(gone))}，须重新送审。`] : []),
  ].join('')
}

/** Whether facts like these overtake a draft or a letter. */
export const mayOvertake = (facts: readonly Pick<RequestEvent, 'kind'>[]): boolean =>
  facts.some(({ kind }) => overtaking.includes(kind))

/** Each event of a history that made a draft, its approvals or a waiting letter void, with what it made void. */
export const overtaken = (events: readonly RequestEvent[]): { readonly seq: number; readonly words: string }[] =>
  events
    .filter(({ kind }) => overtaking.includes(kind))
    .map(({ seq, kind }) => {
      const until = (last: number) => foldHistory(events.filter((event) => event.seq <= last))
      const before = until(seq - 1)
      return { seq, words: kind === 'withdrawn' ? lostByWithdrawal(before) : lostWords(before, until(seq)) }
    })
    .filter(({ words }) => words !== '')
