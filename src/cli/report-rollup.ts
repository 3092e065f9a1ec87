import type { Command } from 'commander'
import { hasErrors } from '../report/finding-list.ts'
import { type RollupEntry, rollUp } from '../report/rollup.ts'
import { rollupText } from '../report/rollup-text.ts'
import { openReports } from './report-files.ts'

const exits = `
退出码：
  0  已汇总，各报告的数据都已读出并且平衡
  1  不能汇总（同一机关重复、年度不同），或者有报告自身数据不平衡、有数字未能读出
  2  有文件不能读作年度报告

未载明、未能读出的数据不按0计，逐格列出是哪些机关；缺了未能读出的数字，合计就不完整。`

/** `kaicheng report rollup FILE…`: exit 1 where the sum is refused, or any report is at odds with itself or was not read in full. */
export function register(report: Command): void {
  report
    .command('rollup')
    .description('汇总多个机关同一年度的报告，列出自身数据不平衡的报告')
    .argument('<文件...>', '年度报告')
    .option('--json', '输出供程序读取的结果')
    .addHelpText('after', exits)
    .action(async (files: string[], options: { json?: boolean }) => {
      process.exitCode = await add(files, options.json ?? false)
    })
}

async function add(files: string[], isJson: boolean): Promise<number> {
  const entries: RollupEntry[] = []
  for await (const read of openReports(files)) {
    if (read?.readable) entries.push(read)
    else if (read) process.stderr.write(`${read.file} 不能读作年度报告，未汇总。\n`)
  }
  if (entries.length < files.length) return 2
  const sum = rollUp(entries)
  const { report, notStated, incomplete, disagreements, findings } = sum
  const isWhole = incomplete.every(({ unread }) => unread.length === 0)
  const text = isJson
    ? JSON.stringify({
        files: files.length,
        year: report?.year ?? null,
        format: report?.format ?? null,
        proactive: report?.proactive ?? null,
        requests: report?.requests ?? null,
        remedies: report?.remedies ?? null,
        notStated,
        incomplete,
        disagreements,
        findings,
      })
    : rollupText(files.length, sum)
  process.stdout.write(`${text}\n`)
  return hasErrors(findings) || disagreements.length > 0 || !isWhole ? 1 : 0
}
