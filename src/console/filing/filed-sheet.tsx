import { Tooltip } from 'antd'
import { cellName } from '../../report/cell-name.ts'
import { declaredFormat } from '../../report/declared-format.ts'
import type { FilingView } from '../../report/filing/filing-view.ts'
import { type AnnualReport, type CellRef, cellId, figure } from '../../report/report.ts'
import { FoundMark, worstOf } from '../report/found-mark.tsx'
import { findingsAt } from '../report/places.ts'
import { StatutoryTables } from '../report/statutory-tables.tsx'

/** The tables of a report that was filed, each figure with what is found in it and what was accepted of last year. */
export function FiledSheet({ view, report }: { view: FilingView; report: AnnualReport }) {
  const typed =
    view.source?.kind === 'file' ? view.source.typed.filter(({ value }) => value !== null).map(({ cell }) => cell) : []
  return (
    <>
      <p className="quiet gap-below">
        <span className="legend">
          <span data-mark="error">■</span> 有错误 <span data-mark="warning">▲</span> 有提醒 — 没有载明或者没有读出
          {typed.length > 0 ? (
            <>
              {' '}
              <span data-mark="stated">※</span> 对照原件填写、改正的
            </>
          ) : null}
        </span>
      </p>
      <StatutoryTables
        format={declaredFormat(report)}
        figure={(cell) => (
          <FiledFigure cell={cell} view={view} report={report} isTyped={typed.includes(cellId(cell))} />
        )}
      />
    </>
  )
}

interface FigureProps {
  readonly cell: CellRef
  readonly view: FilingView
  readonly report: AnnualReport
  readonly isTyped: boolean
}

function FiledFigure({ cell, view: { findings, previous }, report, isTyped }: FigureProps) {
  const now = figure(report, cell)
  const found = findingsAt(findings, cell)
  const worst = worstOf(found)
  const before = previous && figure(previous, cell)
  const messages = found.map(({ message }) => message)
  return (
    <Tooltip
      title={
        <>
          <p>{previous ? `上年：${before ?? '未载明'}` : '没有上年通过的报告可比'}</p>
          {messages.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </>
      }
    >
      <span className="figure" data-found={worst} tabIndex={found.length > 0 ? 0 : undefined}>
        <span className="read-only-text">{cellName(declaredFormat(report), cell)}：</span>
        <FoundMark worst={worst} />
        {now ?? '—'}
        {isTyped ? <span data-mark="stated">※</span> : null}
        {messages.length > 0 ? <span className="read-only-text">，{messages.join('；')}</span> : null}
      </span>
    </Tooltip>
  )
}
