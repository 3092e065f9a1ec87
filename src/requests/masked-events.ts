import type { EventData, EventKind, RequestEvent } from './event.ts'

/** Of each kind what nobody typed: what was chosen, days, numbers, and whose hands it passed through. */
const kept: { readonly [Kind in EventKind]: readonly (keyof EventData<Kind>)[] } = {
  arrived: [],
  received: ['rule'],
  assigned: ['unitId', 'unitName', 'staffId', 'staffName', 'accepts', 'standsInFor'],
  handoverOffered: ['unitId', 'unitName', 'staffId', 'staffName', 'keptBy'],
  handoverRefused: ['offer', 'unitId', 'unitName', 'betterUnitId', 'betterUnitName', 'standsInFor'],
  coHandlingAsked: ['unitId', 'unitName', 'dueOn', 'isAwaited'],
  coHandlingAnswered: ['asked', 'standsInFor'],
  coHandlingEnded: ['asked'],
  noteRead: ['notes'],
  publicationProposed: ['ground'],
  linked: [],
  unlinked: [],
  split: ['numbers'],
  supplementRequested: ['dueOn'],
  supplementReceived: [],
  reasonsRequested: ['dueOn', 'clock'],
  reasonsReceived: [],
  delayed: ['until', 'standsInFor'],
  extensionProposed: [],
  extended: ['standsInFor'],
  extensionDeclined: ['standsInFor'],
  consultationSent: ['party', 'label'],
  consultationDelivered: [],
  consultationAnswered: ['opinion'],
  thirdPartyNotified: [],
  feeNotified: ['basis', 'clock'],
  feeDelivered: [],
  feePaid: [],
  feeWaived: ['standsInFor'],
  feeRefunded: [],
  answerDrafted: ['outcome', 'hash'],
  answerApproved: ['hash', 'standsInFor'],
  answerReturned: ['hash', 'standsInFor', 'to', 'category', 'recalled'],
  letterDrafted: ['step', 'hash'],
  letterApproved: ['hash', 'standsInFor'],
  letterReturned: ['hash', 'standsInFor', 'to', 'category', 'recalled'],
  letterCorrected: ['kind', 'dueOn'],
  serviceAttempted: ['way'],
  serviceResult: ['result'],
  withdrawalProposed: [],
  withdrawalDeclined: ['standsInFor'],
  withdrawn: ['standsInFor'],
  concluded: ['outcome', 'letterNumber', 'hash'],
  reanswerOrdered: ['ground', 'caseId', 'limit', 'of'],
  reanswered: ['outcome', 'letterNumber', 'hash'],
  reanswerCancelled: [],
  dueMoved: ['from', 'to', 'reason', 'calendarVersion'],
  noted: [],
  voided: [],
  correctionProposed: [],
  correctionDeclined: ['standsInFor'],
  registrationCorrected: ['proposedBy', 'standsInFor'],
  receiptReissued: ['shown'],
}

/** A text is empty, a list has nothing in it, and of the rest only numbers stay. */
function emptied(value: unknown): unknown {
  if (typeof value === 'string') return ''
  if (Array.isArray(value)) return []
  return typeof value === 'object' ? null : value
}

/** What happened, when and by whom, without what was typed: it may name the applicant. */
export function withoutWords(event: RequestEvent): RequestEvent {
  const names: readonly string[] = kept[event.kind]
  const shown = Object.entries(event.data).map(([name, value]) => [name, names.includes(name) ? value : emptied(value)])
  const actor = event.actor.kind === 'applicant' ? { ...event.actor, name: '' } : event.actor
  return { ...event, actor, data: { ...event.data, ...Object.fromEntries(shown) } }
}
