import type { Command } from 'commander'
import { today } from '../app/today.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { openOrgan } from '../organs/actions.ts'
import { takeStep, typesetFrozen } from '../report/draft/actions.ts'
import { newestRevision } from '../report/store/published.ts'
import { commandLine } from './operator.ts'
import { readYear } from './read-year.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng report publish`: makes public what was signed in the workbench, and nothing else. */
export function register(report: Command): void {
  report
    .command('publish')
    .description('公布已经审签完毕的年度报告；编制、送审、审签在工作平台的“年度报告”中办理')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .requiredOption('--year <年度>', '报告年度，如 2024')
    .option('--reason <理由>', '审签以后台账有变动、仍按定稿公布的，写明理由')
    .action(publish)
}

async function publish(options: { organ: string; year: string; reason?: string }): Promise<void> {
  const year = readYear(options.year)
  const day = today()
  const { organ, revision } = await withDatabase(async (db) => {
    const organ = await inActs(db, (tx) => openOrgan(tx, options.organ))
    const typeset = await typesetFrozen(db, organ.id, year, day)
    const revision = await inOrgan(db, organ.id, async (tx) => {
      const typed = { hash: typeset?.hash ?? '0'.repeat(64), deviationReason: options.reason ?? '' }
      await takeStep(tx, commandLine(organ.id, day), new Date(), year, { name: 'publish', typed, typeset })
      return newestRevision(tx, organ.id, year)
    })
    return { organ, revision }
  })
  const which = revision === 1 ? '' : `（第${revision}版）`
  console.log(`已公布${organ.name}${year}年度报告${which}：/${options.organ}/annual-reports/${year}`)
}
