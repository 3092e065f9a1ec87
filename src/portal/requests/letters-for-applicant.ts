import type { LetterKind } from '../../requests/letters/letter.ts'

const toOthers: readonly string[] = [
  'thirdPartyConsultation',
  'coOrganConsultation',
  'thirdPartyDecision',
] satisfies LetterKind[]

/** Letters to third parties and other organs are not the applicant's. */
export const isForApplicant = (kind: string): boolean => !toOthers.includes(kind)
