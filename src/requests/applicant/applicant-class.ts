import type { ApplicantKind } from '../../law/report-format-2021.ts'

/** The columns of the annual report for organisations, as an applicant reads them. */
export const organisationKinds = [
  { id: 'enterprise', label: '商业企业', hint: '公司、个体工商户、农民专业合作社等' },
  { id: 'researchInstitution', label: '科研机构', hint: '' },
  { id: 'publicInterestOrg', label: '社会公益组织', hint: '社会团体、民办非企业单位、基金会等' },
  { id: 'legalServiceOrg', label: '法律服务机构', hint: '律师事务所、公证机构、司法鉴定机构等' },
  { id: 'otherOrg', label: '其他', hint: '' },
] as const satisfies readonly { id: ApplicantKind; label: string; hint: string }[]
