import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { Link } from 'react-router'
import { feedbackKinds, kindLabel, statusLabels } from '../../feedback/feedback.ts'
import type { ListedFeedback } from '../../feedback/feedback-view.ts'
import { businessRoles } from '../../organs/role.ts'
import { optionsOf } from '../fields/options.ts'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { ListSearch, ListViews, Narrowed } from '../lists/list-bar.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted, type Wanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { feedbackApi } from './feedback-api.ts'
import { Figures } from './feedback-figures.tsx'
import { FeedbackState } from './feedback-state.tsx'

const views = [
  { id: 'open', label: statusLabels.open },
  { id: 'answered', label: statusLabels.answered },
  { id: 'closed', label: statusLabels.closed },
  { id: 'all', label: '全部' },
] as const

/** 公众意见: what readers say of the organ's pages, and how much of it there was in a year. */
export function FeedbackPage() {
  const { wanted, page, show } = useWanted()
  const { status = 'open', kind, about, year, month, q } = wanted
  const asked = { status: status === 'all' ? undefined : status, kind, about, year, month, q, page }
  const list = useQuery({
    queryKey: ['feedback', 'list', asked],
    queryFn: () => feedbackApi.list(asked),
    placeholderData: keepPreviousData,
  })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="公众意见"
          lead="公众在公开的信息、栏目、年度报告页面上提出的疑问、纠错和意见。答复凭查询码可以看到，留了邮箱而平台发送邮件的，同时发到邮箱。"
        />
        <section className="panel gap-below" aria-label="公众意见清单">
          <div className="queue-bar">
            <ListViews name="status" views={views} wanted={wanted} first="open" />
            <Select
              aria-label="类别"
              allowClear
              placeholder="全部类别"
              value={kind ?? null}
              options={optionsOf(feedbackKinds)}
              onChange={(id: string | null) => show({ kind: id ?? undefined })}
            />
            <ListSearch q={q} placeholder="编号、页面标题" onSearch={(words) => show({ q: words })} />
          </div>
          <NarrowedTo wanted={wanted} onClear={() => show({ about: undefined, year: undefined, month: undefined })} />
          <Fetched query={list}>
            {({ items, total, pageSize }) => (
              <LedgerList
                items={items}
                columns={columns}
                keyOf={({ id }) => id}
                isLoading={list.isPlaceholderData}
                empty={status === 'open' ? '没有等待答复的意见' : '没有这样的意见'}
                paging={{ page, total, pageSize, unit: '条', onPage: (next) => show({ page: next }) }}
              />
            )}
          </Fetched>
        </section>
        <Figures year={year} />
      </div>
    </Guarded>
  )
}

function NarrowedTo({ wanted: { about, year, month }, onClear }: { wanted: Wanted; onClear: () => void }) {
  const said = [about && `对 ${about} 的意见`, year && `${year}年${month ? `${month}月` : ''}收到的`].filter(Boolean)
  return said.length === 0 ? null : <Narrowed onClear={onClear}>{said.join('，')}</Narrowed>
}

const columns: readonly ListColumn<ListedFeedback>[] = [
  {
    title: '意见',
    render: ({ id, number, kind, excerpt }) => (
      <span className="queue-what">
        <Link to={`/feedback/${id}`}>{excerpt}</Link>
        <span className="quiet">
          {number}　{kindLabel(kind)}
        </span>
      </span>
    ),
  },
  {
    title: '所说的页面',
    width: 260,
    render: ({ pagePath, pageTitle }) => (
      <a href={pagePath} target="_blank" rel="noopener">
        {pageTitle}
      </a>
    ),
  },
  { title: '收到', width: 110, render: ({ arrivedOn }) => <span className="day-text">{arrivedOn}</span> },
  {
    title: '承办',
    width: 130,
    render: ({ unitName, handlerName }) =>
      unitName ? (
        <span className="stacked">
          {unitName}
          {handlerName ? <span className="quiet">{handlerName}</span> : null}
        </span>
      ) : (
        <span className="quiet">尚未交办</span>
      ),
  },
  { title: '办理', width: 180, render: FeedbackState },
]
