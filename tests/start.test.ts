import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import { testDatabase } from '../src/db/testing/database.ts'

const root = dataFolder('start')
const data = join(root, 'data')
const started: ChildProcess[] = []

afterAll(async () => {
  for (const child of started) child.kill('SIGINT')
  await Promise.all(started.map(ended))
  rmSync(root, { recursive: true, force: true })
})

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

interface Begun {
  readonly child: ChildProcess
  readonly said: () => string
}
interface Server extends Begun {
  readonly url: string
}

/** Starts the server, or the worker, as a person would. */
function begin(settings: Record<string, string> = {}, command: 'serve' | 'work' = 'serve'): Begun {
  const child = spawn('bin/kaicheng', [command], {
    env: { ...process.env, KAICHENG_DATA: data, KAICHENG_DEMO: 'off', PORT: '0', NODE_ENV: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return { child, said: () => said }
}

/** Resolves with its address once it serves, rejects with what it said when it ended instead. */
function serve(settings: Record<string, string> = {}): Promise<Server> {
  const { child, said } = begin(settings)
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0]
      if (url && said().includes('按 Ctrl+C')) resolve({ child, said, url })
    })
    child.once('exit', (code) => reject(new Error(`${code}: ${said()}`)))
  })
}

/** The process that serves, below the door that `child` is. */
const serverPid = ({ child }: Begun): number =>
  Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')[0])

const ready = async ({ url }: Server) => (await fetch(`${url}/readyz`)).status

/** Where the cluster is: in the data folder, or where a note in it says. */
function cluster(): string {
  const note = join(data, 'postgres-location.txt')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(data, 'postgres')
}

test('a second server on the same data folder says so and ends; a killed one leaves a database that the next recovers', async () => {
  const first = await serve()
  expect(await ready(first)).toBe(200)
  expect(readFileSync(`/proc/${serverPid(first)}/environ`, 'utf8')).toContain('glibc.malloc.hugetlb=1')
  await expect(serve()).rejects.toThrow(/^1: .*已有一个开诚在运行/s)
  expect(await ready(first)).toBe(200)

  process.kill(serverPid(first), 'SIGKILL')
  await ended(first.child)
  const second = await serve()
  expect(await ready(second)).toBe(200)

  const postmaster = Number(readFileSync(join(cluster(), 'postmaster.pid'), 'utf8').split('\n')[0])
  process.kill(serverPid(second), 'SIGKILL')
  process.kill(postmaster, 'SIGKILL')
  await ended(second.child)
  const third = await serve()
  expect(await ready(third)).toBe(200)

  third.child.kill('SIGINT')
  expect(await ended(third.child)).toBe(0)
  expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false)
})

test('a start with a setting that cannot be ends and says why, and leaves nothing that keeps the next from starting', async () => {
  const folder = join(root, 'settings')
  await expect(serve({ KAICHENG_DATA: folder, KAICHENG_SMTP_URL: 'smtp.shili.gov.cn' })).rejects.toThrow(/^1: .*SMTP/s)
  await saidBy({ KAICHENG_DATA: folder })
})

test('with DATABASE_URL the same code uses that server, loads no demo, and several may share it', async () => {
  const { ownerUrl: url } = await testDatabase()
  const servers = [await serve({ DATABASE_URL: url }), await serve({ DATABASE_URL: url })]
  for (const server of servers) {
    expect(await ready(server)).toBe(200)
    expect(await (await fetch(`${server.url}/api/organs`)).json()).toEqual([])
  }
})

/** Resolves once it says that timed work has begun, rejects with what it said when it ended instead. */
function work(settings: Record<string, string> = {}): Promise<Begun> {
  const begun = begin(settings, 'work')
  return new Promise((resolve, reject) => {
    begun.child.stdout?.on('data', () => begun.said().includes('按 Ctrl+C') && resolve(begun))
    begun.child.once('exit', (code) => reject(new Error(`${code}: ${begun.said()}`)))
  })
}

test('timed work may run in processes of its own: servers with KAICHENG_WORK=off do none, a worker opens no port and does it', async () => {
  const { ownerUrl: url, owner } = await testDatabase()
  const shared = { DATABASE_URL: url, KAICHENG_WORK: 'off' }
  const server = await serve(shared)
  expect(await ready(server)).toBe(200)
  await until(() => server.said().includes('请另外启动 kaicheng work'))
  const jobs = async () => (await owner.selectFrom('jobRuns').select('name').execute()).map(({ name }) => name)
  expect(await jobs()).toEqual([])

  const workers = await Promise.all([work(shared), work(shared)])
  expect(await jobs()).toContain('send-mail')
  const boss = await sql<{
    n: number
  }>`select count(*)::int as n from pgboss.schedule where name = 'send-mail'`.execute(owner)
  expect(boss.rows).toEqual([{ n: 1 }])
  for (const worker of workers) expect(listening(serverPid(worker))).toEqual([])
  expect(listening(serverPid(server))).toHaveLength(1)
  for (const worker of workers) {
    worker.child.kill('SIGTERM')
    expect(await ended(worker.child)).toBe(0)
  }
  expect(await ready(server)).toBe(200)
})

