import type { PlainDate } from '../../days/plain-date.ts'
import type { ListedRecord } from '../../disclosure/store/public.ts'
import type { Organ } from '../../organs/organ.ts'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'
import { FollowLinks } from '../subscriptions/follow-links.tsx'
import { type Platform, tagsOf } from './platform.ts'
import { noSuchPage, Pager, RecordRows } from './record-list.tsx'

interface Props {
  readonly view: View
  readonly organ: Organ
  readonly platform: Platform
  readonly records: readonly ListedRecord[]
  readonly year: number | undefined
  readonly page: number
  readonly today: PlainDate
}

/** Everything that an organ has published, whatever the column, the newest first. */
export function newestPage({ view, organ, platform, records, year, page, today }: Props): string {
  const total = platform.counts.reduce(
    (sum, each) => (year === undefined || each.year === year ? sum + each.count : sum),
    0,
  )
  const path = addresses.records(organ)
  return renderPage({
    view,
    title: year === undefined ? '最近公开的信息' : `${year}年公开的信息`,
    column: tagsOf(organ, undefined),
    feeds: [{ title: `${organ.name}公开的信息`, path: addresses.feeds(organ) }],
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{year === undefined ? '最近公开的信息' : `${year}年公开的信息`}</h1>
        <p className="soft line-of apart list-count">
          共{total}条，最新的在前。
          <FollowLinks view={view} page={addresses.organ(organ)} feed={`${addresses.feeds(organ)}/feed`} />
        </p>
        {records.length === 0 ? (
          <p className="empty">
            {noSuchPage(page, total) ?? '这里没有信息'}。<a href={addresses.organ(organ)}>查看{organ.name}的公开栏目</a>
          </p>
        ) : (
          <RecordRows records={records} organOf={() => organ} today={today} />
        )}
        <Pager path={path} parameters={{ year }} page={page} total={total} />
      </>
    ),
  })
}
