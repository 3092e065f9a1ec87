import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import { testDatabase } from '../src/db/testing/database.ts'

const data = dataFolder('start')
const started: ChildProcess[] = []

afterAll(async () => {
  for (const child of started) child.kill('SIGINT')
  await Promise.all(started.map(ended))
  rmSync(data, { recursive: true, force: true })
})

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

interface Server {
  readonly child: ChildProcess
  readonly url: string
}

/** Starts the server as a person would; resolves with its address, rejects with what it said when it ended instead. */
function serve(settings: Record<string, string> = {}): Promise<Server> {
  const child = spawn('bin/kaicheng', ['serve'], {
    env: { ...process.env, KAICHENG_DATA: data, KAICHENG_DEMO: 'off', PORT: '0', NODE_ENV: '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (url && said.includes('按 Ctrl+C')) resolve({ child, url })
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${code}: ${said}`)))
  })
}

/** The process that serves, below the door that `child` is. */
const serverPid = ({ child }: Server): number =>
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

test('with DATABASE_URL the same code uses that server, loads no demo, and several may share it', async () => {
  const { ownerUrl: url } = await testDatabase()
  const servers = [await serve({ DATABASE_URL: url }), await serve({ DATABASE_URL: url })]
  for (const server of servers) {
    expect(await ready(server)).toBe(200)
    expect(await (await fetch(`${server.url}/api/organs`)).json()).toEqual([])
  }
})

test('KAICHENG_TODAY is refused in production', () => {
  const run = () =>
    execFileSync('bin/kaicheng', ['serve'], {
      env: { ...process.env, KAICHENG_DATA: data, KAICHENG_TODAY: '2026-01-01', NODE_ENV: 'production' },
      stdio: 'pipe',
    })
  expect(run).toThrow('正式运行时不能用 KAICHENG_TODAY')
})
