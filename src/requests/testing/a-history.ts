import { type PlainDate, plainDate } from '../../days/plain-date.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { type AskedLevel, askedOf, levelsOfRoles } from '../../review/level.ts'
import type { EventData, EventKind, RequestEvent } from '../event.ts'
import type { Letter } from '../letters/letter.ts'
import { letterHash } from '../letters/letter-hash.ts'

/** An event of an invented history: its day, its kind, what is known of it, and who did it. */
export type Told = {
  [Kind in EventKind]: readonly [on: string, kind: Kind, data: EventData<Kind>, by?: string, amount?: string]
}[EventKind]

/** A history as events in the order in which they are told. */
export const told = (...lines: readonly Told[]): RequestEvent[] =>
  lines.map(
    ([on, kind, data, by = 'clerk', amount = null], index) =>
      ({
        seq: index + 1,
        kind,
        happenedOn: plainDate(on),
        data,
        amount,
        supersedes: null,
        recordedAt: null,
        actor: { kind: 'staff', id: by, name: by },
      }) as RequestEvent,
  )

/** A member of staff with these roles on that day. */
export const anOfficer = (today: string, roles: readonly Role[], id = 'officer'): Actor => ({
  kind: 'staff',
  id,
  name: id,
  organId: 1,
  unitId: null,
  address: '',
  roles,
  today: plainDate(today),
})

export const anApplicant = (today: PlainDate): Actor => ({
  kind: 'applicant',
  id: null,
  name: '申请人',
  organId: 1,
  roles: [],
  unitId: null,
  address: '',
  today,
})

export const aLetter: Letter = {
  kind: 'answer',
  template: 'answer.granted/2019',
  title: '政府信息公开申请答复书',
  number: null,
  addressee: '张三',
  paragraphs: ['现予公开。'],
  enclosures: [],
  organ: '示例市统计局',
  contact: '',
  madeOn: plainDate('2025-09-20'),
}

/** Levels of these roles, of no unit. */
export const levelsOf = (...roles: readonly Role[]): AskedLevel[] => askedOf(levelsOfRoles(roles), null)

/** An order of the reviewing organ to answer again within ten working days. */
export const anOrder = (facts: Partial<EventData<'reanswerOrdered'>> = {}): EventData<'reanswerOrdered'> => ({
  round: 1,
  ground: 'ordered',
  caseId: '01890000-0000-7000-8000-00000000c0de',
  caseNumber: '示政复〔2025〕1号',
  body: '示例市人民政府',
  documentNumber: '示政复决〔2025〕1号',
  limit: { unit: 'workingDays', count: 10 },
  isSet: true,
  of: { letterNumber: '示统公复〔2025〕1号', on: plainDate('2025-09-05') },
  ...facts,
})

/** A draft that is put up for approval by these roles. */
export const aDraft = (
  levels: readonly Role[] = ['unitHead', 'ogiHead'],
  outcome = 'granted',
): EventData<'answerDrafted'> => ({
  outcome,
  answers: {},
  reason: '',
  statement: '',
  record: '',
  search: null,
  parts: [],
  consultations: [],
  reasonable: [],
  earlierId: null,
  fileIds: [],
  letter: aLetter,
  looked: [],
  hash: letterHash(aLetter),
  levels: levelsOf(...levels),
})
