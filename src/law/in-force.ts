import type { PlainDate } from '../days/plain-date.ts'

/** A piece of law with its commencement; `to` is its last day, null while it stands. Both days are included. */
export interface InForce {
  readonly from: string
  readonly to: string | null
}

/** Sure: the text was seen. Likely: one weak copy, or practice. Unsure: memory or inference; a setting or a warning goes with it. */
export type Confidence = 'sure' | 'likely' | 'unsure'

/** Law is chosen by the day of the act, never by today. */
export const inForceOn = ({ from, to }: InForce, day: PlainDate): boolean => day >= from && (to === null || day <= to)
