import type { Command } from 'commander'
import { checkReport } from '../report/check/check-report.ts'
import { notCompared } from '../report/check/why-not-compared.ts'
import { type Finding, unreadOf } from '../report/finding.ts'
import { gatherFindings, hasErrors } from '../report/finding-list.ts'
import { findingText } from '../report/finding-text.ts'
import type { AnnualReport } from '../report/report.ts'
import { openReport, openReports } from './report-files.ts'

const exits = `
退出码：
  0  没有错误（可以有提醒）
  1  有错误
  2  有文件不能读作年度报告（无论其他文件是否有错误）

--json 每个文件输出一行一个对象。`

/** `kaicheng report check FILE…`: exit 2 where any file is not readable, else 1 where any has an error, else 0. */
export function register(report: Command): void {
  report
    .command('check')
    .description('检查已公布的年度报告：提取全部数据，指出错误')
    .argument('<文件...>', '年度报告，可以是 .txt、.html、.docx、.xlsx、.pdf、.json')
    .option('--previous <文件>', '同一机关上一年度的报告，用来核对结转和现行有效件数')
    .option('--json', '输出供程序读取的结果')
    .addHelpText('after', exits)
    .action(async (files: string[], options: { previous?: string; json?: boolean }) => {
      process.exitCode = await check(files, options)
    })
}

async function check(files: string[], options: { previous?: string; json?: boolean }): Promise<number> {
  const previous = options.previous === undefined ? undefined : await openReport(options.previous)
  if (options.previous !== undefined && !previous?.readable) {
    if (previous) process.stderr.write(`上一年度的报告 ${options.previous} 不能读作年度报告。\n`)
    return 2
  }
  let worst = 0
  for await (const read of openReports(files)) {
    if (!read) {
      worst = 2
      continue
    }
    const { file } = read
    const context = { unread: unreadOf(read.findings), ...(previous && { previous: previous.report }) }
    const checked = read.readable ? checkReport(read.report, context) : []
    const compared = read.readable ? notCompared(previous?.report, read.report) : []
    const findings = gatherFindings(read.findings, checked, compared)
    const text = options.json
      ? JSON.stringify(resultObject(file, read.report, findings))
      : `${findingText(file, read.report, findings)}\n`
    process.stdout.write(`${text}\n`)
    if (!read.readable) process.stderr.write(`${file} 不能读作年度报告。\n`)
    worst = Math.max(worst, read.readable ? Number(hasErrors(findings)) : 2)
  }
  return worst
}

const resultObject = (file: string, report: AnnualReport, findings: readonly Finding[]) => ({
  file,
  organ: report.organ,
  year: report.year,
  format: report.format,
  proactive: report.proactive,
  requests: report.requests,
  remedies: report.remedies,
  findings,
})
