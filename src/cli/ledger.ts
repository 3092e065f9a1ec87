import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { keptLedgers, ledgers } from '../app/kept-ledgers.ts'
import { today } from '../app/today.ts'
import { officeClock } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { inActs } from '../db/organ.ts'
import { importWithReason } from '../ledgers/import.ts'
import { listImports } from '../ledgers/imports/store.ts'
import { undoImport } from '../ledgers/imports/undo.ts'
import { openOrgan } from '../organs/actions.ts'
import type { Actor } from '../organs/actor.ts'
import { Refusal, refusals } from '../refusal.ts'
import { tellTouched } from '../report/touched.ts'
import type { HiddenChoice } from '../workbooks/hidden-parts.ts'
import type { LedgerCounts } from '../workbooks/import-outcome.ts'
import { describeProblem, type Problems } from '../workbooks/problem.ts'
import { readLedgers } from '../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../workbooks/workbook.ts'
import { register as registerYears } from './ledger-years.ts'
import { commandLine } from './operator.ts'
import { withDatabase } from './with-database.ts'

const printedProblems = 200

/** `kaicheng ledger template`, `import`, and what is known of each year. Exit 1: something in the file or the organ; 2: unreadable. */
export function register(program: Command): void {
  const ledger = program.command('ledger').description('台账：生成模板、导入，各年度的登记情况')
  ledger
    .command('template')
    .description('生成台账模板（Excel 工作簿，一张台账一个工作表）')
    .option('--out <文件>', '写到哪里', '政府信息公开台账模板.xlsx')
    .action(async ({ out }: { out: string }) => {
      const contents = ledgers.map((each) => ({ ledger: each, rows: [] }))
      writeFileSync(out, await writeWorkbook(contents, { isTemplate: true }))
      console.log(`已生成台账模板：${out}`)
    })
  ledger
    .command('import')
    .description('导入台账（.xlsx 或 .csv）；有一处错误就全部不导入，重复导入不会重复登记')
    .argument('<文件>', '填好的台账')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .option('--sheet <名称>', '指明 csv 文件是哪一张台账，如 政府信息公开申请')
    .addOption(
      new Option(
        '--hidden <处理>',
        '隐藏、筛选掉的行列和工作表：take 导入，leave 不导入；不写的，遇到就停下来问',
      ).choices(['take', 'leave']),
    )
    .option('--reason <理由>', '更新已有的登记、使已公布的年度报告与台账不一致的，写明理由')
    .option('--json', '以 JSON 输出结果')
    .action(importFile)
  registerYears(ledger)
  ledger
    .command('imports')
    .description('列出台账导入：编号、时间、文件、行数、是否已撤销')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .action(listThem)
  ledger
    .command('undo')
    .description('撤销一次台账导入：删去它新增的，恢复它更新的；导入后有改动的，不能撤销')
    .argument('<导入编号>', '见 kaicheng ledger imports')
    .requiredOption('--organ <代号>', '机关代号，如 hegang-ysj')
    .requiredOption('--reason <理由>', '为什么撤销')
    .action(undo)
}

interface ImportOptions {
  readonly organ: string
  readonly sheet?: string
  readonly hidden?: HiddenChoice
  readonly reason?: string
  readonly json?: true
}

async function importFile(path: string, options: ImportOptions): Promise<void> {
  try {
    const source = { name: basename(path), bytes: open(path), reason: options.reason }
    const file = await readLedgers(ledgers, source.bytes, source.name, {
      today: today(),
      sheet: options.sheet,
      hidden: options.hidden,
    })
    const outcome = await withDatabase((db) =>
      inActs(db, async (tx) => {
        const organ = await openOrgan(tx, options.organ)
        const done = await importWithReason(tx, commandLine(0, today()), organ, keptLedgers, file, source)
        if ('problems' in done) return { problems: done.problems, told: [] }
        return { counts: done.counts, told: await tellTouched(tx, options.organ, done.touched) }
      }),
    )
    for (const name of file.skipped) console.error(`提示：工作表“${name}”不是台账，没有导入`)
    for (const line of outcome.told) console.error(line)
    if ('problems' in outcome) {
      process.exitCode = 1
      reportProblems(outcome.problems, options)
    } else reportCounts(outcome.counts, options)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    if (error.code === 'import_needs_reason') console.error('理由写在 --reason 后面')
    process.exitCode = error.code === 'unreadable_file' ? 2 : 1
  }
}

function open(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch {
    throw refusals.unreadableFile(path, '没有这个文件，或者没有读取权限')
  }
}

function reportProblems({ list, count }: Problems, { json }: ImportOptions): void {
  if (json) {
    console.log(JSON.stringify({ count, problems: list }, null, 2))
    return
  }
  for (const problem of list.slice(0, printedProblems)) console.error(describeProblem(problem))
  if (count > printedProblems) console.error(`……另有${count - printedProblems}处，用 --json 可列出全部`)
  if (list.some(({ asks }) => asks === 'hidden'))
    console.error('隐藏的内容：确定要导入的，加 --hidden take；不导入的，加 --hidden leave')
  console.error(`共${count}处错误，全部没有导入。请改正后重新导入。`)
}

function reportCounts(counts: readonly LedgerCounts[], { organ, json }: ImportOptions): void {
  if (json) {
    console.log(JSON.stringify({ organ, counts }, null, 2))
    return
  }
  for (const { sheet, added, changed, unchanged } of counts)
    console.log(`${sheet}：新增${added}，更新${changed}，未变${unchanged}`)
}

/** Does it for an organ; what is refused is said on standard error, and the command answers 1. */
async function inOrganOf(slug: string, work: (tx: Tx, actor: Actor) => Promise<void>): Promise<void> {
  try {
    await withDatabase((db) =>
      inActs(db, async (tx) => {
        const organ = await openOrgan(tx, slug)
        await work(tx, commandLine(organ.id, today()))
      }),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

const listThem = ({ organ }: { organ: string }) =>
  inOrganOf(organ, async (tx, { organId }) => {
    for (const each of await listImports(tx, organId)) {
      const counts = `新增${each.added}，更新${each.changed}，未变${each.unchanged}`
      const undone = each.undoneAt ? `，已撤销：${each.undoReason}` : ''
      console.log(`${each.id}  ${officeClock(each.importedAt)}  ${each.fileName}：${counts}${undone}`)
    }
  })

const undo = (id: string, { organ, reason }: { organ: string; reason: string }) =>
  inOrganOf(organ, async (tx, actor) => {
    const { removed, restored } = await undoImport(tx, actor, ImportId.parse(id), reason)
    console.log(`已撤销：删去${removed}行，恢复${restored}行`)
  })

/** An id that cannot be one is answered like one that nobody has. */
const ImportId = { parse: (id: string) => (/^[0-9a-f-]{36}$/i.test(id) ? id : '00000000-0000-0000-0000-000000000000') }
