import type { Command } from 'commander'
import { today } from '../app/today.ts'
import { inActs } from '../db/organ.ts'
import { confirmYear, endConfirmation, showLedgerYear } from '../ledgers/years/actions.ts'
import {
  type AccountedLedger,
  accountedLedgers,
  ConfirmYear,
  EndConfirmation,
  type LedgerYear,
  ledgerLabel,
} from '../ledgers/years/ledger-year.ts'
import { notKept } from '../ledgers/years/state.ts'
import { stateWords } from '../ledgers/years/state-words.ts'
import { openOrgan } from '../organs/actions.ts'
import { isPublished } from '../report/store/published.ts'
import { commandLine } from './operator.ts'
import { readYear } from './read-year.ts'
import { withDatabase } from './with-database.ts'

interface OfYear {
  readonly organ: string
  readonly year: string
}

/** `kaicheng ledger state`, `confirm` and `unconfirm`: what is known of each ledger in a year, and who answers for it. */
export function register(ledger: Command): void {
  const ofYear = (name: string, description: string) =>
    ledger
      .command(name)
      .description(description)
      .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
      .requiredOption('--year <年度>', '年度，如 2024')
  ofYear('state', '各台账在一个年度的情况：在本平台登记、由文件导入、已确认，或者未登记、未确认')
    .option('--json', '输出供程序读取的结果')
    .addHelpText('after', '\n退出码：0 都清楚，1 有未登记、未确认的，该年度的报告不能公布。')
    .action(state)
  const which = '台账，如 penalty 或者 行政处罚；“全部”是所有未登记、未确认而没有一条记录的'
  ofYear('confirm', '由写明姓名的人确认一张台账在该年度为零，或者已登记的没有遗漏（计入审计）')
    .requiredOption('--ledger <台账>', which)
    .requiredOption('--name <姓名>', '由谁确认')
    .requiredOption('--words <依据>', '依据，如“已向各科室核实”')
    .action(confirm)
  ofYear('unconfirm', '撤销一项确认，报告已经公布的不能撤销（计入审计）')
    .requiredOption('--ledger <台账>', '台账，如 penalty 或者 行政处罚')
    .requiredOption('--name <姓名>', '由谁撤销')
    .requiredOption('--reason <理由>', '撤销的理由')
    .action(unconfirm)
}

async function state(options: OfYear & { json?: true }): Promise<void> {
  const year = readYear(options.year)
  const ledgers = await withDatabase((db) =>
    inActs(db, async (tx) => showLedgerYear(tx, await openOrgan(tx, options.organ), year)),
  )
  if (notKept(ledgers).length > 0) process.exitCode = 1
  if (options.json) console.log(JSON.stringify({ organ: options.organ, year, ledgers }, null, 2))
  else for (const each of ledgers) console.log(`${ledgerLabel(each.ledger)}  ${stateWords(each)}`)
}

function readLedger(typed: string): AccountedLedger {
  const found = accountedLedgers.find(({ id, label }) => id === typed || label === typed)
  if (found) return found.id
  throw new Error(`没有“${typed}”这张台账，可以写：${accountedLedgers.map(({ label }) => label).join('、')}`)
}

/** Whoever is named, at the server's command line. */
const named = (organId: number, name: string) => {
  const actor = commandLine(organId, today())
  return { ...actor, name: `${name.trim()}，${actor.name}` }
}

function readName(name: string): string {
  if ([...name.trim()].length < 2) throw new Error('请用 --name 写明由谁确认（姓名）')
  return name
}

async function confirm(options: OfYear & { ledger: string; name: string; words: string }): Promise<void> {
  const year = readYear(options.year)
  const name = readName(options.name)
  const { words } = readOption(ConfirmYear.pick({ words: true }).safeParse({ words: options.words }))
  const done = await withDatabase((db) =>
    inActs(db, async (tx) => {
      const organ = await openOrgan(tx, options.organ)
      const known = await showLedgerYear(tx, organ, year)
      const isAll = options.ledger === '全部' || options.ledger === 'all'
      const wanted = isAll ? nilOnes(known) : [readLedger(options.ledger)]
      for (const ledger of wanted) await confirmYear(tx, named(organ.id, name), { ledger, year, words })
      return wanted
    }),
  )
  if (done.length === 0) console.log('没有需要确认的台账')
  else console.log(`已由${name}确认${year}年的台账：${done.map(ledgerLabel).join('、')}`)
}

const nilOnes = (known: readonly LedgerYear[]): AccountedLedger[] =>
  notKept(known).flatMap(({ ledger, rows }) => (rows === 0 ? [ledger] : []))

async function unconfirm(options: OfYear & { ledger: string; name: string; reason: string }): Promise<void> {
  const year = readYear(options.year)
  const name = readName(options.name)
  const ledger = readLedger(options.ledger)
  const { reason } = readOption(EndConfirmation.safeParse({ reason: options.reason }))
  await withDatabase((db) =>
    inActs(db, async (tx) => {
      const organ = await openOrgan(tx, options.organ)
      const known = await showLedgerYear(tx, organ, year)
      const confirmation = known.find((each) => each.ledger === ledger)?.confirmation
      if (!confirmation) throw new Error(`“${ledgerLabel(ledger)}”台账${year}年没有确认过`)
      await endConfirmation(tx, named(organ.id, name), confirmation.id, reason, isPublished)
    }),
  )
  console.log(`已撤销“${ledgerLabel(ledger)}”台账${year}年的确认`)
}

function readOption<T>(
  read: { success: true; data: T } | { success: false; error: { issues: { message: string }[] } },
): T {
  if (read.success) return read.data
  throw new Error(read.error.issues.map(({ message }) => message).join('；'))
}
