import { chineseDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import type { RecordEntry } from '../../platform/catalogue/records.ts'
import { catalogueOfRecords } from '../columns.ts'
import { Pager } from '../disclosure/record-list.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { addresses } from '../site.ts'

interface RecordsPageProps {
  readonly view: View
  readonly organ: Organ
  readonly items: readonly RecordEntry[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/** 政府信息公开目录 (art. 12): index number, name, summary and date of forming of everything published. */
export function recordsPage({ view, organ, items, total, page, pageSize }: RecordsPageProps): string {
  const column = catalogueOfRecords(organ.name)
  return renderPage({
    view,
    title: `${organ.name}${column.name}`,
    shortTitle: column.name,
    column,
    crumbs: crumbsTo(view),
    children: (
      <>
        <h1>{column.name}</h1>
        {total === 0 ? (
          <p>{organ.name}尚未在本网站公开政府信息。</p>
        ) : (
          <>
            <div className="line-of apart catalogue-bar">
              <p>已公开的政府信息共{total}条，新公开的在前。</p>
              <p>
                下载全部：<a href={addresses.recordCatalogueFile(organ, 'xlsx')}>Excel</a>{' '}
                <a href={addresses.recordCatalogueFile(organ, 'csv')}>CSV</a>
              </p>
            </div>
            <Entries organ={organ} items={items} />
            <Pager path={addresses.recordCatalogue(organ)} parameters={{}} page={page} total={total} size={pageSize} />
          </>
        )}
      </>
    ),
  })
}

function Entries({ organ, items }: Pick<RecordsPageProps, 'organ' | 'items'>) {
  return (
    <ul className="rows flush records-list">
      {items.map(({ recordId, number, indexNumber, title, abstract, madeOn, columnName }) => (
        <li key={recordId}>
          <a href={addresses.record(organ, number)}>{title}</a>
          {abstract === title ? null : <p>{abstract}</p>}
          <dl className="line-of">
            <Fact name="索引号" value={indexNumber} />
            <Fact name="生成日期" value={madeOn ? chineseDate(madeOn) : '—'} />
            <Fact name="栏目" value={columnName} />
          </dl>
        </li>
      ))}
    </ul>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div className="records-fact">
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)
