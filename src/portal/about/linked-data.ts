import type { PlainDate } from '../../days/plain-date.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import { validityOn } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { addresses, type Site } from '../site.ts'

type Json = Readonly<Record<string, unknown>>

/** schema.org: the organ, as search engines and catalogues read it. What is not filed is left out. */
export function organData({ origin }: Site, organ: Organ): Json {
  const { name, englishName, phone, email, address, postcode } = organ
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOrganization',
    '@id': origin + addresses.organ(organ),
    url: origin + addresses.organ(organ),
    name,
    alternateName: englishName || undefined,
    telephone: phone || undefined,
    email: email || undefined,
    address: address
      ? { '@type': 'PostalAddress', streetAddress: address, postalCode: postcode || undefined, addressCountry: 'CN' }
      : undefined,
  }
}

/** schema.org: a normative document with its term and whether it is in force on `today`. */
export function legislationData(
  { origin }: Site,
  { organ, record, today }: { readonly organ: Organ; readonly record: PublicRecord; readonly today: PlainDate },
): Json {
  const { title, documentNumber, madeOn, effectiveFrom, validUntil, repealedOn, number } = record
  const isInForce = validityOn({ effectiveFrom, validUntil, repealedOn }, today) === 'inForce'
  const address = origin + addresses.record(organ, number)
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': address,
    url: address,
    name: title,
    legislationIdentifier: documentNumber || undefined,
    legislationDate: madeOn ?? undefined,
    legislationDateOfApplicability: effectiveFrom ?? undefined,
    expires: repealedOn ?? validUntil ?? undefined,
    legislationLegalForce: `https://schema.org/${isInForce ? 'InForce' : 'NotInForce'}`,
    legislationPassedBy: { '@type': 'GovernmentOrganization', name: record.content.issuingOrgan || organ.name },
    publisher: { '@id': origin + addresses.organ(organ) },
    inLanguage: 'zh-CN',
  }
}
