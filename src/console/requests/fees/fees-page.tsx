import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { businessRoles } from '../../../organs/role.ts'
import type { FeeLine, FeeSums } from '../../../requests/fees/fee-register.ts'
import { feeStandings } from '../../../requests/fees/fee-standing.ts'
import { FilterBar } from '../../lists/filter-bar.tsx'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { ListSearch } from '../../lists/list-bar.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { FeeMark } from './fee-mark.tsx'
import { processingFees } from './fees-api.ts'

/** 信息处理费: every request that was charged, how it stands, and the sums of what is shown. */
export function FeesPage() {
  const { wanted, page, show } = useWanted()
  const { year, standing, q } = wanted
  const asked = { year, standing, q, page }
  const list = useQuery({
    queryKey: ['processing-fees', asked],
    queryFn: () => processingFees.list(asked),
    placeholderData: keepPreviousData,
  })
  const years = list.data?.years ?? []
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="信息处理费"
          lead="发出过收费通知书的申请。款项由代收单位收取、缴入国库，本平台不收款，只登记票据号码；收取情况写入年度报告第六部分。"
        />
        <section className="panel" aria-label="信息处理费登记簿">
          <div className="queue-bar">
            <ListSearch q={q} placeholder="申请编号" onSearch={(words) => show({ q: words })} />
            <FilterBar
              wanted={wanted}
              show={show}
              filters={[
                {
                  id: 'year',
                  label: '通知年度',
                  choices: years.map((each) => ({ id: String(each), label: `${each}年` })),
                },
                { id: 'standing', label: '状态', choices: feeStandings },
              ]}
              days={[]}
              exportAt="processing-fees/export"
              exportTitle="导出当前列表的全部页；申请人信息仍作遮盖，每次导出都记入审计日志"
            />
          </div>
          <Fetched query={list}>
            {({ items, total, pageSize, sums }) => (
              <>
                {total > 0 ? <Sums total={total} sums={sums} /> : null}
                <LedgerList
                  items={items}
                  columns={columns}
                  keyOf={({ id }) => id}
                  isLoading={list.isPlaceholderData}
                  empty="没有收取信息处理费的申请"
                  paging={{ page, total, pageSize, unit: '件', onPage: (next) => show({ page: next }) }}
                />
              </>
            )}
          </Fetched>
        </section>
      </div>
    </Guarded>
  )
}

/** Of everything that is wanted, whatever page is shown. */
function Sums({ total, sums: { amount, waived, paid, refunded } }: { total: number; sums: FeeSums }) {
  return (
    <p className="gap-below">
      合计<strong>{total}</strong>件：通知<strong>{amount}</strong>元，减免<strong>{waived}</strong>元，实收
      <strong>{paid}</strong>元，退还<strong>{refunded}</strong>元。
    </p>
  )
}

const isNought = (yuan: string): boolean => yuan === '0.00'

const columns: readonly ListColumn<FeeLine>[] = [
  {
    title: '申请',
    render: ({ id, number, summary }) => (
      <span className="queue-what">
        <Link to={`/requests/${id}`}>{number}</Link>
        <span className="two-lines">{summary}</span>
      </span>
    ),
  },
  { title: '申请人', width: 96, render: ({ applicant }) => applicant || <span className="quiet">台账导入</span> },
  { title: '状态', width: 150, render: ({ standing }) => <FeeMark standing={standing} /> },
  {
    title: '应缴（元）',
    width: 120,
    align: 'right',
    render: ({ amount, basis, waived }) => (
      <span className="stacked">
        {amount}
        <span className="quiet">{isNought(waived) ? basis : `减免${waived}`}</span>
      </span>
    ),
  },
  {
    title: '通知与期限',
    width: 160,
    render: ({ notifiedOn, deliveredOn, payBy }) => (
      <span className="stacked day-text">
        {notifiedOn}
        <span className="quiet">{payBy ? `${payBy}前缴纳` : deliveredOn === null ? '未登记送达' : ''}</span>
      </span>
    ),
  },
  {
    title: '缴费与票据',
    width: 160,
    render: ({ paidOn, receiptNumber }) =>
      paidOn ? (
        <span className="stacked day-text">
          {paidOn}
          <span className="quiet">{receiptNumber}</span>
        </span>
      ) : (
        <span className="quiet">—</span>
      ),
  },
  {
    title: '实收（元）',
    width: 120,
    align: 'right',
    render: ({ paid, refunded }) => (
      <span className="stacked">
        {isNought(paid) ? <span className="quiet">—</span> : paid}
        {isNought(refunded) ? null : <span className="quiet">退还{refunded}</span>}
      </span>
    ),
  },
]
