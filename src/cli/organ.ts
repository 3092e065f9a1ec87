import type { Command } from 'commander'
import { NewOrgan, registerOrgan } from '../organs/actions.ts'
import * as organs from '../organs/store.ts'
import { withDatabase } from './with-database.ts'

const kinds = { 政府: 'government', 部门: 'department', 乡镇街道: 'township' } as const
const levels = { 国家: 'national', 省: 'province', 市: 'city', 县: 'county', 乡: 'township' } as const

/** `kaicheng organ add` and `kaicheng organ list`. */
export function register(program: Command): void {
  const organ = program.command('organ').description('机关：登记、列出')
  organ
    .command('add')
    .description('登记一个机关，之后即可导入它的台账')
    .requiredOption('--slug <代号>', '网址中的代号，如 shili-tjj')
    .requiredOption('--name <全称>', '机关全称，如 示例市统计局')
    .requiredOption('--kind <种类>', '政府、部门、乡镇街道')
    .requiredOption('--level <层级>', '国家、省、市、县、乡')
    .option('--rules', '有规章制定权')
    .option('--work-body <名称>', '政府信息公开工作机构', '')
    .option('--address <地址>', '办公地址', '')
    .option('--postcode <邮编>', '邮政编码', '')
    .option('--phone <电话>', '联系电话', '')
    .option('--email <邮箱>', '电子邮箱', '')
    .option('--site-code <标识码>', '政府网站标识码', '')
    .action(add)
  organ.command('list').description('列出已登记的机关').action(list)
}

async function add(options: Record<string, string | true | undefined>): Promise<void> {
  const read = NewOrgan.safeParse({
    slug: options.slug,
    name: options.name,
    kind: choose('种类', kinds, options.kind),
    level: choose('层级', levels, options.level),
    canMakeRules: options.rules === true,
    ogiWorkBody: options.workBody,
    address: options.address,
    postcode: options.postcode,
    phone: options.phone,
    email: options.email,
    siteCode: options.siteCode,
  })
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('；'))
  const organ = await withDatabase((db) => db.transaction().execute((tx) => registerOrgan(tx, read.data)))
  console.log(`已登记${organ.name}，代号 ${organ.slug}。下一步：kaicheng ledger import 台账.xlsx --organ ${organ.slug}`)
}

function choose<T extends string>(what: string, among: Record<string, T>, typed: unknown): T {
  const chosen = among[String(typed)]
  if (!chosen) throw new Error(`${what}“${typed}”不在可选范围，请填${Object.keys(among).join('、')}之一`)
  return chosen
}

async function list(): Promise<void> {
  const all = await withDatabase((db) => db.transaction().execute(organs.list))
  if (all.length === 0) console.log('还没有登记机关，用 kaicheng organ add 登记')
  for (const { slug, name, isDemo } of all) console.log(`${slug}  ${name}${isDemo ? '（演示）' : ''}`)
}
