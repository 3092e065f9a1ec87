import { phonesIn } from './applicant/contact.ts'
import type { Applicant } from './applicant.ts'
import { identityKinds } from './applicant.ts'

const points = (text: string): string[] => [...text]
const keep = (text: string, head: number, tail: number): string => {
  const all = points(text)
  if (all.length <= head + tail) return '*'.repeat(all.length)
  return `${all.slice(0, head).join('')}${'*'.repeat(all.length - head - tail)}${tail > 0 ? all.slice(-tail).join('') : ''}`
}

/** 张*, 阿***: the first character of a person's name. */
export const maskName = (name: string): string => keep(name, 1, 0)
/** 110***********002X: the region's first three and the last four. */
export const maskIdentity = (number: string): string => keep(number, 3, 4)
/** 138****1234 */
export const maskPhone = (line: string): string =>
  phonesIn(line)
    .map((phone) => keep(phone, 3, 4))
    .join('/')

const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return at < 1 ? '' : `${keep(email.slice(0, at), 1, 0)}${email.slice(at)}`
}

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
