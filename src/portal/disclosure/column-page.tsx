import { chineseDate, officeDay, type PlainDate } from '../../days/plain-date.ts'
import type { ListedRecord, PublicColumn } from '../../disclosure/store/public.ts'
import type { Organ } from '../../organs/organ.ts'
import type { DeclaredAbsence } from '../../supervision/coverage/declaration.ts'
import { SpeakLine } from '../feedback/speak-line.tsx'
import { crumbsTo, renderPage, type View } from '../page.tsx'
import { DeclaredAbsences } from '../platform/declared-absences.tsx'
import { addresses } from '../site.ts'
import { FollowLinks } from '../subscriptions/follow-links.tsx'
import { withQuery } from './address.ts'
import { HeadTable } from './head-table.tsx'
import { addressOf, ancestorsOf, childrenOf, countIn, type Platform, tagsOf, withDescendants } from './platform.ts'
import { noSuchPage, Pager, RecordRows } from './record-list.tsx'

export interface ColumnPageProps {
  readonly view: View
  readonly organ: Organ
  readonly platform: Platform
  readonly column: PublicColumn
  readonly records: readonly ListedRecord[]
  readonly year: number | undefined
  readonly page: number
  readonly today: PlainDate
  /** What the organ does not have of all that the column is for. */
  readonly declared: readonly DeclaredAbsence[]
}

/** A column: what belongs in it, what stands in it, the newest first. */
export function columnPage(props: ColumnPageProps): string {
  const { view, organ, platform, column, records, year, page, today, declared } = props
  const years = platform.counts.filter(({ columnId }) => columnId === column.id)
  const total = years.reduce((sum, each) => (year === undefined || each.year === year ? sum + each.count : sum), 0)
  const path = addresses.column(organ, column.id)
  const children = childrenOf(platform, column.id)
  return renderPage({
    view,
    title: year === undefined ? column.name : `${column.name}（${year}年）`,
    shortTitle: column.name,
    column: tagsOf(organ, column),
    feeds: [{ title: `${organ.name}：${column.name}`, path }],
    crumbs: [
      ...crumbsTo(view),
      ...ancestorsOf(platform, column).map((each) => ({ name: each.name, path: addressOf(organ, each) })),
    ],
    children: (
      <>
        <h1>{column.name}</h1>
        <Closed organ={organ} platform={platform} column={column} />
        <About column={column} />
        <DeclaredAbsences declared={declared} />
        {column.kind === 'library' && (
          <p className="actions">
            <a className="button" href={addresses.library(organ)}>
              按有效性查阅规范性文件库
            </a>
          </p>
        )}
        {children.length > 0 && (
          <section aria-labelledby="below">
            <h2 id="below">下设栏目</h2>
            <ColumnIndex organ={organ} platform={platform} columns={children} />
          </section>
        )}
        {years.length > 1 && <Years path={path} years={years} year={year} />}
        {records.length > 0 ? (
          <section aria-labelledby="list">
            <h2 id="list">{year === undefined ? '公开的信息' : `${year}年公开的信息`}</h2>
            <p className="soft line-of apart list-count">
              共{total}条，{records.some(({ isOnTop }) => isOnTop) ? '置顶的在前，其余' : ''}最新的在前。
              <FollowLinks view={view} page={path} feed={`${path}/feed`} label="订阅本栏目" />
            </p>
            <RecordRows records={records} organOf={() => organ} today={today} />
            <Pager path={path} parameters={{ year }} page={page} total={total} />
          </section>
        ) : (
          children.length === 0 && (
            <Empty organ={organ} column={column} total={total} year={year} page={page} path={path} />
          )
        )}
        <SpeakLine organ={organ} path={path} />
      </>
    ),
  })
}

/** A closed column says so, and where what stood in it went. */
function Closed({ organ, platform, column }: Pick<ColumnPageProps, 'organ' | 'platform' | 'column'>) {
  const { closedOn, successorId } = column
  if (!closedOn) return null
  const successor = platform.columns.find(({ id }) => id === successorId)
  return (
    <p className="note record-note" role="note">
      本栏目已于{chineseDate(closedOn)}撤销
      {successor ? (
        <>
          ，信息转到<a href={addressOf(organ, successor)}>{successor.name}</a>，网址不变。
        </>
      ) : (
        '。'
      )}
    </p>
  )
}

