import { useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { recordTypes } from '../../disclosure/record-type.ts'
import { LateReason, type LateRecord, type TimelinessLine } from '../../supervision/timeliness/timeliness.ts'
import { lateSorts, type Span } from '../../supervision/timeliness/wanted.ts'
import { FormDialog } from '../fields/form-dialog.tsx'
import { TextField } from '../fields/text-field.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { ListPanel } from '../lists/list-panel.tsx'
import type { ListProps } from '../lists/paging.ts'
import { holds, useMe } from '../session/me.ts'
import { timeliness } from './timeliness-api.ts'

const views = [
  { id: 'all', label: '全部', empty: '这段时间没有逾期公开的信息', hint: '' },
  {
    id: 'unexplained',
    label: '尚未说明',
    empty: '没有尚未说明理由的信息',
    hint: '逾期公开而没有说明理由的，会列在这里。',
  },
  { id: 'explained', label: '已说明', empty: '没有已说明理由的信息', hint: '' },
] as const

/** What came out late in the span, without a reason first; its own unit says why. */
export function LateList({ span, byColumn, byUnit }: LateListProps) {
  const choicesOf = (lines: readonly TimelinessLine[], none: string) =>
    lines.map(({ id, name }) => ({ id: id ?? 'none', label: name ?? none }))
  return (
    <>
      <h2 className="gap-below">逾期公开的信息</h2>
      <ListPanel
        name="late"
        label="逾期清单"
        views={views}
        first="all"
        read={(wanted) => timeliness.late({ ...wanted, ...span })}
        search="标题中的字词"
        wide={LateRows}
        choices={{
          exportAt: 'timeliness/late/export',
          exportTitle: '导出当前列表的全部页；每次导出都记入审计日志',
          days: [],
          sorts: lateSorts,
          filters: [
            { id: 'columnId', label: '栏目', choices: choicesOf(byColumn, '未分栏目') },
            { id: 'unitId', label: '科室', choices: choicesOf(byUnit, '未编入科室') },
            { id: 'type', label: '信息类型', choices: recordTypes },
          ],
        }}
        savedAs="late"
      />
    </>
  )
}

interface LateListProps {
  readonly span: Span
  readonly byColumn: readonly TimelinessLine[]
  readonly byUnit: readonly TimelinessLine[]
}

function LateRows({ paging, ...props }: ListProps<LateRecord>) {
  const me = useMe()
  const [asked, setAsked] = useState<LateRecord | null>(null)
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
    <>
      <LedgerList
        {...props}
        columns={[...columns, acts]}
        keyOf={({ recordId, edition }) => `${recordId} ${edition}`}
        paging={{ ...paging, unit: '条' }}
      />
      {asked ? <ReasonDialog record={asked} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

const columns: readonly ListColumn<LateRecord>[] = [
  {
    title: '信息',
    sort: 'title',
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
    sort: 'publishedOn',
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
    await client.invalidateQueries({ queryKey: ['late'] })
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
