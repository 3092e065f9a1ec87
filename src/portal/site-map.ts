import type { PlainDate } from '../calendar/plain-date.ts'
import type { Organ } from '../organs/organ.ts'
import type { PublishedYear } from '../report/store/published.ts'
import { places } from './platform/places.ts'
import { addresses } from './site.ts'

/** The protocol allows no more addresses in one file. */
const mostAddresses = 50_000

/** sitemaps.org: every page that the public may find. */
export function siteMap(origin: string, organs: readonly Organ[], published: readonly PublishedYear[]): string {
  const reports = Map.groupBy(published, ({ organId }) => organId)
  const pages: { path: string; changed?: PlainDate }[] = organs.flatMap((organ) => {
    const years = reports.get(organ.id) ?? []
    return [
      { path: addresses.organ(organ) },
      { path: addresses.reports(organ) },
      { path: addresses.requests(organ) },
      { path: places.guide(organ) },
      { path: places.catalogue(organ) },
      { path: places.records(organ) },
      ...years.map(({ year, publishedOn }) => ({ path: addresses.report(organ, year), changed: publishedOn })),
    ]
  })
  const lines = [{ path: addresses.home }, ...pages]
    .slice(0, mostAddresses)
    .map(
      ({ path, changed }: { path: string; changed?: PlainDate }) =>
        `<url><loc>${xmlText(origin + path)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
    )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`
}

const xmlText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Search engines may read everything but the forms that only set a cookie. */
export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /display\nDisallow: /api/\nDisallow: /console/\nSitemap: ${origin}/sitemap.xml\n`
