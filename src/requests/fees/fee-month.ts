import type { PlainDate } from '../../days/plain-date.ts'

/** One request of an applicant, as the month is counted. */
export interface Piece {
  readonly id: string
  readonly number: string
  /** The day of receipt (art. 31). */
  readonly receivedOn: PlainDate
  /** The day on which it was taken down in the register. */
  readonly registeredOn: PlainDate
  /** The request it was split from: it was taken down with that one. */
  readonly splitFrom: string | null
}

/** By which of its days a request falls in a natural month: no text says, the organ chooses. */
export type FeeMonthKey = 'receivedOn' | 'registeredOn'

/** `2026-06`. */
export const monthOf = (day: PlainDate): string => day.slice(0, 7)

/** The day by which a piece falls in its month; one that was split off falls with the request that was handed in. */
export function feeDayOf(piece: Piece, all: readonly Piece[], key: FeeMonthKey): PlainDate {
  if (key === 'receivedOn') return piece.receivedOn
  const whole = all.find(({ id }) => id === piece.splitFrom)
  return whole ? feeDayOf(whole, all, key) : piece.registeredOn
}

/**
 * The pieces of the applicant in the natural month of `own` that come before it, in their order: by day, then as they were taken
 * down. Each piece has one place in its month, so that the fees of all of them make up the ladder of the whole month. `all`: every
 * received request of the applicant, split pieces as their own, whatever became of them; `own` may be among them.
 */
export function piecesBefore(own: Piece, all: readonly Piece[], key: FeeMonthKey): Piece[] {
  const known = [own, ...all.filter(({ id }) => id !== own.id)]
  const placed = known.map((piece) => ({ piece, on: feeDayOf(piece, known, key) }))
  const ownDay = feeDayOf(own, known, key)
  return placed
    .filter(({ piece, on }) => monthOf(on) === monthOf(ownDay) && (on < ownDay || (on === ownDay && piece.id < own.id)))
    .sort((one, other) => (`${one.on} ${one.piece.id}` < `${other.on} ${other.piece.id}` ? -1 : 1))
    .map(({ piece }) => piece)
}
