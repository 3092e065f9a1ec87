import { Alert, Button, Checkbox, Tooltip } from 'antd'
import { type ReactNode, useState } from 'react'
import { chineseDate } from '../../days/plain-date.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { cellName } from '../../report/cell-name.ts'
import type { ReportView } from '../../report/draft/report-view.ts'
import type { Finding } from '../../report/finding.ts'
import { type CellRef, cellId, figure } from '../../report/report.ts'
import { useMe } from '../session/me.ts'
import { FoundMark, worstOf } from './found-mark.tsx'
import { useLastLook } from './last-look.ts'
import { findingsAt } from './places.ts'
import { StatutoryTables } from './statutory-tables.tsx'

/** The three statutory tables; each figure opens onto what it counts, and shows what is found in it. */
export function Sheet({ view, onCell, onOpening }: SheetProps) {
  const [isBeside, setBeside] = useState(false)
  return (
    <>
      <div className="row gap-below">
        <Checkbox checked={isBeside} disabled={!view.previous} onChange={({ target }) => setBeside(target.checked)}>
          同时显示上年的数
        </Checkbox>
        {onOpening ? (
          <Button size="small" onClick={onOpening}>
            由上年报告带入结转
          </Button>
        ) : null}
      </div>
      <ChangedSince view={view} />
      <p className="quiet gap-below">
        点任何一格，可以看到它所统计的每一条记录、上年的数和检查结果。
        <span className="legend">
          <span data-mark="error">■</span> 有错误 <span data-mark="warning">▲</span> 有提醒{' '}
          <span data-mark="stated">※</span> 填报数（不是台账统计的）
        </span>
      </p>
      <StatutoryTables
        figure={(cell) => <FigureButton cell={cell} view={view} isBeside={isBeside} onCell={onCell} />}
      />
    </>
  )
}

interface SheetProps {
  readonly view: ReportView
  readonly onCell: (cell: CellRef) => void
  /** Takes over last year's figures; undefined where nothing may be stated. */
  readonly onOpening: (() => void) | undefined
}

/** Cells that changed since this person looked last. */
function ChangedSince({ view }: { view: ReportView }) {
  const { staff, today } = useMe()
  const last = useLastLook(view, staff.id, today)
  if (!last || last.cells.length === 0) return null
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title={`您上次查看（${chineseDate(last.on)}）以来，有${last.cells.length}格变了`}
      description={
        <ul className="plain-list">
          {last.cells.slice(0, shownChanges).map(({ id, name, before, now }) => (
            <li key={id}>
              {name}：{before} → {now}
            </li>
          ))}
          {last.cells.length > shownChanges ? <li>等{last.cells.length}格</li> : null}
        </ul>
      }
    />
  )
}

const shownChanges = 10

function FigureButton({ cell, view, isBeside, onCell }: FigureButtonProps) {
  const now = figure(view.figures, cell)
  const before = view.previous && figure(view.previous, cell)
  const found = findingsAt(view.findings, cell)
  const worst = worstOf(found)
  const isStated = view.stated.some((each) => cellId(each) === cellId(cell))
  const name = cellName(reportFormat2021, cell)
  return (
    <Tooltip title={tipOf(before, found)}>
      <button
        type="button"
        className="figure"
        id={`cell-${cellId(cell)}`}
        data-found={worst}
        aria-label={`${name}：${now ?? '没有填写'}${isStated ? '，填报数' : ''}${found.length > 0 ? `，${found.map(({ message }) => message).join('；')}` : ''}`}
        onClick={() => onCell(cell)}
      >
        <FoundMark worst={worst} />
        {now ?? '—'}
        {isStated ? <span data-mark="stated">※</span> : null}
        {isBeside ? <span className="quiet"> 上年{String(before ?? '未载明')}</span> : null}
      </button>
    </Tooltip>
  )
}

interface FigureButtonProps {
  readonly cell: CellRef
  readonly view: ReportView
  readonly isBeside: boolean
  readonly onCell: (cell: CellRef) => void
}

const tipOf = (before: unknown, found: readonly Finding[]): ReactNode => (
  <>
    {before === null ? '没有上年的报告可比' : `上年：${String(before)}`}
    {found.map(({ code, message }) => (
      <p key={`${code} ${message}`}>{message}</p>
    ))}
  </>
)
