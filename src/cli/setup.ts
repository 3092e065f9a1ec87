import type { Command } from 'commander'
import { today } from '../app/today.ts'
import type { Database } from '../db/database.ts'
import { inActs } from '../db/organ.ts'
import { roleLabel } from '../organs/role.ts'
import { type MadeBureau, setUpOrgan } from '../organs/setup/actions.ts'
import { SetUp } from '../organs/setup/set-up.ts'
import { Refusal } from '../refusal.ts'
import { askUntilRight, type WrongAnswer } from './ask.ts'
import { readSetUp, setupQuestions } from './setup-questions.ts'
import { withDatabase } from './with-database.ts'

/** `kaicheng setup`: starts a real bureau, empty, by options or by asking. */
export function register(program: Command): void {
  const command = program
    .command('setup')
    .description('开设一个机关：机关信息、工作机构、三名管理员（不带演示数据）')
    .option('--rules', '有规章制定权')
  for (const { id, text } of setupQuestions({})) command.option(`--${kebab(id)} <${hintOf(id)}>`, text)
  command
    .addHelpText(
      'after',
      '\n在终端上运行时，没有给出的各项会逐一询问。初始密码只显示一次；首次登录须更改密码，并绑定动态口令或者通行密钥。\n数据目录用 KAICHENG_DATA 指定，如 KAICHENG_DATA=/srv/kaicheng bin/kaicheng setup',
    )
    .action(setup)
}

const kebab = (id: string) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const hintOf = (id: string) => (id.endsWith('Admin') ? '登录名:姓名' : id === 'slug' || id === 'parent' ? '代号' : '值')

async function setup(options: Record<string, string | true>): Promise<void> {
  const { rules, ...given } = options
  const known = Object.fromEntries(Object.entries(given).map(([id, value]) => [id, String(value)]))
  const take = (answers: Record<string, string>) => start(answers, rules === true)
  if (process.stdin.isTTY) return askUntilRight(setupQuestions, known, take)
  const wrong = await take(known)
  if (wrong.length > 0) throw new Error(wrong.map(({ id, why }) => `--${kebab(id)}：${why}`).join('\n'))
}

/** Starts the bureau and says so; where an answer is wrong, by itself or beside what is here, nothing but which and why. */
async function start(answers: Record<string, string>, canMakeRules: boolean): Promise<readonly WrongAnswer[]> {
  const day = today()
  const read = SetUp.safeParse(readSetUp(answers, canMakeRules))
  if (!read.success) return read.error.issues.map(({ path, message }) => ({ id: String(path[0]), why: message }))
  try {
    const setUp = (db: Database) => inActs(db, (tx) => setUpOrgan(tx, read.data, { today: day }))
    tell(await withDatabase(setUp, { makes: 'bureau' }))
    return []
  } catch (error) {
    if (error instanceof Refusal && error.field !== undefined) return [{ id: error.field, why: error.message }]
    throw error
  }
}

function tell({ organ, administrators, passwords }: MadeBureau): void {
  console.log(
    `已开设${organ.name}，代号 ${organ.slug}。\n\n三名管理员的登录名和初始密码（只显示这一次，请分别当面交给本人）：`,
  )
  for (const { role, login, name } of administrators)
    console.log(`  ${roleLabel(role)}  ${name}  登录名 ${login}  初始密码 ${passwords[role]}`)
  console.log(
    '\n下一步：npm start 启动后在 /console/ 登录；首次登录须更改密码，并绑定动态口令或者通行密钥。\n系统管理员、安全管理员登录后先看到“启用清单”：还缺什么、由谁在哪里办；审计管理员登录后看到审计日志。已有台账的，由经办人在“台账导入”中导入，或者用 kaicheng ledger import。',
  )
}
