import { plainDate } from '../../../days/plain-date.ts'
import { type NewEvent, type Opening, type RemedyEvent, readFact } from '../event.ts'

/** A reconsideration whose copy came in on 2 March 2026, by ordinary procedure. */
export const anOpening = (facts: Partial<Opening> = {}): Opening => ({
  kind: 'review',
  number: '示政复〔2026〕1号',
  body: '示例市人民政府',
  filedOn: plainDate('2026-02-26'),
  noticeOn: plainDate('2026-03-02'),
  procedure: 'ordinary',
  party: 'applicant',
  act: 'other',
  requestId: null,
  letterNumber: '',
  recordId: null,
  about: '答复违法',
  followsNumber: '',
  isCoDefendant: false,
  ...facts,
})

export const aSuit = (facts: Partial<Opening> = {}): Opening =>
  anOpening({ kind: 'suitDirect', number: '（2026）示01行初1号', body: '示例市中级人民法院', ...facts })

/** A fact of a day. */
export const happened = (kind: NewEvent['kind'], on: string, data: object = {}): NewEvent =>
  readFact(kind, plainDate(on), { text: '', ...data })

export const decided = (on: string, result: string, column: string | null, more: object = {}): NewEvent =>
  happened('decided', on, { servedOn: on, result, class: column, raw: '主文', performBy: null, ...more })

/** What happened to a case from its opening on, recorded in this order. */
export const aHistory = (opening: Opening, facts: readonly NewEvent[] = []): RemedyEvent[] =>
  [{ kind: 'opened' as const, happenedOn: opening.noticeOn, data: opening }, ...facts].map((fact, at) => ({
    ...fact,
    seq: at + 1,
    recordedAt: '2026-03-02T01:00:00.000Z',
    actor: { kind: 'staff', id: null, name: '王秀兰' },
  }))
