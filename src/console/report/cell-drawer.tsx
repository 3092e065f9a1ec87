import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import type { ReportView } from '../../report/draft/report-view.ts'
import { isTotal, type StatedFigure } from '../../report/draft/stated.ts'
import { type CellRef, cellId, type Figure, figure } from '../../report/report.ts'
import type { CellRecord } from '../../report/store/cell-records.ts'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { Facts } from '../requests/case/facts.tsx'
import { Fetched } from '../states/fetched.tsx'
import { findingsAt } from './places.ts'
import { cellExport, reports } from './report-api.ts'
import { StatedDialog } from './stated-dialog.tsx'

/** A figure opened: every record that it counts, last year's, what is found in it, and what is stated in its place. */
export function CellDrawer({ view, cell, onState, onClose }: CellDrawerProps) {
  const id = cellId(cell)
  const behind = useQuery({
    queryKey: ['annual-reports', view.year, 'cell', id],
    queryFn: () => reports.cell(view.year, id),
  })
  const [isStating, setStating] = useState(false)
  useGiveFocusBack()
  const stated = view.draft?.content.stated.find((each) => each.cell === id)
  const isSum = isTotal(cell)
  return (
    <Drawer open size={720} title={cellName(reportFormat2021, cell)} onClose={onClose}>
      <Facts
        items={[
          ['报告中的数', <strong key="now">{figure(view.figures, cell) ?? '没有填写'}</strong>],
          ['台账统计', stated ? String(figure(view.counted, cell)) : ''],
          ['上年报告', view.previous ? String(figure(view.previous, cell) ?? '没有载明') : '没有上年的报告可比'],
          ['统计到', chineseDate(view.countedTo)],
          ['计入', isSum ? '由各格相加得出' : ''],
          ['填报的理由', stated?.reason ?? ''],
          ['填报的来源', stated?.source ?? ''],
        ]}
      />
      <ul className="plain-list gap-below">
        {findingsAt(view.findings, cell).map(({ code, message, severity }) => (
          <li key={`${code} ${message}`}>
            <Tag color={severity === 'error' ? 'red' : 'gold'}>{severity === 'error' ? '错误' : '提醒'}</Tag>
            {message}
          </li>
        ))}
      </ul>
      {onState && !isSum ? (
        <div className="row gap-below">
          <Button onClick={() => setStating(true)}>{stated ? '修改填报数' : '不按台账，另行填报'}</Button>
          {stated ? <Button onClick={() => onState(id, null)}>取消填报，按台账</Button> : null}
        </div>
      ) : null}
      <Fetched query={behind}>
        {({ count, records, most, filings }) => (
          <>
            <FilingsBehind filings={filings} />
            <Behind year={view.year} id={id} count={count} records={records} most={most} />
          </>
        )}
      </Fetched>
      {isStating && onState ? (
        <StatedDialog
          name={cellName(reportFormat2021, cell)}
          cell={id}
          stated={stated}
          onState={(figure) => onState(id, figure)}
          onClose={() => setStating(false)}
        />
      ) : null}
    </Drawer>
  )
}

interface CellDrawerProps {
  readonly view: ReportView
  readonly cell: CellRef
  /** Undefined where nothing may be stated: the report is put up, or is not theirs to write. */
  readonly onState: ((cell: string, stated: StatedFigure | null) => void) | undefined
  readonly onClose: () => void
}

/** What each organ below adds, where the report speaks for them. */
function FilingsBehind({ filings }: { filings: readonly { readonly name: string; readonly value: Figure }[] }) {
  if (filings.length === 0) return null
  return (
    <section aria-label="所属机关" className="gap-below">
      <div className="panel-head">
        <h2>所属机关报送的数（{filings.length}）</h2>
      </div>
      <LedgerList items={filings} columns={filingColumns} keyOf={({ name }) => name} empty="" />
    </section>
  )
}

const filingColumns: readonly ListColumn<{ readonly name: string; readonly value: Figure }>[] = [
  { title: '机关', render: ({ name }) => name },
  { title: '报送的数', width: 120, align: 'right', render: ({ value }) => String(value ?? '未载明') },
]

interface BehindProps {
  readonly year: number
  readonly id: string
  readonly count: number
  readonly records: readonly CellRecord[]
  readonly most: number
}

function Behind({ year, id, count, records, most }: BehindProps) {
  const [words, setWords] = useState('')
  const shown = records.filter(({ number, title }) => `${number} ${title}`.includes(words.trim()))
  return (
    <section aria-label="统计的记录">
      <div className="panel-head">
        <h2>台账中统计的记录（{count}）</h2>
        {count > 0 ? <a href={cellExport(year, id)}>导出</a> : null}
      </div>
      {count > 0 ? (
        <Input
          className="gap-below"
          allowClear
          aria-label="在记录中查找"
          placeholder="编号、名称中的字词"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      ) : null}
      {count > most ? <p className="quiet">只列出前{most}条；全部的请导出。</p> : null}
      <LedgerList
        items={shown}
        columns={columns}
        keyOf={({ number, on }) => `${number} ${on}`}
        empty={count === 0 ? '台账里没有这一类记录' : '没有符合的记录'}
      />
    </section>
  )
}

const columns: readonly ListColumn<CellRecord>[] = [
  {
    title: '编号',
    width: 200,
    render: ({ number, address, caseId }) => {
      if (caseId) return <Link to={`/ledgers/remedies/${caseId}`}>{number}</Link>
      return address ? <a href={address}>{number}</a> : number
    },
  },
  { title: '名称', render: ({ title }) => title },
  { title: '日期', width: 120, render: ({ on }) => chineseDate(on) },
  { title: '金额（元）', width: 110, align: 'right', render: ({ amount }) => amount ?? '' },
]
