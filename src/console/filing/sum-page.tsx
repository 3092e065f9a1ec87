import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tabs } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { businessRoles } from '../../organs/role.ts'
import { cellName } from '../../report/cell-name.ts'
import { declaredFormat } from '../../report/declared-format.ts'
import type { Collected } from '../../report/filing/collected.ts'
import { type CellRef, cellId, figure } from '../../report/report.ts'
import { StatutoryTables } from '../report/statutory-tables.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { filings, filingsKey, organsFile, sumFile } from './filing-api.ts'
import { PartsDrawer } from './parts-drawer.tsx'
import { SumMatters } from './sum-matters.tsx'

/** 汇总: what the organs below have filed and the office has accepted, added up. */
export function SumPage() {
  const { year = '' } = useParams()
  const sum = useQuery({ queryKey: [...filingsKey, year, 'sum'], queryFn: () => filings.sum(year) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={sum}>{(collected) => <Sum key={collected.year} collected={collected} />}</Fetched>
    </Guarded>
  )
}

function Sum({ collected }: { collected: Collected }) {
  const { year, accepted, expected, missing, problems } = collected
  const { wanted, show } = useWanted()
  const [cell, setCell] = useState<CellRef | null>(null)
  const matters = mattersIn(collected)
  return (
    <div className="page report-bench">
      <PageHead
        title={`${year}年度汇总`}
        lead={`汇总已通过的${accepted}个机关的报告；应报送${expected}个。没有通过的、没有载明的数字都不计入。`}
      >
        <Link to={`/filings?year=${year}`}>
          <Button>报送情况</Button>
        </Link>
        {accepted > 0 ? (
          <>
            {collected.sum?.format === '2021' ? (
              <>
                <a href={sumFile(year, 'docx')}>Word</a>
                <a href={sumFile(year, 'xlsx')}>Excel</a>
                <a href={sumFile(year, 'pdf')}>PDF</a>
              </>
            ) : null}
            <a href={organsFile(year)}>分机关数据</a>
          </>
        ) : null}
      </PageHead>
      {missing.length > 0 ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={`还有${missing.length}个机关没有计入`}
          description={
            <ul className="line-list">
              {missing.slice(0, mostMissing).map(({ id, name }) => (
                <li key={id}>
                  <Link to={`/filings/${year}/${id}`}>{name}</Link>
                </li>
              ))}
              {missing.length > mostMissing ? <li>等{missing.length}个</li> : null}
            </ul>
          }
        />
      ) : null}
      {problems.map(({ code, message }) => (
        <Alert key={`${code} ${message}`} className="gap-below" type="error" showIcon title={message} />
      ))}
      {collected.sum?.format === 'mixed' ? (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title="通过的报告格式不一致（有的把“（六）其他处理”列为一行），不能印成一张表；请退回格式不符的，或者下载分机关数据。"
        />
      ) : null}
      {accepted === 0 ? (
        <section className="panel">
          <p className="quiet">还没有通过的报告。在“报送情况”中审核通过以后，这里逐格汇总。</p>
        </section>
      ) : (
        <Tabs
          activeKey={wanted.part ?? 'sheet'}
          onChange={(part) => show({ part })}
          items={[
            {
              key: 'sheet',
              label: '汇总表',
              children: <SumSheet collected={collected} onCell={setCell} />,
            },
            {
              key: 'matters',
              label: matters > 0 ? `需要核实（${matters}）` : '需要核实',
              children: <SumMatters collected={collected} />,
            },
          ]}
        />
      )}
      {cell ? <PartsDrawer year={year} cell={cell} sum={collected.sum} onClose={() => setCell(null)} /> : null}
    </div>
  )
}

const mostMissing = 30

const mattersIn = ({ blank, sums, lastYear, law, others, outliers, same, sameFigures }: Collected): number =>
  [blank, sums, lastYear, law, others, outliers, same, sameFigures].reduce((total, { length }) => total + length, 0)

function SumSheet({ collected: { sum, notStated }, onCell }: SumSheetProps) {
  if (!sum) return null
  const format = declaredFormat(sum)
  return (
    <>
      <p className="quiet gap-below">
        点任何一格，可以看到它由哪些机关的数相加、各机关上年的数。
        <span className="legend">
          <span data-mark="warning">▲</span> 有机关没有载明
        </span>
      </p>
      <StatutoryTables
        format={format}
        figure={(cell) => {
          const lacking = notStated[`${cell.table}/${cell.row}/${cell.column}`] ?? 0
          const value = figure(sum, cell)
          const name = cellName(format, cell)
          return (
            <button
              type="button"
              className="figure"
              id={`cell-${cellId(cell)}`}
              aria-label={`${name}：${value ?? '均未载明'}${lacking > 0 ? `，${lacking}个机关没有载明` : ''}`}
              onClick={() => onCell(cell)}
            >
              {lacking > 0 ? (
                <span data-mark="warning" aria-hidden="true">
                  ▲
                </span>
              ) : null}
              {value ?? '—'}
            </button>
          )
        }}
      />
    </>
  )
}

interface SumSheetProps {
  readonly collected: Collected
  readonly onCell: (cell: CellRef) => void
}
