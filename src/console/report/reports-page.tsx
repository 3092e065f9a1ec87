import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { businessRoles } from '../../organs/role.ts'
import type { ReportYear } from '../../report/draft/report-view.ts'
import { DriftNotice } from '../ledgers/years/drift-notice.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { reports } from './report-api.ts'

/** 年度报告: every year that the registers fill, how far its report is, and until when it is due. */
export function ReportsPage() {
  const years = useQuery({ queryKey: ['annual-reports'], queryFn: reports.list })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="年度报告"
          lead="数字由台账统计，文字由本机关编写；编好后送审，逐级审签，定稿后公布（条例第四十九条、第五十条）。"
        />
        <DriftNotice under="annual-reports" />
        <Fetched query={years}>
          {({ items }) => (
            <section className="panel" aria-label="各年度的报告">
              <LedgerList
                items={items}
                columns={columns}
                keyOf={({ year }) => String(year)}
                empty="还没有可以编制的年度"
              />
            </section>
          )}
        </Fetched>
      </div>
    </Guarded>
  )
}

const stateOf = ({ status, statusLabel, publishedOn, isOver }: ReportYear): string => {
  if (status && publishedOn) return `更正稿：${statusLabel}`
  if (status) return statusLabel ?? ''
  if (publishedOn) return '已公布'
  return isOver ? '还没有开始编制' : '年度未结束，可以先编'
}

const columns: readonly ListColumn<ReportYear>[] = [
  { title: '年度', width: 140, render: ({ year }) => <Link to={`/annual-reports/${year}`}>{year}年度</Link> },
  { title: '情况', render: (of) => <strong>{stateOf(of)}</strong> },
  { title: '应公布', width: 200, render: ({ dueOn }) => (dueOn ? `${chineseDate(dueOn)}前` : '') },
  { title: '公布', width: 200, render: ({ publishedOn }) => (publishedOn ? chineseDate(publishedOn) : '') },
]
