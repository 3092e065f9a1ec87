import { z } from 'zod'
import { applicantKinds } from '../law/report-format-2021.ts'

/** What a natural person may prove their identity with. */
export const identityKinds = [
  { id: 'residentId', label: '居民身份证（含港澳台居民居住证、外国人永久居留身份证）' },
  { id: 'mainlandTravelPermit', label: '港澳居民来往内地通行证、台湾居民来往大陆通行证' },
  { id: 'passport', label: '护照' },
  { id: 'other', label: '其他有效身份证件' },
] as const
export const identityKindIds = identityKinds.map(({ id }) => id)

/** Somebody who applies for another, with a power of attorney. */
export const Agent = z.strictObject({
  name: z.string(),
  identityKind: z.enum(identityKindIds),
  identityNumber: z.string(),
  phone: z.string(),
})
export type Agent = z.infer<typeof Agent>

/** Who asks (art. 29): kept encrypted, shown masked, opened only with a reason. */
export const Applicant = z.strictObject({
  kind: z.enum(applicantKinds),
  /** A person's or an organisation's name. */
  name: z.string(),
  /** Of a natural person; empty for organisations. */
  identityKind: z.enum(identityKindIds).nullable(),
  identityNumber: z.string(),
  /** Of an organisation; empty for persons. */
  creditCode: z.string(),
  legalRepresentative: z.string(),
  /** The person to reach in an organisation. */
  contactName: z.string(),
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  postcode: z.string(),
  agent: Agent.nullable(),
})
export type Applicant = z.infer<typeof Applicant>