/** The TCP ports on which a process listens. */
function listening(pid: number): string[] {
  const own = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`)))
  return ['tcp', 'tcp6'].flatMap((kind) =>
    readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(([, , , state, , , , , , inode]) => state === '0A' && own.has(`socket:[${inode}]`))
      .map(([, address = '']) => address),
  )
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

test('a worker on an embedded database that a server holds is refused and leaves the server alone; on none at all it makes none', async () => {
  const folder = join(root, 'worker')
  await expect(work({ KAICHENG_DATA: folder })).rejects.toThrow(/^1: .*里没有开诚的数据库/s)
  expect(existsSync(folder)).toBe(false)
  const server = await serve({ KAICHENG_DATA: folder })
  await expect(work({ KAICHENG_DATA: folder })).rejects.toThrow(/^1: .*定时工作由它办理/s)
  expect(await ready(server)).toBe(200)
  server.child.kill('SIGINT')
  expect(await ended(server.child)).toBe(0)
  const worker = await work({ KAICHENG_DATA: folder })
  await expect(serve({ KAICHENG_DATA: folder })).rejects.toThrow(/^1: .*已有一个开诚在运行/s)
  worker.child.kill('SIGINT')
  expect(await ended(worker.child)).toBe(0)
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false)
  await expect(serve({ KAICHENG_DATA: folder, KAICHENG_WORK: 'no' })).rejects.toThrow('应为 on 或 off')
})

/** What it says until it serves, and then stops; the refusal when it does not. */
async function saidBy(settings: Record<string, string>): Promise<string> {
  const { child, said } = await serve(settings)
  child.kill('SIGINT')
  expect(await ended(child)).toBe(0)
  return said()
}

test('the demo comes into an empty data folder only when it is asked for, and its accounts are printed for it alone', async () => {
  const asked = join(root, 'asked')
  expect(await saidBy({ KAICHENG_DATA: asked, KAICHENG_DEMO: 'on' })).toContain('演示账号')
  expect(await saidBy({ KAICHENG_DATA: asked, KAICHENG_DEMO: '' })).toContain('演示账号')
}, 300_000)

test('a real bureau never meets the demo: neither its accounts nor its data', async () => {
  const real = join(root, 'real')
  const empty = await saidBy({ KAICHENG_DATA: real, KAICHENG_DEMO: '' })
  expect(empty).toContain('kaicheng setup')
  expect(empty).toMatch(/http:\/\/127\.0\.0\.1:\d+\/console\/setup#[\w-]{43}$/m)
  expect(empty).not.toMatch(/演示账号|已装入/)
  execFileSync('bin/kaicheng', bureau, { env: { ...process.env, KAICHENG_DATA: real, NODE_ENV: '' }, stdio: 'pipe' })
  await expect(serve({ KAICHENG_DATA: real, KAICHENG_DEMO: 'on' })).rejects.toThrow('有正式的机关，不能装入演示数据')
  for (const word of ['', 'off'])
    expect(await saidBy({ KAICHENG_DATA: real, KAICHENG_DEMO: word })).not.toMatch(/演示|setup/)
  await expect(serve({ KAICHENG_DATA: real, KAICHENG_DEMO: 'yes' })).rejects.toThrow('应为 on')
}, 300_000)

const bureau = [
  'setup',
  '--slug',
  'shili-tjj',
  '--name',
  '示例市统计局',
  '--kind',
  '部门',
  '--level',
  '市',
  '--letter-code',
  '示统',
  '--ogi-work-body',
  '示例市统计局办公室',
  '--unit',
  '办公室',
  '--credit-code',
  '91350100M000100Y43',
  '--system-admin',
  'wangwu:王五',
  '--security-admin',
  'zhaoliu:赵六',
  '--audit-admin',
  'qianqi:钱七',
]

test('a start that is killed between database and readiness is joined by the next, which stops the database at its end', async () => {
  const folder = join(root, 'killed')
  const begun = begin({ KAICHENG_DATA: folder })
  const lock = join(folder, 'postgres', 'postmaster.pid')
  await until(() => existsSync(lock))
  process.kill(serverPid(begun), 'SIGKILL')
  await ended(begun.child)
  expect(existsSync(lock)).toBe(true)
  await saidBy({ KAICHENG_DATA: folder })
  expect(existsSync(lock)).toBe(false)
})

test('a start that is told to stop before it serves ends the database that it started', async () => {
  const folder = join(root, 'stopped')
  const begun = begin({ KAICHENG_DATA: folder })
  const lock = join(folder, 'postgres', 'postmaster.pid')
  await until(() => existsSync(lock))
  begun.child.kill('SIGTERM')
  await ended(begun.child)
  expect(begun.said()).not.toContain('按 Ctrl+C')
  expect(existsSync(lock)).toBe(false)
})

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

test('KAICHENG_TODAY is refused in production', () => {
  const run = () =>
    execFileSync('bin/kaicheng', ['serve'], {
      env: { ...process.env, KAICHENG_DATA: data, KAICHENG_TODAY: '2026-01-01', NODE_ENV: 'production' },
      stdio: 'pipe',
    })
  expect(run).toThrow('正式运行时不能用 KAICHENG_TODAY')
})
