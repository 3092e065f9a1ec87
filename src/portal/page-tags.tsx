import { officeDay, type PlainDate, timeOfDay } from '../days/plain-date.ts'
import type { Site } from './site.ts'

export interface ColumnTags {
  readonly name: string
  readonly description: string
  readonly keywords: string
  readonly type: string
}

export interface ArticleTags {
  readonly title: string
  /** yyyy-MM-dd HH:mm, the office's time. */
  readonly pubDate: string
  readonly source: string
  readonly keywords: string
  readonly description: string
  readonly url: string
}

/** 国办发〔2017〕47号: three tags on the home page, four more on columns, three more on articles. Unknown ones are left out. */
export function PageTags({ site, column, article }: { site: Site; column?: ColumnTags; article?: ArticleTags }) {
  const tags = {
    SiteName: site.name,
    SiteDomain: new URL(site.origin).host,
    SiteIDCode: site.organiser?.siteCode,
    ColumnName: column?.name,
    ColumnDescription: column?.description,
    ColumnKeywords: column?.keywords,
    ColumnType: column?.type,
    ArticleTitle: article?.title,
    PubDate: article?.pubDate,
    ContentSource: article?.source,
    Keywords: article?.keywords,
    Description: article?.description,
    Url: article?.url,
  }
  return Object.entries(tags).map(([name, content]) => content && <meta key={name} name={name} content={content} />)
}

/** When something was published. A report entered after its day was public at a time that nobody noted: 00:00. */
export const pubDate = (publishedOn: PlainDate, recordedAt: Date): string =>
  `${publishedOn} ${officeDay(recordedAt) === publishedOn ? timeOfDay(recordedAt) : '00:00'}`
