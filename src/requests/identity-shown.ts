import { identityKinds } from './applicant.ts'

/** What somebody may show to prove that a request is theirs. */
export const identityShown = [
  ...identityKinds,
  { id: 'organisationLicence', label: '营业执照等登记证照和经办人的身份证件' },
  { id: 'agentOfApplicant', label: '授权委托书和代理人的身份证件' },
] as const
export const identityShownIds = identityShown.map(({ id }) => id)

export const identityShownLabel = (id: (typeof identityShownIds)[number]): string =>
  identityShown.find((each) => each.id === id)?.label ?? id
