import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { refusals } from '../refusal.ts'
import { watchFigures } from './figures-watch.ts'

/** The header by which a page says that the person has read what would become of frozen reports. */
const knownHeader = 'x-kaicheng-known'
const known = 'frozen'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

interface Asking {
  readonly headers: Headers
  readonly actor: { readonly organId: number }
}

const isKnown = (headers: Headers): boolean => headers[knownHeader] === known

/** Whether a row with these days can count in a year: in one of theirs. Days that are none concern no year. */
export const inYearOf =
  (...days: readonly (string | null | undefined)[]) =>
  (year: number): boolean =>
    days.some((day) => Number(day?.slice(0, 4)) === year)

/** The same of what counts for as long as it stands: from the year of the first of these days on. */
export const sinceYearOf = (...days: readonly (PlainDate | string | null | undefined)[]) => {
  const years = days.map((day) => Number(day?.slice(0, 4))).filter((year) => year > 0)
  return (year: number): boolean => years.length > 0 && year >= Math.min(...years)
}

/**
 * Does the work. Where a report that stands frozen would count otherwise by it, refuses it with what would become of which cell,
 * unless the person has read that; nothing is kept then. `mayConcern`: years that cannot be concerned are not counted.
 */
export async function knowingly<T>(
  tx: Tx,
  { headers, actor }: Asking,
  mayConcern: (year: number) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  if (isKnown(headers)) return work()
  const { done, moved, effects } = await watchFigures(tx, actor.organId, work, mayConcern)
  if (moved.length > 0) throw refusals.frozenMoves(moved, effects)
  return done
}

/** Refuses what was done or proposed, and would move frozen reports, unless the person has read which cell becomes what. */
export function unlessUnread<Done extends { readonly reports: readonly number[]; readonly effects: readonly string[] }>(
  { headers }: Pick<Asking, 'headers'>,
  done: Done,
): Done {
  if (done.reports.length > 0 && !isKnown(headers)) throw refusals.frozenMoves(done.reports, done.effects)
  return done
}
