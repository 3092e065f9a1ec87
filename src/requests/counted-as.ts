import type { Tx } from '../db/database.ts'
import type { ApplicantKind } from '../law/report-format-2021.ts'
import { chosen } from '../organs/settings/chosen.ts'
import type { Applicant } from './applicant.ts'
import { individualBusinessColumn } from './settings.ts'

/** GB 32100: codes of individual businesses (个体工商户) begin so. */
const isIndividualBusiness = ({ kind, creditCode }: Pick<Applicant, 'kind' | 'creditCode'>): boolean =>
  kind === 'enterprise' && creditCode.startsWith('92')

/**
 * The column of the report in which a request of this applicant counts from now on. Its row keeps it: letters, and what is masked,
 * go by the class of the applicant.
 */
export const countedAs = async (
  tx: Tx,
  organId: number,
  applicant: Pick<Applicant, 'kind' | 'creditCode'>,
): Promise<ApplicantKind> =>
  isIndividualBusiness(applicant) ? chosen(tx, organId, individualBusinessColumn) : applicant.kind
