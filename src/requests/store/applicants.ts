import { unseal } from '../../db/sealed.ts'
import { Applicant } from '../applicant.ts'
import { placeOfApplicant } from './places.ts'

/** Who asks, in clear. */
export const readApplicant = (organId: number, requestId: string, sealed: string): Applicant =>
  Applicant.parse(JSON.parse(unseal(sealed, placeOfApplicant(organId, requestId))))
