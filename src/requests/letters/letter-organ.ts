import type { Organ } from '../../organs/organ.ts'
import type { LetterOrgan } from './facts.ts'
import type { ReviewedOrgan } from './remedy-paragraph.ts'

/** What an organ has set about its letters; what it has not set falls back to general words and the law's default. */
export interface LetterSettings {
  readonly reconsiderationOrgan?: string | null
  readonly competentCourt?: string | null
  readonly onlineReconsideration?: string | null
  readonly leadership?: ReviewedOrgan['leadership']
  readonly partialDisclosureRoute?: ReviewedOrgan['partialDisclosureRoute']
}

/** The organ as its letters know it. */
export const letterOrgan = (organ: Organ, set: LetterSettings = {}): LetterOrgan => ({
  ...organ,
  leadership: set.leadership ?? 'local',
  reviewBody: set.reconsiderationOrgan || null,
  court: set.competentCourt || null,
  onlineReview: set.onlineReconsideration || null,
  partialDisclosureRoute: set.partialDisclosureRoute ?? 'mandatoryReconsideration',
})
