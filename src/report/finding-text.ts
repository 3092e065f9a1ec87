import type { Finding, Severity } from './finding.ts'
import type { AnnualReport } from './report.ts'

const severities = [
  { severity: 'error', label: '错误' },
  { severity: 'warning', label: '提醒' },
  { severity: 'note', label: '说明' },
] as const satisfies readonly { severity: Severity; label: string }[]

const formats = { '2021': '2021年格式', '2019': '2019年格式', mixed: '新旧格式混用' } as const

/** 错误 2 处，提醒 1 处; 未发现问题 when there are none. */
export function findingCounts(findings: readonly Finding[]): string {
  const counts = severities.flatMap(({ severity, label }) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${label}${count}处`]
  })
  return counts.length === 0 ? '未发现问题' : `共发现：${counts.join('，')}`
}

/** What we could not read is never told as the report's fault. */
const told = ({ about, message }: Finding): string => (about === 'reading' ? `（读取）${message}` : message)

/** More cells than this that could not be read are told together. */
const mostApart = 3

/** Cells that could not be read have one cause, the table: a person is told it once, with every cell; programs get each. */
function lines(group: readonly Finding[]): string[] {
  const isUnreadCell = ({ code, about, column }: Finding) =>
    code === 'NOT_A_NUMBER' && about === 'reading' && column !== undefined
  const cells = group.filter(isUnreadCell)
  if (cells.length <= mostApart) return group.map(told)
  const named = cells.map(({ message }) => message.replace(/，不能确定是什么数字.*$/, ''))
  const together = `（读取）表格里有${cells.length}格不能确定是什么数字，未读取，请与原文核对：${named.join('；')}`
  return group.flatMap((finding) => (!isUnreadCell(finding) ? [told(finding)] : finding === cells[0] ? [together] : []))
}

/** The findings on one file for a person at a terminal: what was read, what is wrong by severity, how much in all. */
export function findingText(
  file: string,
  report: Pick<AnnualReport, 'organ' | 'year' | 'format'>,
  findings: readonly Finding[],
): string {
  const head = [
    `文件：${file}`,
    `机关：${report.organ ?? '未载明'}　年度：${report.year ?? '未载明'}　格式：${report.format ? formats[report.format] : '未能判定'}`,
  ]
  const groups = severities.flatMap(({ severity, label }) => {
    const group = findings.filter((finding) => finding.severity === severity)
    return group.length === 0 ? [] : [`${label}：`, ...lines(group).map((line, at) => `  ${at + 1}. ${line}`)]
  })
  return [...head, ...groups, findingCounts(findings)].join('\n')
}
