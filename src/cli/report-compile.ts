import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { today } from '../app/today.ts'
import { inActs } from '../db/organ.ts'
import { openOrgan } from '../organs/actions.ts'
import { compileAndCheck } from '../report/actions.ts'
import { hasErrors } from '../report/finding-list.ts'
import { findingText } from '../report/finding-text.ts'
import { letterheadOf, writeForms } from '../report/forms.ts'
import { reportFileName } from '../report/write/write.ts'
import { readYear } from './read-year.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng report compile`: exit 1 where the report has an error finding; the files are written all the same. */
export function register(report: Command): void {
  report
    .command('compile')
    .description('由台账生成年度报告（网页、Word、PDF、Excel、JSON、纯文本），并逐项检查')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .requiredOption('--year <年度>', '报告年度，如 2024')
    .option('--out <目录>', '写到哪个目录', '.')
    .addHelpText('after', '\n数据统计到当年12月31日。退出码：0 没有错误，1 有错误。')
    .action(compile)
}

async function compile(options: { organ: string; year: string; out: string }): Promise<void> {
  const year = readYear(options.year)
  const { organ, report, findings } = await withDatabase((db) =>
    inActs(db, async (tx) => {
      const organ = await openOrgan(tx, options.organ)
      return { organ, ...(await compileAndCheck(tx, organ, year, today())) }
    }),
  )
  const files = await writeForms(report, letterheadOf(organ, null))
  mkdirSync(options.out, { recursive: true })
  for (const [form, bytes] of files) {
    const path = join(options.out, reportFileName(report, form))
    writeFileSync(path, bytes)
    console.log(path)
  }
  console.log(findingText(report.title ?? '', report, findings))
  if (hasErrors(findings)) process.exitCode = 1
}
