import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { LateReason, type LateRecord, type TimelinessLine } from '../../supervision/timeliness/timeliness.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { TextField } from '../fields/text-field.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { Narrowed } from '../lists/list-bar.tsx'
import { holds, useMe } from '../session/me.ts'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { type Span, timeliness } from './timeliness-api.ts'

/** What came out late in the span, without a reason first; its own unit says why. */
export function LateList({ span, names }: { span: Span; names: readonly TimelinessLine[] }) {
  const me = useMe()
  const { wanted, page, show } = useWanted()
  const [asked, setAsked] = useState<LateRecord | null>(null)
  const { columnId, unitId } = wanted
  const list = useQuery({
    queryKey: ['timeliness', 'late', span, columnId, unitId, page],
    queryFn: () => timeliness.late({ ...span, columnId, unitId, page }),
    placeholderData: keepPreviousData,
  })
  const named = names.find(({ id }) => id === (columnId ?? unitId))?.name
  // Of a correction the reason was given on publication.
  const mayExplain = (record: LateRecord) =>
    record.edition === 1 &&
    (holds(me, ['ogiHead']) ||
      (holds(me, ['clerk', 'unitHead']) && (record.unitId === null || record.unitId === me.staff.unitId)))
  const acts: ListColumn<LateRecord> = {
    title: '办理',
    width: 110,
    render: (record) =>
      mayExplain(record) ? (
        <Button size="small" onClick={() => setAsked(record)} aria-label={`说明${record.title}逾期的理由`}>
          {record.reason ? '修改理由' : '说明理由'}
        </Button>
      ) : null,
  }
  return (
    <section className="panel" aria-label="逾期清单">
      <h2 className="gap-below">逾期公开的信息</h2>
      {columnId || unitId ? (
        <Narrowed onClear={() => show({ columnId: undefined, unitId: undefined })}>{named ?? '所选范围'}</Narrowed>
      ) : null}
      <Fetched query={list}>
        {({ items, total, pageSize }) => (
          <LedgerList
            items={items}
            columns={[...columns, acts]}
            keyOf={({ recordId, edition }) => `${recordId} ${edition}`}
            isLoading={list.isPlaceholderData}
            empty="这段时间没有逾期公开的信息"
            paging={{ page, total, pageSize, unit: '条', onPage: (next) => show({ page: next }) }}
          />
        )}
      </Fetched>
      {asked ? <ReasonDialog record={asked} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}

const columns: readonly ListColumn<LateRecord>[] = [
  {
    title: '信息',
    render: ({ title, address, columnName, unitName, isWithdrawn }) => (
      <span className="queue-what">
        <a href={address} target="_blank" rel="noreferrer">
          {title}
        </a>
        <span className="quiet">{[columnName, unitName, isWithdrawn ? '已撤回' : ''].filter(Boolean).join(' · ')}</span>
      </span>
    ),
  },
  {
    title: '形成、期限、公开',
    width: 170,
    render: ({ edition, madeOn, publishBy, publishedOn }) => (
      <span className="stacked day-text">
        <span className="quiet">
          {madeOn} {edition === 1 ? '形成' : '变更'}
        </span>
        <span className="quiet">{publishBy} 到期</span>
        <span className="late">■ {publishedOn} 公开</span>
      </span>
    ),
  },
  {
    title: '逾期的理由',
    width: 300,
    render: ({ reason, reasonBy }) =>
      reason ? (
        <span className="stacked">
          {reason}
          <span className="quiet">{reasonBy}</span>
        </span>
      ) : (
        <span className="late">尚未说明</span>
      ),
  },
]

function ReasonDialog({ record, onClose }: { record: LateRecord; onClose: () => void }) {
  const client = useQueryClient()
  const save = async (checked: unknown) => {
    await timeliness.giveReason(record.recordId, checked)
    await client.invalidateQueries({ queryKey: ['timeliness', 'late'] })
  }
  return (
    <FormDialog
      title="逾期公开的理由"
      about={record.recordId}
      action="保存"
      lead={`“${record.title}”应在${record.publishBy}前公开，${record.publishedOn}公开。理由记入审计日志。`}
      schema={LateReason}
      initial={{ reason: record.reason ?? '' }}
      save={save}
      onClose={onClose}
    >
      <Form.Item name="reason" label="理由" required>
        <TextField rows={3} max={300} />
      </Form.Item>
    </FormDialog>
  )
}
