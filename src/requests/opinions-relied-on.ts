import { z } from 'zod'

const some = z
  .array(z.number().int().positive())
  .max(50, '一次最多50个')
  .refine((ids) => new Set(ids).size === ids.length, '同一次征求意见只选一次')
  .default([])

/**
 * Art. 32: by their numbers the consultations that a refusal for a third party's sake concerns, and those of them whose
 * objection the organ finds reasonable. What was drafted before this was asked names none.
 */
export const opinionsReliedOn = { consultations: some, reasonable: some }
export interface OpinionsReliedOn {
  readonly consultations: readonly number[]
  readonly reasonable: readonly number[]
}

/** Whether a refusal is for a third party's sake, so that it says which of them the organ asked (arts. 15, 32). */
export const protectsThirdParty = (outcome: string | undefined): boolean => outcome === 'denied.thirdPartyRights'
