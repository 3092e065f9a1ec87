import type { Command } from 'commander'
import { inActs } from '../db/organ.ts'
import { openOrgan } from '../organs/actions.ts'
import { cellNamed, explainCell } from '../report/explain.ts'
import { readYear } from './read-year.ts'
import { withDatabase } from './with-database.ts'

const listed = 1000

/** `kaicheng report explain`: the records behind one cell. */
export function register(report: Command): void {
  report
    .command('explain')
    .description('打开报告中的一格，列出它所统计的每一条记录')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .requiredOption('--year <年度>', '报告年度，如 2024')
    .requiredOption('--cell <格>', '哪一格，如 newReceived/naturalPerson、rules/inForce、review/upheld')
    .option('--json', '输出供程序读取的结果')
    .action(explain)
}

async function explain(options: { organ: string; year: string; cell: string; json?: true }): Promise<void> {
  const year = readYear(options.year)
  const cell = cellNamed(options.cell, year)
  const { count, records } = await withDatabase((db) =>
    inActs(db, async (tx) => explainCell(tx, await openOrgan(tx, options.organ), year, cell, { limit: listed })),
  )
  if (options.json) {
    console.log(JSON.stringify({ cell: options.cell, count, records }))
    return
  }
  console.log(`${options.cell}：共${count}条记录`)
  for (const { on, number, title, amount, address } of records)
    console.log([on, number, title, amount && `${amount}元`, address].filter(Boolean).join('  '))
  if (count > records.length) console.log(`……其余${count - records.length}条未列出`)
}
