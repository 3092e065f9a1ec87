import { Button } from 'antd'
import { Link } from 'react-router'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import type { ReportView } from '../../report/draft/report-view.ts'
import { wordedSections } from '../../report/draft/words.ts'
import type { Finding } from '../../report/finding.ts'
import type { CellRef } from '../../report/report.ts'
import { cellsOf } from '../../report/sheet.ts'
import { FindingGroup } from '../requests/case/finding-group.tsx'
import { Panel } from '../requests/case/panel.tsx'
import type { PartId } from './places.ts'

const groups = [
  { severity: 'error', tone: 'block', label: '必须改正，否则不能送审', mark: '■' },
  { severity: 'warning', tone: 'confirm', label: '请核对', mark: '▲' },
  { severity: 'note', tone: 'hint', label: '说明', mark: '○' },
] as const

interface Ways {
  readonly onCell: (cell: CellRef) => void
  readonly onPart: (part: PartId) => void
}

/** What the checks found in the report as it would be printed, the gravest first; each leads to its place. */
export function FindingsPart({ view, ...ways }: { view: ReportView } & Ways) {
  const { findings } = view
  return (
    <Panel title="检查结果" count={findings.length}>
      {findings.length === 0 ? <p data-tone="done">✓ 没有发现问题。</p> : null}
      {groups.map(({ severity, tone, label, mark }) => {
        const own = findings.filter((finding) => finding.severity === severity)
        if (own.length === 0) return null
        return (
          <FindingGroup key={severity} severity={tone} label={label} mark={mark} count={own.length}>
            {own.map((finding) => (
              <li key={`${finding.code} ${finding.row} ${finding.column} ${finding.message}`}>
                <span>{finding.message}</span>
                <Way finding={finding} year={view.year} {...ways} />
              </li>
            ))}
          </FindingGroup>
        )
      })}
    </Panel>
  )
}

/** Where it is mended. */
function Way({ finding: { code, row, column }, year, onCell, onPart }: { finding: Finding; year: number } & Ways) {
  if (code === 'LEDGER_NOT_KEPT') return <Link to={`/ledgers/years?year=${year}`}>到“年度台账情况”处理</Link>
  const cell = cellsOf(reportFormat2021).find(
    (each) => each.row === row && (column === undefined || each.column === column),
  )
  if (cell)
    return (
      <Button size="small" onClick={() => onCell(cell)}>
        看这一格
      </Button>
    )
  if (!wordedSections.some((each) => each === row)) return null
  return (
    <Button size="small" onClick={() => onPart('words')}>
      去改文字
    </Button>
  )
}
