import { cellName } from './cell-name.ts'
import { declaredFormat } from './declared-format.ts'
import { type Figure, figure } from './report.ts'
import type { Rollup } from './rollup.ts'
import { cellsOf } from './sheet.ts'

const stated = (value: Figure): string => (value === null ? '均未载明' : String(value))

/** The roll-up for a person at a terminal: totals with the number of organs that do not state them, then who is at odds with itself. */
export function rollupText(count: number, { report, notStated, disagreements, findings }: Rollup): string {
  const problems = findings.map(({ message }) => message)
  if (report === null) return ['不能汇总：', ...problems.map((message) => `  ${message}`)].join('\n')
  const format = declaredFormat(report)
  const cells = cellsOf(format).filter(({ table, column }) => table !== 'requests' || column === 'total')
  const lines = cells.map((cell) => {
    const missing = notStated[`${cell.table}/${cell.row}/${cell.column}`] ?? 0
    const remark = missing === 0 ? '' : `（${missing}个机关未载明）`
    return `  ${cellName(format, cell)}：${stated(figure(report, cell))}${remark}`
  })
  const quarrels = disagreements.flatMap(({ file, organ, findings: wrong }) => [
    `  ${organ ?? '未载明机关'}（${file}）：`,
    ...wrong.map(({ message }) => `    ${message}`),
  ])
  return [
    `汇总${count}个机关${report.year ?? ''}年度的报告`,
    ...problems,
    ...lines,
    quarrels.length === 0 ? '各报告自身数据均平衡。' : `以下${disagreements.length}个报告自身数据有误：`,
    ...quarrels,
  ].join('\n')
}
