import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CorrectionView } from '../../../ledgers/rows/correction.ts'
import { reportsWords } from '../../../ledgers/rows/reports-words.ts'
import { businessRoles } from '../../../organs/role.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { ListViews } from '../../lists/list-bar.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { officeTime } from '../../words.ts'
import { ledgers, rowAddress } from '../ledgers-api.ts'
import { DriftNotice } from '../years/drift-notice.tsx'
import { ChangedLines } from './changed-lines.tsx'
import { CorrectionMark } from './correction-mark.tsx'

const views = [
  { id: 'waiting', label: '待复核' },
  { id: 'all', label: '全部' },
] as const

/** 台账更正: what waits for a second person, and everything that was ever put right or taken out of a register. */
export function CorrectionsPage() {
  const { wanted, page, show } = useWanted()
  const list = useQuery({
    queryKey: ['corrections', wanted],
    queryFn: () => ledgers.corrections({ ...wanted, page }),
    placeholderData: keepPreviousData,
  })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="台账更正"
          lead="登记有误的，在各台账的清单中打开这一行，更正登记或者撤销登记。年度报告统计的项目和撤销登记，由提出人以外的科室负责人、政府信息公开工作机构负责人复核后生效。"
        />
        <DriftNotice under="corrections" />
        <section className="panel" aria-label="台账更正清单">
          <div className="queue-bar">
            <ListViews name="view" views={views} wanted={wanted} first="waiting" />
          </div>
          <Fetched query={list}>
            {({ items, total, pageSize }) => (
              <LedgerList
                items={items}
                columns={columns}
                keyOf={({ id }) => id}
                isLoading={list.isPlaceholderData}
                empty={wanted.view === 'all' ? '还没有更正过台账' : '没有等待复核的台账更正'}
                paging={{ page, total, pageSize, unit: '项', onPage: (next) => show({ page: next }) }}
              />
            )}
          </Fetched>
        </section>
      </div>
    </Guarded>
  )
}

const columns: readonly ListColumn<CorrectionView<string>>[] = [
  {
    title: '登记',
    render: ({ ledger, rowId, name, ledgerLabel }) => (
      <span className="queue-what">
        <Link to={rowAddress(ledger, rowId)}>{name}</Link>
        <span className="quiet">{ledgerLabel}</span>
      </span>
    ),
  },
  {
    title: '更正内容',
    render: (correction) => (
      <>
        <ChangedLines correction={correction} />
        {correction.state === 'waiting' || correction.state === 'done' ? (
          <span className="quiet">{reportsWords(correction.reports)}</span>
        ) : null}
      </>
    ),
  },
  { title: '理由', width: 200, render: ({ reason }) => reason },
  {
    title: '提出',
    width: 150,
    render: ({ proposedName, proposedAt }) => (
      <span className="stacked">
        {proposedName}
        <span className="quiet">{officeTime(proposedAt)}</span>
      </span>
    ),
  },
  { title: '状态', width: 170, render: (correction) => <CorrectionMark correction={correction} /> },
]
