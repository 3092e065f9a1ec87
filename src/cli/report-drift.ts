import type { Command } from 'commander'
import { inActs } from '../db/organ.ts'
import { openOrgan } from '../organs/actions.ts'
import { driftLines, findDrift } from '../report/drift.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng report drift`: published reports that no longer agree with the registers. Exit 1 where there are any. */
export function register(report: Command): void {
  report
    .command('drift')
    .description('核对已公布的年度报告与现在的台账，列出不一致的格')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .option('--json', '输出供程序读取的结果')
    .addHelpText('after', '\n退出码：0 全部一致，1 有不一致。')
    .action(drift)
}

async function drift(options: { organ: string; json?: true }): Promise<void> {
  const found = await withDatabase((db) =>
    inActs(db, async (tx) => findDrift(tx, (await openOrgan(tx, options.organ)).id)),
  )
  if (found.length > 0) process.exitCode = 1
  if (options.json) console.log(JSON.stringify({ organ: options.organ, reports: found }, null, 2))
  else if (found.length === 0) console.log('已公布的年度报告都与台账一致')
  else for (const line of found.flatMap(driftLines)) console.log(line)
}