/** What the column says of itself: scope, content, form, update period, responsible unit, the items of arts. 20 and 21. */
function About({ column }: { column: PublicColumn }) {
  const { scope, content, form, updateDays, unitName, art20Items, art21Matters } = column
  const lines: [string, string][] = [
    ['公开范围', scope],
    ['公开内容', content],
    ['公开形式', form],
    ['更新期限', updateDays === null ? '' : `至少每${periodOf(updateDays)}更新一次`],
    ['责任单位', unitName ?? ''],
    [
      '公开依据',
      [
        ...(art20Items.length > 0 ? [`条例第二十条第${art20Items.map(chineseItem).join('、')}项`] : []),
        ...(art21Matters.length > 0 ? [`条例第二十一条（${art21Matters.join('、')}）`] : []),
      ].join('；'),
    ],
  ]
  const said = lines.filter(([, value]) => value).map(([name, value]) => ({ name, value }))
  return <HeadTable label="栏目说明" lines={said} />
}

const periodOf = (days: number): string => (days >= 365 ? '年' : `${days}天`)
const numerals = [
  '',
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
]
const chineseItem = (item: number): string => `（${numerals[item] ?? item}）`

/** Columns with how much stands in each, and since when the newest; those in which nothing stands are folded. */
export function ColumnIndex({
  organ,
  platform,
  columns,
}: {
  organ: Organ
  platform: Platform
  columns: readonly PublicColumn[]
}) {
  const [filled = [], empty = []] = [true, false].map((isFilled) =>
    columns.filter(({ id }) => countIn(platform, withDescendants(platform, id)) > 0 === isFilled),
  )
  return (
    <>
      {filled.length > 0 && <IndexRows organ={organ} platform={platform} columns={filled} />}
      {empty.length > 0 && (
        <details className="folded">
          <summary>
            {filled.length > 0 && '另有'}
            {empty.length}个栏目暂无信息
          </summary>
          <IndexRows organ={organ} platform={platform} columns={empty} />
        </details>
      )}
    </>
  )
}

function IndexRows({ organ, platform, columns }: Parameters<typeof ColumnIndex>[0]) {
  return (
    <ul className="column-index">
      {columns.map((column) => {
        const ids = withDescendants(platform, column.id)
        const newest = platform.counts
          .flatMap((each) => (ids.includes(each.columnId) ? [officeDay(each.newest)] : []))
          .sort()
          .at(-1)
        return (
          <li key={column.id} className="whole-row">
            <a href={addressOf(organ, column)}>{column.name}</a>
            {newest && (
              <span className="fine figures">
                {countIn(platform, ids)}条，{chineseDate(newest)}更新
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Years({ path, years, year }: { path: string; years: Platform['counts']; year: number | undefined }) {
  const all = [
    { year: undefined, label: '全部' },
    ...years.map((each) => ({ year: each.year, label: `${each.year}年` })),
  ]
  return (
    <nav className="filter" aria-label="按发布年份筛选">
      <ul>
        {all.map((each) => (
          <li key={each.label}>
            <a href={withQuery(path, { year: each.year })} aria-current={each.year === year ? 'true' : undefined}>
              {each.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** An empty column says so, and since when. */
function Empty({
  organ,
  column,
  total,
  year,
  page,
  path,
}: {
  organ: Organ
  page: number
  column: PublicColumn
  total: number
  year: number | undefined
  path: string
}) {
  if (total > 0 || year !== undefined)
    return (
      <p className="empty">
        {noSuchPage(page, total) ?? `本栏目在${year}年没有公开过信息`}。<a href={path}>查看本栏目全部信息</a>
      </p>
    )
  return (
    <p className="empty">
      本栏目自{chineseDate(column.openedOn)}
      设立以来，尚未公开信息。需要相关信息的，可以<a href={addresses.ask(organ)}>申请公开</a>
      ，或者与本机关政府信息公开工作机构联系，联系方式见页面下方。
    </p>
  )
}
