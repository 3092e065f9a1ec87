import { chineseDate, officeDay } from '../../days/plain-date.ts'
import { publicTitle } from '../../disclosure/record-type.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import type { NamedRecord } from '../../disclosure/store/replaced.ts'
import type { Organ } from '../../organs/organ.ts'
import { Contact } from '../contact.tsx'
import { renderPage, type View } from '../page.tsx'
import { SearchForm } from '../search/search-form.tsx'
import { addresses } from '../site.ts'
import { HeadTable } from './head-table.tsx'
import type { Platform } from './platform.ts'
import { crumbsToRecord } from './record-page.tsx'
import { WithLinks } from './with-links.tsx'

interface Props {
  readonly view: View
  readonly organ: Organ
  readonly platform: Platform
  readonly record: PublicRecord
  readonly withdrawnAt: Date
  readonly reason: string
  /** Those that the reason names. */
  readonly named: readonly NamedRecord[]
}

/** What stands in the place of a withdrawn record: that it was there, why and when it went, whom to ask. */
export function tombstonePage({ view, organ, platform, record, withdrawnAt, reason, named }: Props): string {
  const { indexNumber } = record
  const title = publicTitle(record)
  const day = officeDay(withdrawnAt)
  const lines = [
    { name: '标题', value: title, isWide: true },
    { name: '索引号', value: indexNumber, isWide: true },
    { name: '发布日期', value: chineseDate(officeDay(record.firstPublishedAt)) },
    { name: '撤回日期', value: chineseDate(day) },
    {
      name: '撤回理由',
      value: reason && <WithLinks words={reason} organ={organ} named={named} />,
      isWide: true,
    },
  ].filter(({ value }) => value)
  return renderPage({
    view,
    title: `已撤回：${title}`,
    shortTitle: '已撤回',
    crumbs: crumbsToRecord({ view, organ, platform, record }),
    children: (
      <div className="problem tombstone">
        <h1>这条信息已经撤回</h1>
        <p>
          {organ.name}于<time dateTime={day}>{chineseDate(day)}</time>撤回了这条信息，正文和附件不再公开。
        </p>
        <HeadTable label="撤回说明" lines={lines} />
        <h2>您可以</h2>
        <ul>
          <li>
            <a href={addresses.requests(organ)}>向{organ.name}申请公开</a>您需要的政府信息
          </li>
          <li>查找其他信息：</li>
        </ul>
        <SearchForm organ={organ} id="tombstone-search" />
        <h2>向谁询问</h2>
        <Contact organ={organ} />
      </div>
    ),
  })
}
