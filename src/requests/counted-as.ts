import type { Tx } from '../db/database.ts'
import type { ApplicantKind } from '../law/report-format-2021.ts'
import { chosen } from '../organs/settings/chosen.ts'
import type { Applicant } from './applicant.ts'
import type { NewEvent } from './event.ts'
import { applicantOf } from './registration.ts'
import type { Request } from './request.ts'
import { individualBusinessColumn } from './settings.ts'
import type { TakeMatter } from './take.ts'

type Classed = Pick<Applicant, 'kind' | 'creditCode'>

/** GB 32100: codes of individual businesses (个体工商户) begin so. */
const isIndividualBusiness = ({ kind, creditCode }: Classed): boolean =>
  kind === 'enterprise' && creditCode.startsWith('92')

/**
 * The column of the report in which a request of this applicant counts from now on. Its row keeps it: letters, and what is masked,
 * go by the class of the applicant.
 */
export const countedAs = async (tx: Tx, organId: number, applicant: Classed): Promise<ApplicantKind> =>
  isIndividualBusiness(applicant) ? chosen(tx, organId, individualBusinessColumn) : applicant.kind

/** The same after what a step adds: it changes only where class or code of the applicant are corrected. */
export async function countedAfter(
  tx: Tx,
  { organId, applicantKind }: Request,
  { standing }: Pick<TakeMatter, 'standing'>,
  added: readonly NewEvent[],
): Promise<ApplicantKind> {
  const correction = added.find((fact) => fact.kind === 'registrationCorrected')
  if (!standing || correction?.kind !== 'registrationCorrected') return applicantKind
  const { to, personal } = correction.data
  if (to.applicantKind === undefined && personal?.to.creditCode === undefined) return applicantKind
  return countedAs(tx, organId, applicantOf({ ...standing.values, ...to, ...personal?.to }))
}
