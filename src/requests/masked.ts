import { maskEmail, maskIdentity, maskName, maskPhone } from '../people/masked.ts'
import type { Applicant } from './applicant.ts'
import { identityKinds } from './applicant.ts'

const points = (text: string): string[] => [...text]

const organisation =
  /(?:公司|集团|厂|店|行|社|所|院|校|学|会|局|委|厅|办|部|队|处|中心|站|馆|园|场|户|政府|法院|检察院|银行|商行|经营部|工作室|基金|联盟|企业|合伙)(?:[(（].*[)）])?$/u

/** A third party as case pages show it: an organisation's name is public, a person's is not. */
export const maskConsulted = (name: string): string =>
  points(name).length > 4 && organisation.test(name) ? name : maskName(name)

/** Who asks, as lists, logs and exports may show it: an organisation's name is public, a person's is not. */
export function maskApplicant(applicant: Applicant) {
  const isPerson = applicant.kind === 'naturalPerson'
  const kind = identityKinds.find(({ id }) => id === applicant.identityKind)?.label.split('（')[0]
  return {
    kind: applicant.kind,
    name: isPerson ? maskName(applicant.name) : applicant.name,
    identity: isPerson
      ? `${kind ?? '证件'} ${maskIdentity(applicant.identityNumber)}`
      : `统一社会信用代码 ${applicant.creditCode}`,
    phone: maskPhone(applicant.phone),
    email: maskEmail(applicant.email),
    address: applicant.address ? `${points(applicant.address).slice(0, 6).join('')}……` : '',
    agent: applicant.agent ? maskName(applicant.agent.name) : null,
  }
}
