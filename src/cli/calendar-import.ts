import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { today } from '../app/today.ts'
import { importNotice } from '../calendar/notices/actions.ts'
import { HolidayNotice } from '../calendar/notices/store.ts'
import { inActs } from '../db/organ.ts'
import { commandLine } from './operator.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng calendar import`: a yearly holiday notice, and which open requests and records it moves. */
export function register(calendar: Command): void {
  calendar
    .command('import')
    .description('导入年度节假日安排通知，列出因此变动期限的在办申请和信息')
    .argument('<文件>', 'JSON 文件：year、title、number、issuedOn、holidays（name、from、to、makeUpDays）')
    .option('--dry-run', '只列出变动，不导入')
    .action(importFile)
}

class OnlyLooked extends Error {}

async function importFile(file: string, { dryRun }: { dryRun?: true }): Promise<void> {
  const notice = readNotice(await readFile(file, 'utf8'))
  const lines: string[] = []
  const counts = { request: 0, record: 0, remedy: 0 }
  const run = withDatabase((db) =>
    inActs(db, async (tx) => {
      for (const { organ, moved } of await importNotice(tx, commandLine(0, today()), notice))
        for (const { of, name, label, from, to } of moved) {
          counts[of] += 1
          lines.push(`${organ}  ${name}（${label}）  ${from} → ${to}`)
        }
      if (dryRun) throw new OnlyLooked()
    }),
  )
  await run.catch((error: unknown) => {
    if (!(error instanceof OnlyLooked)) throw error
  })
  console.log(
    `${dryRun ? '将导入' : '已导入'}${notice.title}（${notice.number}），${counts.request}件在办申请、${counts.record}条信息、复议诉讼中${counts.remedy}项的期限变动。`,
  )
  for (const line of lines) console.log(line)
}

function readNotice(text: string): HolidayNotice {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('文件不是 JSON，请核对后重试')
  }
  const read = HolidayNotice.safeParse(value)
  if (read.success) return read.data
  throw new Error(read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`).join('；'))
}
