import { cellName } from './cell-name.ts'
import { declaredFormat } from './declared-format.ts'
import { type CellRef, type Figure, figure } from './report.ts'
import type { Rollup } from './rollup.ts'
import { cellsOf } from './sheet.ts'

type Incomplete = Rollup['incomplete'][number]

const stated = (value: Figure): string => (value === null ? '均未载明' : String(value))
const keyOf = ({ table, row, column }: CellRef): string => `${table}/${row}/${column}`
const nameOf = ({ organ, file }: { organ: string | null; file: string }): string => organ ?? file

const mostNamed = 5

/** The first of some names, and how many there are. */
const few = (names: readonly string[], of: string): string =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join('、')}等${names.length}${of}` : names.join('、')

/** What a sum lacks: figures of whom. A sum that lacks what was not read is not whole. */
function remark(key: string, incomplete: readonly Incomplete[]): string {
  const blank = incomplete.filter((entry) => entry.blank.includes(key)).map(nameOf)
  const unread = incomplete.filter((entry) => entry.unread.includes(key)).map(nameOf)
  const parts = [
    ...(blank.length > 0 ? [`${blank.length}个机关未载明：${few(blank, '个机关')}`] : []),
    ...(unread.length > 0 ? [`合计不完整，未能读出：${few(unread, '个机关')}`] : []),
  ]
  return parts.length === 0 ? '' : `（${parts.join('；')}）`
}

/** The roll-up for a person at a terminal: totals with the organs that do not state them, whose figures were not read, then who is at odds with itself. */
export function rollupText(count: number, { report, incomplete, disagreements, findings }: Rollup): string {
  const problems = findings.map(({ message }) => message)
  if (report === null) return ['不能汇总：', ...problems.map((message) => `  ${message}`)].join('\n')
  const format = declaredFormat(report)
  const all = cellsOf(format)
  const lines = all
    .filter(({ table, column }) => table !== 'requests' || column === 'total')
    .map((cell) => `  ${cellName(format, cell)}：${stated(figure(report, cell))}${remark(keyOf(cell), incomplete)}`)
  const unread = incomplete.filter((entry) => entry.unread.length > 0)
  const gaps = unread.map((entry) => {
    const cells = all.filter((cell) => entry.unread.includes(keyOf(cell))).map((cell) => cellName(format, cell))
    return `  ${entry.organ ?? '未载明机关'}（${entry.file}）：${few(cells, '格')}`
  })
  const quarrels = disagreements.flatMap(({ file, organ, findings: wrong }) => [
    `  ${organ ?? '未载明机关'}（${file}）：`,
    ...wrong.map(({ message }) => `    ${message}`),
  ])
  const balanced = unread.length === 0 ? '各报告自身数据均平衡。' : '已读出的数据没有发现不平衡；未能读出的没有核对。'
  return [
    `汇总${count}个机关${report.year ?? ''}年度的报告`,
    ...problems,
    ...lines,
    ...(unread.length === 0 ? [] : [`以下${unread.length}个报告有数字未能读出，没有计入合计，请与原文核对：`]),
    ...gaps,
    quarrels.length === 0 ? balanced : `以下${disagreements.length}个报告自身数据有误：`,
    ...quarrels,
  ].join('\n')
}
