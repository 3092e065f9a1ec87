import type { EventKind, RequestEvent } from './event.ts'
import { foldHistory, type RequestHistory } from './history.ts'

/** What makes a draft or a waiting letter untrue, so that nothing of it is approved any more. */
const overtaking: readonly EventKind[] = ['registrationCorrected', 'supplementReceived', 'reasonsReceived']

/** What is void after an event: the draft with its approvals, letters that waited. Empty where nothing is, or where the case has ended. */
export function lostWords(before: RequestHistory, after: RequestHistory): string {
  if (after.conclusion) return ''
  const signed = before.approvals.length
  const gone = before.waiting.filter(({ seq }) => after.waiting.every((each) => each.seq !== seq))
  const approved = gone.reduce((count, { approvals }) => count + approvals.length, 0)
  const voided = (count: number) => (count > 0 ? `，已有的${count}项审批同意同时失效` : '')
  return [
    ...(before.draft && !after.draft ? [`已拟的答复作废${voided(signed)}，须重新拟答复、重新审批。`] : []),
    ...(gone.length > 0 ? [`正在审批的文书${gone.length}件作废${voided(approved)}，须重新送审。`] : []),
  ].join('')
}

/** Whether facts like these overtake a draft or a letter. */
export const mayOvertake = (facts: readonly Pick<RequestEvent, 'kind'>[]): boolean =>
  facts.some(({ kind }) => overtaking.includes(kind))

/** Each event of a history that made a draft, its approvals or a waiting letter void, with what it made void. */
export const overtaken = (events: readonly RequestEvent[]): { readonly seq: number; readonly words: string }[] =>
  events
    .filter(({ kind }) => overtaking.includes(kind))
    .map(({ seq }) => {
      const until = (last: number) => foldHistory(events.filter((event) => event.seq <= last))
      return { seq, words: lostWords(until(seq - 1), until(seq)) }
    })
    .filter(({ words }) => words !== '')
