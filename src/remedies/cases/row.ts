import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { type CaseStatus, latestOf, type RemedyCase, statusOf } from './case.ts'
import { type CountedStretch, countedOf } from './counted.ts'
import type { Opening } from './event.ts'
import { limitsOf, openLimits } from './limits.ts'

/** How a case stands, as its row keeps it for lists and for the report. */
export interface CaseRow
  extends Pick<
    Opening,
    'kind' | 'number' | 'body' | 'filedOn' | 'act' | 'requestId' | 'recordId' | 'followsNumber' | 'isCoDefendant'
  > {
  readonly procedure: Opening['procedure']
  readonly numbers: string[]
  readonly status: CaseStatus
  readonly unitId: string | null
  readonly handlerId: string | null
  readonly result: CountedStretch['result']
  readonly rawResult: string | null
  readonly concludedOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly dueWhat: string
  readonly lastSeq: number
}

/** The fold of a case as its row keeps it, and what the report counts of it. */
export function rowOf(
  folded: RemedyCase,
  calendar: Calendar,
  today: PlainDate,
): { readonly row: CaseRow; readonly counted: readonly CountedStretch[] } {
  const { opening, charge, instances, procedure, lastSeq } = folded
  const { kind, number, body, filedOn, act, requestId, recordId, followsNumber, isCoDefendant } = opening
  const counted = countedOf(folded, calendar)
  const last = counted.at(-1)
  const [due] = openLimits(limitsOf(folded, calendar, today))
  const row: CaseRow = {
    kind,
    number,
    body,
    filedOn,
    act,
    requestId,
    recordId,
    followsNumber,
    isCoDefendant,
    procedure,
    numbers: [...new Set(instances.map((each) => each.number))],
    status: statusOf(folded),
    unitId: charge.unitId,
    handlerId: charge.staffId,
    result: last?.result ?? null,
    rawResult: latestOf(folded).decision?.raw ?? null,
    concludedOn: last?.concludedOn ?? null,
    dueOn: due?.dueOn ?? null,
    dueWhat: due?.what ?? '',
    lastSeq,
  }
  return { row, counted }
}
