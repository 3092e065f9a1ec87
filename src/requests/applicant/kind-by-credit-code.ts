import type { ApplicantKind } from '../../law/report-format-2021.ts'

/** The first two characters of a credit code (GB 32100: 登记管理部门代码, 机构类别代码) and what they mostly mean. */
const kinds: Readonly<Record<string, ApplicantKind>> = {
  '11': 'otherOrg',
  '12': 'otherOrg',
  '13': 'otherOrg',
  '19': 'otherOrg',
  '31': 'legalServiceOrg',
  '32': 'legalServiceOrg',
  '33': 'legalServiceOrg',
  '34': 'legalServiceOrg',
  '35': 'legalServiceOrg',
  '51': 'publicInterestOrg',
  '52': 'publicInterestOrg',
  '53': 'publicInterestOrg',
  '91': 'enterprise',
  '92': 'enterprise',
  '93': 'enterprise',
}

/** The column of the report that a credit code points to: a first guess that the clerk confirms. Undefined where it tells nothing. */
export const applicantKindByCreditCode = (code: string): ApplicantKind | undefined => kinds[code.slice(0, 2)]
