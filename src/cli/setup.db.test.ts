import { rmSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { inActs } from '../db/organ.ts'
import { dataFolder } from '../db/testing/data-folder.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { Browser } from '../organs/testing/staff.ts'
import { askMissing, askUntilRight } from './ask.ts'
import { register } from './setup.ts'
import { setupQuestions } from './setup-questions.ts'
import { register as registerStaff } from './staff.ts'

const real = await testDatabase()
const demo = await testDatabase()
const folder = dataFolder('setup')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  vi.stubEnv('KAICHENG_TODAY', '2026-11-24')
  vi.stubEnv('KAICHENG_DATA', folder)
  await inActs(demo.owner, (tx) => organs.add(tx, anOrgan({ isDemo: true })))
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function run(words: readonly string[], ownerUrl = real.ownerUrl): Promise<string> {
  vi.stubEnv('DATABASE_URL', ownerUrl)
  const said: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  const program = new Command()
  register(program)
  registerStaff(program)
  await program.parseAsync(['node', 'kaicheng', ...words])
  return said.join('\n')
}

const bureau = (more: Record<string, string> = {}): string[] => {
  const facts = {
    slug: 'shili-tjj',
    name: '示例市统计局',
    kind: '部门',
    level: '市',
    'letter-code': '示统',
    'ogi-work-body': '示例市统计局办公室',
    unit: '办公室',
    'credit-code': '91350100M000100Y43',
    'system-admin': 'wangwu:王五',
    'security-admin': 'zhaoliu:赵六',
    'audit-admin': 'qianqi:钱七',
    ...more,
  }
  return ['setup', ...Object.entries(facts).flatMap(([name, value]) => [`--${name}`, value])]
}

describe('kaicheng setup', () => {
  test.for([
    { what: 'a credit code that is none', more: { 'credit-code': '91350100M000100Y34' }, why: '--credit-code：' },
    { what: 'a kind that there is not', more: { kind: '企业' }, why: '--kind：请填政府、部门、乡镇街道之一' },
    { what: 'one person twice', more: { 'audit-admin': 'WangWu:钱七' }, why: '应当是三个人' },
    { what: 'an administrator without a name', more: { 'system-admin': 'wangwu' }, why: '请填写管理员姓名' },
    { what: 'one person twice, at the second place', more: { 'audit-admin': 'WangWu:钱七' }, why: '--audit-admin：' },
    { what: 'no work body (art. 4)', more: { 'ogi-work-body': '' }, why: '--ogi-work-body：请填写' },
    { what: 'a parent that is not here', more: { parent: 'nowhere' }, why: '没有找到代号为“nowhere”的机关' },
  ])('refuses $what, and nothing is started', async ({ more, why }) => {
    await expect(run(bureau(more))).rejects.toThrow(why)
    expect(await real.owner.transaction().execute(organs.list)).toEqual([])
  })

  test('never beside the demo', async () => {
    await expect(run(bureau(), demo.ownerUrl)).rejects.toThrow('演示与正式数据不能混用')
  })

  test('starts a bureau, empty, with three administrators whose first passwords are said once', async () => {
    const said = await run(bureau())
    const passwords = [...said.matchAll(/登录名 (\S+) {2}初始密码 (\S+)/g)].map(([, login = '', password = '']) => ({
      login,
      password,
    }))
    expect(passwords.map(({ login }) => login)).toEqual(['wangwu', 'zhaoliu', 'qianqi'])
    const [organ] = await real.owner.transaction().execute(organs.list)
    expect(organ).toMatchObject({
      slug: 'shili-tjj',
      isDemo: false,
      creditCode: '91350100M000100Y43',
      letterCode: '示统',
    })
    const units = await real.owner.selectFrom('workUnits').selectAll().execute()
    expect(units).toMatchObject([{ name: '办公室', isOgiWorkBody: true }])
    const columns = await real.owner.selectFrom('platformColumns').select('id').where('parentId', 'is', null).execute()
    expect(columns.map(({ id }) => id).sort()).toEqual(['fdzdgknr', 'ysqgk', 'zfxxgknb', 'zfxxgkzd', 'zfxxgkzn'])
    expect(await real.owner.selectFrom('requests').selectAll().execute()).toEqual([])
    const entries = await real.owner.selectFrom('auditEntries').selectAll().execute()
    expect(entries).toMatchObject([{ action: 'organ.setUp', actorKind: 'operator' }])
    expect(JSON.stringify(entries)).not.toContain(passwords[0]?.password)

    const app = await buildApp({ db: real.db, url: real.url }, {})
    const stages = []
    for (const { login, password } of passwords)
      stages.push((await new Browser(app).signIn(login, new Date(), password)).json().stage)
    expect(stages).toEqual(['changePassword', 'changePassword', 'changePassword'])
    await app.close()
  })

  test('a slug, a name and a login stand once', async () => {
    await expect(run(bureau())).rejects.toThrow('--slug：代号或者名称已由“示例市统计局”（shili-tjj）使用')
    await expect(run(bureau({ slug: 'shili-two' }))).rejects.toThrow('已由“示例市统计局”')
    await expect(run(bureau({ slug: 'shili-two', name: '示例市第二局' }))).rejects.toThrow('登录名“wangwu”已有人使用')
    const admins = { 'system-admin': 'a1:甲', 'security-admin': 'a2:乙', 'audit-admin': 'a3:丙' }
    await run(bureau({ slug: 'shili-two', name: '示例市第二局', parent: 'shili-tjj', ...admins }))
    expect(await real.owner.transaction().execute(organs.list)).toMatchObject([{}, { slug: 'shili-two', parentId: 1 }])
  })

  test('an administrator who lost everything gets back in from the server itself', async () => {
    await expect(run(['staff', 'rescue', 'nobody'])).rejects.toThrow('没有这个工作人员')
    const [, password = ''] = /新初始密码：(\S+)/.exec(await run(['staff', 'rescue', 'ZhaoLiu'])) ?? []
    const app = await buildApp({ db: real.db, url: real.url }, {})
    expect((await new Browser(app).signIn('zhaoliu', new Date(), password)).json()).toEqual({ stage: 'changePassword' })
    await app.close()
  })
})

describe('asking at the terminal', () => {
  const ask = async (typed: string[], known = {}) => {
    const input = new PassThrough()
    const output = new PassThrough()
    const answers = askMissing(setupQuestions, known, { input, output })
    input.end(typed.join('\n'))
    return { answers, shown: () => String(output.read()) }
  }

  test('a wrong answer is asked again, an empty one takes what is proposed', async () => {
    const typed = [
      'Shili TJJ',
      'shili-tjj',
      '示例市统计局',
      '',
      '',
      '',
      '',
      '示统',
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'wang:王',
      'zhao:赵',
      'qian:钱',
    ]
    const { answers, shown } = await ask(typed)
    expect(await answers).toMatchObject({
      slug: 'shili-tjj',
      kind: '部门',
      level: '市',
      ogiWorkBody: '示例市统计局办公室',
      unit: '办公室',
      auditAdmin: 'qian:钱',
    })
    expect(shown()).toContain('代号用小写字母、数字和连字符')
  })

  test('what the options said is not asked; an end in the middle starts nothing', async () => {
    const { answers, shown } = await ask(['示例市统计局'], { slug: 'shili-tjj' })
    await expect(answers).rejects.toThrow('没有填完')
    expect(shown()).not.toContain('网址中的代号')
  })

  test('what is found wrong at the end is asked again, and nothing else', async () => {
    const input = new PassThrough()
    const output = new PassThrough()
    const known = Object.fromEntries(setupQuestions({}).map(({ id }) => [id, `${id}:某`]))
    const taken: Record<string, string>[] = []
    const take = async (answers: Record<string, string>) => {
      taken.push(answers)
      if (taken.length > 1) return []
      input.write('zhao:赵\n')
      return [{ id: 'securityAdmin', why: '登录名“zhaoliu”已有人使用' }]
    }
    await askUntilRight(setupQuestions, known, take, { input, output })
    expect(taken).toEqual([known, { ...known, securityAdmin: 'zhao:赵' }])
    expect(String(output.read())).toBe('  登录名“zhaoliu”已有人使用\n安全管理员（登录名:姓名）：')
  })
})
