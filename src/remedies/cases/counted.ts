import type { Calendar } from '../../calendar/calendar.ts'
import { nextDay, type PlainDate, plainDate, yearOf } from '../../days/plain-date.ts'
import type { Instance, RemedyCase } from './case.ts'
import type { CountedResult } from './event.ts'
import { appealUntil } from './limits.ts'

/**
 * A stretch of a case that section four of the report counts: from when it is open, and since when its result is in effect.
 * Several stretches of one part are one case that was taken up again: a year counts the last of them.
 */
export interface CountedStretch {
  readonly part: number
  readonly openedOn: PlainDate
  readonly concludedOn: PlainDate | null
  /** Null while pending. */
  readonly result: Exclude<CountedResult, 'pending'> | null
}

/** The day on which the decision of an instance is in effect; undefined while it is not, or has decided nothing. */
export function effectOf(folded: RemedyCase, at: number, calendar: Calendar): PlainDate | undefined {
  const instance: Instance | undefined = folded.instances[at]
  const decision = instance?.decision
  if (!decision || decision.class === 'pending') return undefined
  const next = folded.instances[at + 1]
  const served = decision.servedOn ?? decision.on
  if (next?.countsAgain) return served
  if (next?.kind === 'second') return undefined
  if (decision.effectOn) return decision.effectOn
  const until = appealUntil(calendar, instance)
  return until ? nextDay(until) : served
}

/** What of a case is counted, in the order of its days: nothing of one that was registered by mistake. */
export function countedOf(folded: RemedyCase, calendar: Calendar): CountedStretch[] {
  if (folded.isCancelled) return []
  const counted: CountedStretch[] = []
  let open: Pick<CountedStretch, 'part' | 'openedOn'> | undefined = { part: 1, openedOn: folded.opening.filedOn }
  for (const [at, instance] of folded.instances.entries()) {
    const part = counted.at(-1)?.part ?? 1
    open ??= { part: instance.countsAgain ? part + 1 : part, openedOn: instance.openedOn }
    const concludedOn = effectOf(folded, at, calendar)
    const result = instance.decision?.class
    if (!concludedOn || !result || result === 'pending') continue
    counted.push({ ...open, concludedOn, result })
    open = undefined
  }
  return open ? [...counted, { ...open, concludedOn: null, result: null }] : counted
}

/** What a year's report counts of a case: one result for each part of it. */
export function countedInYear(
  counted: readonly CountedStretch[],
  year: number,
  { pendingShownAgain }: { readonly pendingShownAgain: boolean },
): CountedResult[] {
  const [from, to] = [plainDate(`${year}-01-01`), plainDate(`${year}-12-31`)]
  const shown = counted.filter(
    ({ openedOn, concludedOn }) =>
      openedOn <= to && (concludedOn === null || concludedOn >= from) && (pendingShownAgain || openedOn >= from),
  )
  const last = new Map(shown.map((stretch) => [stretch.part, stretch]))
  return [...last.values()].map(({ concludedOn, result }) =>
    concludedOn !== null && concludedOn <= to && result ? result : 'pending',
  )
}

/** The years in which a case is counted, until this one. */
export function yearsOf(counted: readonly CountedStretch[], today: PlainDate): number[] {
  const [first] = counted
  if (!first) return []
  const last = counted.at(-1)?.concludedOn ?? today
  const [begin, end] = [yearOf(first.openedOn), Math.min(yearOf(last), yearOf(today))]
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, index) => begin + index)
}
