import { phonesIn } from '../../people/contact.ts'
import type { Applicant } from '../applicant.ts'
import type { Known } from './identity-in-text.ts'

/** Everybody on the applicant's side: who asks, who speaks for it, who acts for it. */
export function knownOfApplicant(applicant: Applicant): Known {
  const { agent, name, legalRepresentative, contactName, identityNumber, creditCode, phone, email, address } = applicant
  return {
    names: [name, legalRepresentative, contactName, agent?.name ?? ''],
    numbers: [
      ...phonesIn(phone).map((number) => ({ what: '电话', number })),
      { what: '证件号码', number: identityNumber },
      { what: '统一社会信用代码', number: creditCode },
      ...phonesIn(agent?.phone ?? '').map((number) => ({ what: '代理人电话', number })),
      { what: '代理人证件号码', number: agent?.identityNumber ?? '' },
    ],
    emails: [email],
    addresses: [address],
  }
}

/** A third party: its contact is one line, in which telephone, mail and address stand as they were typed. */
export function knownOfThirdParty({ name, contact }: { readonly name: string; readonly contact: string }): Known {
  const plain = contact.normalize('NFKC')
  const numbers = plain.match(/\+?\d[\d\s()-]{5,}\d/g) ?? []
  const emails = plain.match(/[^\s,，;；、:：]+@[^\s,，;；、]+/g) ?? []
  const places = plain
    .split(/[,，;；、。\n]|电话|手机|邮箱|地址|联系人|[:：]/u)
    .map((part) => part.trim())
    .filter((part) => part.length >= 5 && !/^[\d\s()+-]+$/.test(part) && !part.includes('@'))
  return { names: [name], numbers: numbers.map((number) => ({ what: '电话', number })), emails, addresses: places }
}
