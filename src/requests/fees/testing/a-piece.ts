import { plainDate } from '../../../days/plain-date.ts'
import type { Piece } from '../fee-month.ts'

/** A received request of an applicant, taken down on the day of its receipt unless something else is said. */
export const aPiece = (
  id: string,
  receivedOn: string,
  { registeredOn = receivedOn, splitFrom = null }: { registeredOn?: string; splitFrom?: string | null } = {},
): Piece => ({
  id,
  number: `〔2026〕${id}号`,
  receivedOn: plainDate(receivedOn),
  registeredOn: plainDate(registeredOn),
  splitFrom,
})
