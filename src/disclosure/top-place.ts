import { z } from 'zod'
import { addDays, PlainDate } from '../days/plain-date.ts'
import type { Actor } from '../organs/actor.ts'
import { isInCharge } from '../organs/units/in-charge.ts'
import { type Refusal, refusals } from '../refusal.ts'
import type { InformationRecord } from './record.ts'

/** 置顶: until when a record stands first in the lists of its column, and who said so. */
export interface TopPlace {
  readonly lastDay: PlainDate
  /** ISO instant, UTC. */
  readonly setAt: string
  readonly setName: string
}

/** So many of a column stand first at the same time; more would push out what is new. */
export const mostOnTop = 3
/** What is to stand first for longer than a year is set anew. */
const mostDaysOnTop = 365

export const latestOnTop = (today: PlainDate): PlainDate => addDays(today, mostDaysOnTop)

export const PutOnTop = z.strictObject({ lastDay: PlainDate })
export type PutOnTop = z.infer<typeof PutOnTop>

/** Whatever the rule may ask about before a record is put first, or taken from there. */
export interface TopMatter {
  readonly actor: Actor
  readonly record: Pick<InformationRecord, 'unitId' | 'begunBy'>
  readonly workBodyId: string | null
  /** Of the column in which it stands; null where none is named. */
  readonly columnUnitId: string | null
  readonly isWithdrawn: boolean
}

/** Why this person may not say what stands first: it is for who writes the record, or answers for its column. */
export function whyNotOnTop({ actor, record, workBodyId, columnUnitId, isWithdrawn }: TopMatter): Refusal | undefined {
  if (!actor.roles.includes('clerk')) return refusals.notYourStep('经办人')
  const isTheirs =
    isInCharge({ unitId: record.unitId, staffId: record.begunBy }, actor, workBodyId) ||
    (columnUnitId !== null && actor.unitId === columnUnitId)
  if (!isTheirs) return refusals.notYourRecord()
  return isWithdrawn ? refusals.withdrawnOnTop() : undefined
}
