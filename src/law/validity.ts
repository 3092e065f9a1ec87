import { addDays, chineseDate, type PlainDate } from '../days/plain-date.ts'

/** 有效性 of a document, by date (国办发〔2017〕47号: what is repealed or has run out is marked). */
export const validities = [
  { id: 'inForce', label: '现行有效' },
  { id: 'notYetEffective', label: '尚未施行' },
  { id: 'repealed', label: '废止' },
  { id: 'expired', label: '失效' },
] as const
export type Validity = (typeof validities)[number]['id']
export const validityIds = validities.map(({ id }) => id)
export const validityLabel = (validity: Validity): string =>
  validities.find(({ id }) => id === validity)?.label ?? validity

export interface Term {
  readonly effectiveFrom: PlainDate | null
  /** The last day in force. */
  readonly validUntil: PlainDate | null
  /** The first day on which it is no longer in force. */
  readonly repealedOn: PlainDate | null
}

/** How a document stands on `day`. One that ran out before it was repealed has expired. */
export function validityOn({ effectiveFrom, validUntil, repealedOn }: Term, day: PlainDate): Validity {
  const hasRunOut = validUntil !== null && validUntil < day
  if (hasRunOut && (repealedOn === null || repealedOn > validUntil)) return 'expired'
  if (repealedOn !== null && repealedOn <= day) return 'repealed'
  return effectiveFrom !== null && effectiveFrom > day ? 'notYetEffective' : 'inForce'
}

export interface Ending extends Term {
  readonly repealedBy?: string | null
  /** What declared it lapsed; null where its own term ran out. */
  readonly lapsedBy?: string | null
}

/** Since which day a document stands as it does, and why; null of one that is in force. */
export function validityReason(ending: Ending, validity: Validity): string | null {
  const { effectiveFrom, validUntil, repealedOn, repealedBy, lapsedBy } = ending
  if (validity === 'expired' && validUntil) {
    const why = lapsedBy ? `由${lapsedBy}宣布失效` : `有效期至${chineseDate(validUntil)}，已经届满`
    return `自${chineseDate(addDays(validUntil, 1))}起失效：${why}`
  }
  if (validity === 'repealed' && repealedOn)
    return `自${chineseDate(repealedOn)}起废止${repealedBy ? `（${repealedBy}）` : ''}`
  return validity === 'notYetEffective' && effectiveFrom ? `自${chineseDate(effectiveFrom)}起施行` : null
}
