import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select, Table } from 'antd'
import { useId, useState } from 'react'
import { isPlainDate, type PlainDate } from '../../days/plain-date.ts'
import { DayField } from '../fields/day-field.tsx'
import { optionsOf } from '../fields/options.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { WholeDays } from '../whole-days.tsx'
import { officeTime } from '../words.ts'
import { AuditDetail } from './audit-detail.tsx'
import { actionWords, actorWords, auditGroups } from './audit-words.ts'
import { type AuditEntry, administration } from './organs-api.ts'
import { VerifyAllButton, VerifyButton } from './verify-button.tsx'

interface Wanted {
  readonly from?: PlainDate | undefined
  readonly to?: PlainDate | undefined
  readonly action?: string
  readonly page: number
}

export function AuditPage() {
  const [wanted, setWanted] = useState<Wanted>({ page: 1 })
  const query = useQuery({
    queryKey: ['audit', wanted],
    queryFn: () => administration.audit({ ...wanted }),
    placeholderData: keepPreviousData,
  })
  return (
    <Guarded to={['auditAdmin']}>
      <div className="page">
        <PageHead title="审计日志" lead="谁在什么时候做了什么，只增不改，逐条以校验码相连。">
          <VerifyAllButton />
          <VerifyButton />
        </PageHead>
        <div className="panel">
          <AuditBar wanted={wanted} onNarrow={(by) => setWanted({ ...wanted, ...by, page: 1 })} />
          <Fetched query={query}>
            {({ items, total, pageSize }) => (
              <Table<AuditEntry>
                rowKey="seq"
                size="small"
                dataSource={[...items]}
                columns={columns}
                scroll={{ x: 'max-content' }}
                loading={query.isPlaceholderData}
                expandable={{
                  columnTitle: <span className="read-only-text">详情</span>,
                  expandedRowRender: ({ detail }) => <AuditDetail detail={detail} />,
                  rowExpandable: ({ detail }) => JSON.stringify(detail) !== '{}',
                }}
                pagination={{
                  current: wanted.page,
                  total,
                  pageSize,
                  showSizeChanger: false,
                  showTotal: (count) => `共 ${count} 条`,
                  onChange: (page) => setWanted({ ...wanted, page }),
                }}
              />
            )}
          </Fetched>
        </div>
      </div>
    </Guarded>
  )
}

const columns = [
  { title: '序号', dataIndex: 'seq' },
  { title: '时间', render: (_: unknown, { at }: AuditEntry) => <WholeDays>{officeTime(at)}</WholeDays> },
  {
    title: '何人',
    render: (_: unknown, entry: AuditEntry) => actorWords(entry),
  },
  { title: '来自', dataIndex: 'address' },
  {
    title: '操作',
    render: (_: unknown, { action, succeeded }: AuditEntry) => (
      <span className={succeeded ? '' : 'late'}>
        {succeeded ? '' : '× '}
        {actionWords(action)}
        <span className="quiet"> {action}</span>
      </span>
    ),
  },
  { title: '对象', dataIndex: 'subject' },
]

function AuditBar({ wanted: { from, to }, onNarrow }: AuditBarProps) {
  const [fromId, toId] = [useId(), useId()]
  const narrow = (bound: 'from' | 'to', day: string | null) => {
    if (day === null) onNarrow({ [bound]: undefined })
    else if (isPlainDate(day)) onNarrow({ [bound]: day })
  }
  return (
    <div className="row audit-bar">
      <label htmlFor={fromId}>从</label>
      <DayField id={fromId} value={from} onChange={(day) => narrow('from', day)} />
      <label htmlFor={toId}>到</label>
      <DayField id={toId} value={to} onChange={(day) => narrow('to', day)} />
      <Select<string>
        className="audit-group"
        allowClear
        placeholder="全部操作"
        aria-label="按操作查找"
        options={optionsOf(auditGroups)}
        onChange={(action?: string) => onNarrow({ action: action ?? '' })}
      />
    </div>
  )
}

interface AuditBarProps {
  readonly wanted: Wanted
  readonly onNarrow: (by: Partial<Omit<Wanted, 'page'>>) => void
}
