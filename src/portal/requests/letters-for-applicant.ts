import { isToOthers } from '../../requests/letters/letter.ts'

/** Letters to third parties and other organs are not the applicant's. */
export const isForApplicant = (kind: string): boolean => !isToOthers(kind)
