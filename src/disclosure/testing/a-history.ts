import { nationalCalendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { askedOf, reviewerRoles } from '../../review/level.ts'
import type { Candidate } from '../../review/store.ts'
import type { Content } from '../content.ts'
import { contentHash } from '../content-hash.ts'
import { type EditionStatus, foldEdition } from '../edition.ts'
import type { EditionEvent, NewEvent } from '../edition-event.ts'
import { defaultPlan } from '../review-plan.ts'
import type { TakeMatter } from '../take.ts'
import { aContent, freeOfSecrets } from './a-record.ts'

const at = '2026-11-24T02:00:00.000Z'
const levels = askedOf(defaultPlan.levels, null)

/** One person for each role, all free to sign. */
const candidates: Candidate[] = reviewerRoles.map((role) => ({
  id: `任${role}`,
  name: `任${role}`,
  unitId: null,
  roles: [role],
  standingIn: [],
}))

/** Somebody with these roles. */
export const aPerson = (name: string, ...roles: Role[]): Actor => ({
  kind: 'staff',
  id: name,
  name,
  organId: 1,
  unitId: null,
  address: '',
  roles,
  today: plainDate('2026-11-24'),
})

const told = (lines: readonly (readonly [string, NewEvent])[]): EditionEvent[] =>
  lines.map(
    ([name, event], index) =>
      ({ ...event, seq: index + 1, at, actor: { kind: 'staff', id: name, name } }) as EditionEvent,
  )

/** The events by which an edition of this content has come to the status, signed by so many levels while in review. */
export function historyOf(status: EditionStatus, content: Content = aContent(), signed = 0): EditionEvent[] {
  const hash = contentHash(content)
  const secrecy = freeOfSecrets(content)
  const drafted: [string, NewEvent][] = [
    ['拟稿人', { kind: 'begun', data: { act: content.act.kind } }],
    ['拟稿人', { kind: 'saved', data: { revision: 1, hash } }],
  ]
  const submitted: [string, NewEvent][] = [
    ['拟稿人', { kind: 'submitted', data: { hash, levels, secrecy, confirmations: [] } }],
  ]
  const signatures = levels.map((level, index): [string, NewEvent] => [
    `审核人${index + 1}`,
    {
      kind: 'signed',
      data: { level: level.id, hash, opinion: '', checklist: level.checklist, secrecy, standsInFor: null },
    },
  ])
  const published: [string, NewEvent] = [
    '拟稿人',
    { kind: 'published', data: { hash, urgentReason: null, confirmations: [], secrecy: [], standsInFor: null } },
  ]
  const inReview = [...drafted, ...submitted, ...signatures.slice(0, signed)]
  const whole = [...drafted, ...submitted, ...signatures]
  const lines: Readonly<Record<EditionStatus, readonly (readonly [string, NewEvent])[]>> = {
    drafting: drafted,
    reviewing: inReview,
    signed: whole,
    scheduled: [
      ...whole,
      ['拟稿人', { kind: 'scheduled', data: { hash, at: '2026-11-25T02:00:00.000Z', confirmations: [] } }],
    ],
    live: [...whole, published],
    superseded: [...whole, published, ['拟稿人', { kind: 'superseded', data: { by: 2 } }]],
    discarded: [...drafted, ['拟稿人', { kind: 'discarded', data: { reason: '不用' } }]],
  }
  return told(lines[status])
}

/** The edition of these events in the hands of the person. */
export const aMatter = (actor: Actor, events: readonly EditionEvent[], content: Content = aContent()): TakeMatter => ({
  edition: foldEdition(events),
  record: { unitId: null, begunBy: null },
  workBodyId: null,
  content,
  actor,
  standingIn: [],
  calendar: nationalCalendar,
  now: at,
  levels,
  candidates,
})
