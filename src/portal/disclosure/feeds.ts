import { chineseDate, officeTime } from '../../days/plain-date.ts'
import { recordTypeOf } from '../../disclosure/record-type.ts'
import type { ListedRecord } from '../../disclosure/store/public.ts'
import type { Organ } from '../../organs/organ.ts'
import type { PublishedYear } from '../../report/store/published.ts'
import { titleOf } from '../../report/write/printed.ts'
import { annualReports } from '../columns.ts'
import type { Answer } from '../pages.ts'
import { lastModified } from '../serving.ts'
import { addresses } from '../site.ts'

export const feedForms = ['atom', 'rss'] as const
export type FeedForm = (typeof feedForms)[number]

/** So many entries, the newest first. */
export const feedLength = 30

export interface FeedEntry {
  readonly title: string
  /** Of its page, absolute; it names the entry for ever. */
  readonly url: string
  readonly author: string
  readonly summary: string
  /** What kind of information it is. */
  readonly category: string
  readonly publishedAt: Date
  readonly changedAt: Date
}

interface Feed {
  readonly title: string
  /** Of the page that it follows, absolute. */
  readonly page: string
  /** Its own, absolute. */
  readonly self: string
  readonly entries: readonly FeedEntry[]
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these must not stand in XML
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Records as entries, each with its organ as author. */
export const entriesOf = (
  origin: string,
  records: readonly ListedRecord[],
  organOf: (id: number) => Organ | undefined,
  summaryOf: (record: ListedRecord) => string,
): FeedEntry[] =>
  records.flatMap((record) => {
    const { organId, number, title, type, documentNumber, firstPublishedAt, changedAt } = record
    const category = recordTypeOf(type).label
    const organ = organOf(organId)
    const url = organ && origin + addresses.record(organ, number)
    return url
      ? [
          {
            title,
            url,
            author: organ.name,
            summary: [documentNumber, summaryOf(record)].filter(Boolean).join('。'),
            category,
            publishedAt: firstPublishedAt,
            changedAt,
          },
        ]
      : []
  })

/** A published annual report as an entry, of its day. */
export function reportEntry(origin: string, organ: Organ, { year, publishedOn }: PublishedYear): FeedEntry {
  const publishedAt = officeTime(publishedOn, '00:00')
  const title = titleOf({ title: null, organ: organ.name, year })
  const url = origin + addresses.report(organ, year)
  const category = annualReports(organ.name).name
  const summary = `${organ.name}于${chineseDate(publishedOn)}公布。`
  return { title, url, author: organ.name, summary, category, publishedAt, changedAt: publishedAt }
}

/** RFC 4287. An entry that has changed comes up again. */
function atom(feed: Feed): string {
  const { entries } = feed
  const newest = lastChange(entries)?.toISOString() ?? '1970-01-01T00:00:00Z'
  const lines = entries.map(
    ({ title, url, author, summary, category, publishedAt, changedAt }) => `<entry>
<title>${xml(title)}</title><id>${xml(url)}</id><link href="${xml(url)}"/>
<published>${publishedAt.toISOString()}</published><updated>${changedAt.toISOString()}</updated>
<author><name>${xml(author)}</name></author><category term="${xml(category)}"/>${summary ? `<summary>${xml(summary)}</summary>` : ''}
</entry>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${xml(feed.title)}</title><id>${xml(feed.self)}</id><updated>${newest}</updated>
<link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/><link rel="alternate" type="text/html" href="${xml(feed.page)}"/>
${lines.join('\n')}
</feed>
`
}

const lastChange = (entries: readonly FeedEntry[]): Date | undefined =>
  entries
    .map(({ changedAt }) => changedAt)
    .toSorted((a, b) => a.getTime() - b.getTime())
    .at(-1)

/** RSS 2.0 */
function rss(feed: Feed): string {
  const lines = feed.entries.map(
    ({ title, url, summary, category, publishedAt }) => `<item>
<title>${xml(title)}</title><link>${xml(url)}</link><guid isPermaLink="true">${xml(url)}</guid>
<pubDate>${publishedAt.toUTCString()}</pubDate><category>${xml(category)}</category>${summary ? `<description>${xml(summary)}</description>` : ''}
</item>`,
  )
  const built = lastChange(feed.entries)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${xml(feed.title)}</title><link>${xml(feed.page)}</link><description>${xml(feed.title)}</description><language>zh-cn</language>${built ? `<lastBuildDate>${built.toUTCString()}</lastBuildDate>` : ''}
<atom:link rel="self" type="application/rss+xml" href="${xml(feed.self)}"/>
${lines.join('\n')}
</channel></rss>
`
}

/** A feed in one of its forms. */
export function feedAnswer(form: FeedForm, feed: Feed): Answer {
  const changed = lastChange(feed.entries)
  return {
    headers: { 'content-type': `application/${form}+xml; charset=utf-8`, ...(changed && lastModified(changed)) },
    body: form === 'atom' ? atom(feed) : rss(feed),
  }
}
