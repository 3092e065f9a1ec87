import type { Command } from 'commander'
import { today } from '../app/today.ts'
import { loadCalendar } from '../calendar/notices/store.ts'
import { inActs } from '../db/organ.ts'
import { openOrgan } from '../organs/actions.ts'
import { publishReport } from '../report/actions.ts'
import { commandLine } from './operator.ts'
import { readYear } from './read-year.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng report publish`: freezes the report and puts it on the portal. */
export function register(report: Command): void {
  report
    .command('publish')
    .description('公布年度报告：生成、检查、定稿并发布到门户；有错误的不能公布')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .requiredOption('--year <年度>', '报告年度，如 2024')
    .option('--reason <理由>', '已经公布过的，写明更正理由')
    .action(publish)
}

async function publish(options: { organ: string; year: string; reason?: string }): Promise<void> {
  const year = readYear(options.year)
  const publishedOn = today()
  const published = await withDatabase(async (db) => {
    const { organ, calendar } = await inActs(db, async (tx) => ({
      organ: await openOrgan(tx, options.organ),
      calendar: await loadCalendar(tx),
    }))
    const how = { publishedOn, calendarVersion: calendar.version, reason: options.reason ?? null }
    return { organ, revision: await publishReport(db, commandLine(organ.id, publishedOn), organ, year, how) }
  })
  const which = published.revision === 1 ? '' : `（第${published.revision}版）`
  console.log(`已公布${published.organ.name}${year}年度报告${which}：/${options.organ}/annual-reports/${year}`)
}
