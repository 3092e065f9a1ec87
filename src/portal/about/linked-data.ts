import type { PlainDate } from '../../days/plain-date.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import { validityOn } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { addresses, type Site } from '../site.ts'
import { aboutAddresses } from './addresses.ts'
import { openDatasets } from './open-data.ts'

type Json = Readonly<Record<string, unknown>>

/** An organ under the address that names it in all data. */
const named = ({ origin }: Pick<Site, 'origin'>, organ: Organ): Json => ({
  '@type': 'GovernmentOrganization',
  '@id': origin + addresses.organ(organ),
  name: organ.name,
})

/** schema.org: the organ, as search engines and catalogues read it. What is not filed is left out. */
export function organData(site: Site, organ: Organ): Json {
  const { englishName, phone, email, address, postcode } = organ
  return {
    '@context': 'https://schema.org',
    ...named(site, organ),
    url: site.origin + addresses.organ(organ),
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
  site: Site,
  { organ, record, today }: { readonly organ: Organ; readonly record: PublicRecord; readonly today: PlainDate },
): Json {
  const { title, documentNumber, madeOn, effectiveFrom, validUntil, repealedOn, number } = record
  const isInForce = validityOn({ effectiveFrom, validUntil, repealedOn }, today) === 'inForce'
  const address = site.origin + addresses.record(organ, number)
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
    publisher: named(site, organ),
    inLanguage: 'zh-CN',
  }
}

interface File {
  readonly path: string
  readonly encodingFormat: string
}

const distributions = (origin: string, files: readonly File[]): Json[] =>
  files.map(({ path, encodingFormat }) => ({
    '@type': 'DataDownload',
    contentUrl: origin + path,
    encodingFormat,
  }))

/** schema.org: the sets of open data, for search engines of data sets; each holds rows of every organ. */
export function openDataCatalog({ origin, name }: Site): Json {
  const page = origin + aboutAddresses.data
  const shared = {
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    license: `${page}#licence`,
  }
  const dataset = openDatasets.map((each) => {
    const path = aboutAddresses.dataset(each)
    return {
      '@type': 'Dataset',
      '@id': origin + path,
      name: `${each.title}（${name}）`,
      description: each.about,
      url: page,
      ...shared,
      distribution: distributions(origin, [{ path, encodingFormat: 'text/csv' }]),
    }
  })
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': page,
    url: page,
    name: `${name}开放数据`,
    dataset,
  }
}

/** schema.org: the figures of an organ's annual reports, one file of data for each year. */
export function reportsData(site: Site, organ: Organ, years: readonly number[]): Json {
  const { origin } = site
  const address = origin + addresses.reports(organ)
  const [newest = 0, oldest = newest] = [Math.max(...years), Math.min(...years)]
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': address,
    url: address,
    name: `${organ.name}政府信息公开工作年度报告的数据`,
    description: `${organ.name}已公布的政府信息公开工作年度报告中的全部数据：主动公开、申请的收到和办理、行政复议和诉讼。每年一个文件，数据的格式见“conformsTo”。`,
    temporalCoverage: `${oldest}/${newest}`,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    license: `${origin}${aboutAddresses.data}#licence`,
    creator: named(site, organ),
    conformsTo: origin + aboutAddresses.reportSchema,
    distribution: distributions(
      origin,
      years.map((year) => ({ path: addresses.file(organ, year, 'json'), encodingFormat: 'application/json' })),
    ),
  }
}
