import { officeDay, type PlainDate } from '../days/plain-date.ts'
import type { ListedRecord } from '../disclosure/store/public.ts'
import type { Organ } from '../organs/organ.ts'
import type { PublishedYear } from '../report/store/published.ts'
import { addresses } from './site.ts'

/** The protocol allows no more addresses in one file. */
const mostAddresses = 50_000
/** So many records stand in one file. */
export const recordsInMap = 20_000

type Address = Pick<ListedRecord, 'organId' | 'number' | 'changedAt'>

interface Place {
  readonly path: string
  readonly changed?: PlainDate
}

export interface SiteMapMatter {
  readonly organs: readonly Organ[]
  readonly published: readonly PublishedYear[]
  /** Those with a page of all organs' reports. */
  readonly years: readonly number[]
  readonly columns: readonly { readonly organId: number; readonly id: string; readonly kind: string }[]
}

/** sitemaps.org: every page that the public may find beside the records, which stand in maps of their own. */
export function siteMap(origin: string, { organs, published, years, columns }: SiteMapMatter): string {
  const reports = Map.groupBy(published, ({ organId }) => organId)
  const libraries = new Set(columns.flatMap(({ organId, kind }) => (kind === 'library' ? [organId] : [])))
  const columnsOf = Map.groupBy(columns, ({ organId }) => organId)
  const pages = organs.flatMap((organ): Place[] => {
    const years = reports.get(organ.id) ?? []
    return [
      { path: addresses.organ(organ) },
      { path: addresses.reports(organ) },
      { path: addresses.requests(organ) },
      { path: addresses.guide(organ) },
      { path: addresses.catalogue(organ) },
      { path: addresses.recordCatalogue(organ) },
      { path: addresses.records(organ) },
      ...(libraries.has(organ.id) ? [{ path: addresses.library(organ) }] : []),
      ...years.map(({ year, publishedOn }) => ({ path: addresses.report(organ, year), changed: publishedOn })),
      ...(columnsOf.get(organ.id) ?? []).map(({ id }) => ({ path: addresses.column(organ, id) })),
    ]
  })
  const yearPages = years.map((year) => ({ path: addresses.reportsOfYear(year) }))
  const ofAll = organs.length > 1 ? [{ path: addresses.chooseToAsk }, { path: addresses.allReports }, ...yearPages] : []
  return urlSet(origin, [{ path: addresses.home }, ...ofAll, ...pages])
}

/** One part of all records. */
export const recordMap = (origin: string, organs: readonly Organ[], records: readonly Address[]): string =>
  urlSet(origin, placesOf(organs, records))

/** Where the parts are. */
export function siteMapIndex(origin: string, parts: number): string {
  const lines = Array.from(
    { length: Math.max(1, parts) },
    (_, index) => `<sitemap><loc>${xmlText(`${origin}/sitemap-records/${index + 1}.xml`)}</loc></sitemap>`,
  )
  return `${declaration}<sitemapindex ${namespace}>\n${lines.join('\n')}\n</sitemapindex>\n`
}

function placesOf(organs: readonly Organ[], records: readonly Address[]): Place[] {
  const byId = new Map(organs.map((organ) => [organ.id, organ]))
  return records.flatMap(({ organId, number, changedAt }) => {
    const organ = byId.get(organId)
    return organ ? [{ path: addresses.record(organ, number), changed: officeDay(changedAt) }] : []
  })
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

function urlSet(origin: string, places: readonly Place[]): string {
  const lines = places
    .slice(0, mostAddresses)
    .map(
      ({ path, changed }) =>
        `<url><loc>${xmlText(origin + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
    )
  return `${declaration}<urlset ${namespace}>\n${lines.join('\n')}\n</urlset>\n`
}

const xmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Search engines may read everything but the forms that only set a cookie, and what is made anew for each reader. */
export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /display\nDisallow: /search\nDisallow: /*/search\nDisallow: /api/\nDisallow: /console/\nSitemap: ${origin}/sitemap.xml\nSitemap: ${origin}/sitemap-records.xml\n`
