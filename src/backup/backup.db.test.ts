import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { anchorAudit } from '../audit/anchors.ts'
import { type Command, runCommand } from '../cli/testing/command.ts'
import { keysFrom } from '../db/keys.ts'
import { makeBackup } from './backup.ts'
import { draftName, isFinished, type PhysicalManifest, readManifest, writeManifest } from './manifest.ts'
import { restore } from './restore.ts'
import { anInstance, contentOf, isUntouched, layKey, lookInto } from './testing/instance.ts'
import { walk } from './tree.ts'

const here = await anInstance()
afterAll(() => here.remove())
const { program } = here.order
const at = (name: string) => join(here.root, name)
const backUp = (name: string, facts: { signal?: AbortSignal } = {}) =>
  makeBackup({ dataFolder: here.data, into: at(name), program, env: { PORT: '3000' }, isScratch: true, ...facts })
const bringBack = (from: string, to: string, facts = {}) =>
  restore({ ...here.order, from: at(from), dataFolder: at(to), ...facts })

for (let count = 0; count < 5; count += 1) await here.register()
await anchorAudit(here.db, here.data, [here.organ.id], new Date())
await backUp('quiet')
const quiet = await contentOf(here.ownerUrl)

describe('a backup', () => {
  test('comes back row for row, with its anchors, and only its owner may read it', async () => {
    const { tables } = await bringBack('quiet', 'again')
    expect(tables).toEqual(quiet)
    expect(readdirSync(at('again')).sort()).toEqual(['audit-anchors.jsonl', 'kaicheng.json', 'keys', 'postgres'])
    const open = [...walk(at('quiet'))].filter(({ path }) => (statSync(join(at('quiet'), path)).mode & 0o077) !== 0)
    expect(open).toEqual([])
    expect([...walk(at('quiet'))].filter(({ path }) => path.includes('.key'))).toEqual([])
  })

  test('made while people write has everything acknowledged before its end, whole', async () => {
    const acknowledged = new Map<string, number>()
    let isOver = false
    const writer = async () => {
      while (!isOver) acknowledged.set(await here.register(), Date.now())
    }
    const writers = [writer(), writer(), writer(), writer()]
    const manifest = await backUp('busy')
    isOver = true
    await Promise.all(writers)
    const before = [...acknowledged].filter(([, when]) => when < Date.parse(manifest.until)).map(([id]) => id)
    expect(before.length).toBeGreaterThan(3)
    const { problems } = await bringBack('busy', 'busy-again')
    expect(problems).toEqual([])
    await lookInto(at('busy-again'), async (client) => {
      const { rows } = await client.query<{ id: string; events: number; audits: number }>(
        `select r.id, (select count(*)::int from request_events e where e.request_id = r.id) as events,
           (select count(*)::int from audit_entries a where a.subject = r.id::text) as audits from requests r`,
      )
      const stored = new Set(rows.map(({ id }) => id))
      expect(before.filter((id) => !stored.has(id))).toEqual([])
      expect(rows.filter(({ events, audits }) => events === 0 || audits === 0)).toEqual([])
    })
  })

  test('two at the same time are both made; into one folder only one', async () => {
    await Promise.all([backUp('one'), backUp('two')])
    expect([isFinished(at('one')), isFinished(at('two'))]).toEqual([true, true])
    for (const name of ['one', 'two']) rmSync(at(name), { recursive: true })
    const both = await Promise.allSettled([backUp('same'), backUp('same')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(isFinished(at('same'))).toBe(true)
    rmSync(at('same'), { recursive: true })
  })

  test('goes only into an empty folder apart from the data', async () => {
    mkdirSync(at('full'))
    writeFileSync(join(at('full'), 'letter.txt'), '')
    await expect(backUp('full')).rejects.toThrow('不是空的')
    await expect(backUp('full/letter.txt')).rejects.toThrow('不是目录')
    await expect(backUp('data/backup')).rejects.toThrow('一个在另一个里面')
    symlinkSync(here.data, at('elsewhere'))
    await expect(backUp('elsewhere/backup')).rejects.toThrow('一个在另一个里面')
    await expect(backUp('.')).rejects.toThrow('一个在另一个里面')
    expect(readdirSync(at('full'))).toEqual(['letter.txt'])
  })

  test('that is interrupted leaves nothing', async () => {
    for (const ms of [0, 60, 200]) {
      const signal = AbortSignal.timeout(ms)
      await expect(backUp('cut/short', { signal })).rejects.toThrow('被中断')
      expect(existsSync(at('cut'))).toBe(false)
    }
  })
})

/** One change to the backup `quiet`, undone afterwards. */
const damages: readonly [string, (file: string) => () => void, string][] = [
  [
    'a flipped bit',
    (file) => {
      const bytes = readFileSync(file)
      const changed = Buffer.from(bytes)
      changed[100] = (changed[100] ?? 0) ^ 1
      writeFileSync(file, changed)
      return () => writeFileSync(file, bytes)
    },
    'cluster/global/pg_control 内容被改动',
  ],
  [
    'a missing file',
    (file) => {
      renameSync(file, at('aside'))
      return () => renameSync(at('aside'), file)
    },
    'cluster/global/pg_control 不见了',
  ],
  [
    'a truncated file',
    (file) => {
      copyFileSync(file, at('aside'))
      truncateSync(file, 4000)
      return () => renameSync(at('aside'), file)
    },
    'cluster/global/pg_control 大小不对',
  ],
  [
    'an additional file',
    (file) => {
      writeFileSync(`${file}2`, '')
      return () => rmSync(`${file}2`)
    },
    'cluster/global/pg_control2 是备份做完以后多出来的',
  ],
  [
    'a link in the place of a file',
    (file) => {
      renameSync(file, at('aside'))
      symlinkSync(at('aside'), file)
      return () => renameSync(at('aside'), file)
    },
    'cluster/global/pg_control 不是普通文件',
  ],
]

describe('a restore refuses, and writes nothing', () => {
  const refuses = async (reason: string, facts = {}, from = 'quiet') => {
    await expect(bringBack(from, 'never', facts)).rejects.toThrow(reason)
    expect(isUntouched(at('never'))).toBe(true)
  }

  test.for(damages)('%s', async ([, damage, reason]) => {
    const mend = damage(join(at('quiet'), 'cluster/global/pg_control'))
    await refuses(reason)
    mend()
  })

  test('a manifest that is missing, cut short, changed, or sealed with another key', async () => {
    const path = join(at('quiet'), 'manifest.json')
    const text = readFileSync(path, 'utf8')
    for (const [wrong, reason] of [
      [text.slice(0, -200), '内容不完整'],
      [text.replace('"organId": 1', '"organId": 2'), '与自身的校验码不符'],
      ['', '内容不完整'],
    ] as const) {
      writeFileSync(path, wrong)
      await refuses(reason)
    }
    writeFileSync(path, text)
    const { body } = readManifest(at('quiet'), program)
    writeManifest(at('quiet'), body, keysFrom(Buffer.alloc(32, 8)))
    await refuses('校验码与密钥不符')
    rmSync(path)
    await refuses('没有备份清单')
    writeFileSync(path, text)
  })

  test('a backup of a newer program or another PostgreSQL', async () => {
    const manifest = readManifest(at('quiet'), program).body as PhysicalManifest
    const keys = keysFrom(Buffer.alloc(32, 7))
    writeManifest(at('quiet'), { ...manifest, program: '9.0.0' }, keys)
    await refuses('较新的开诚 9.0.0')
    writeManifest(at('quiet'), { ...manifest, postgres: '19.1' }, keys)
    await refuses('PostgreSQL 19.1')
    writeManifest(at('quiet'), manifest, keys)
  })

  test('another key, none, and one that others may read', async () => {
    await refuses('密钥不对', { keyFile: layKey(at('keys/other.key'), 8) })
    await refuses('恢复需要主密钥', { keyFile: undefined })
    const open = layKey(at('keys/open.key'))
    chmodSync(open, 0o644)
    await expect(bringBack('quiet', 'never', { keyFile: open })).rejects.toThrow()
    expect(isUntouched(at('never'))).toBe(true)
  })

  test('a folder that is not empty, a time, and a result that its checks find unsound', async () => {
    await expect(bringBack('quiet', 'full')).rejects.toThrow('不是空的')
    await refuses('--until 只用于', { until: new Date() })
    await refuses('第3行不对', { checks: async () => ['第3行不对'] })
  })
})

test('a key that lies in its place already is used and stays', async () => {
  const key = layKey(at('prepared/keys/kaicheng.key'))
  await bringBack('quiet', 'prepared', { keyFile: undefined })
  expect(readFileSync(key, 'utf8')).toBe(readFileSync(here.keyFile, 'utf8'))
  expect(readdirSync(here.root).filter((name) => /restor|before/.test(name))).toEqual([])
})

execFileSync(process.execPath, ['bin/setup.mjs'], { stdio: 'ignore' })

describe('kill -9', () => {
  const killed = async (command: Command, ms: number) => {
    await Promise.race([command.ended, setTimeout(ms)])
    command.signal('SIGKILL')
    await command.ended
  }

  test('of a backup leaves what no restore takes for one, and the next is whole', async () => {
    for (const ms of [500, 900, 1300]) {
      await killed(runCommand(here.data, ['backup', at(`killed-${ms}`)]), ms)
      if (isFinished(at(`killed-${ms}`))) continue
      mkdirSync(at(`killed-${ms}`), { recursive: true })
      await expect(bringBack(`killed-${ms}`, 'never')).rejects.toThrow('没有备份清单')
    }
    expect(isUntouched(at('never'))).toBe(true)
    await backUp('after-kills')
    expect(isFinished(at('after-kills'))).toBe(true)
  })

  test('of a restore leaves no data folder, and it can be run again', async () => {
    for (const ms of [700, 1500, 2500, 3500]) {
      await killed(runCommand(at('half'), ['restore', at('quiet'), '--key', here.keyFile]), ms)
      if (existsSync(at('half'))) rmSync(at('half'), { recursive: true })
    }
    const { tables } = await bringBack('quiet', 'half')
    expect(tables).toEqual(quiet)
    expect(existsSync(`${at('half')}.restoring`)).toBe(false)
  })
})

test('Ctrl-C ends a backup and a restore: exit 1, said in words, and nothing of it is left', async () => {
  const interrupted = async (command: Command, sign: string) => {
    await vi.waitFor(() => expect(existsSync(sign)).toBe(true), { timeout: 30_000, interval: 5 })
    command.signal('SIGINT')
    // The terminal and the program above send it both.
    command.signal('SIGINT')
    return command.ended
  }
  const backup = runCommand(here.data, ['backup', at('above/ctrl-c')])
  const { code, said } = await interrupted(backup, join(at('above/ctrl-c'), draftName))
  expect([code, said]).toEqual([1, expect.stringContaining('被中断')])
  expect(existsSync(at('above'))).toBe(false)
  const restoring = runCommand(at('ctrl-c'), ['restore', at('quiet'), '--key', here.keyFile])
  expect((await interrupted(restoring, `${at('ctrl-c')}.restoring`)).code).toBe(1)
  expect(isUntouched(at('ctrl-c'))).toBe(true)
})

test('an instance that is stopped is backed up as well, and stopped afterwards', async () => {
  await here.close()
  const isRunning = () => existsSync(join(here.place.folder, 'postmaster.pid'))
  expect(isRunning()).toBe(false)
  const { heads } = await backUp('stopped')
  expect([isFinished(at('stopped')), heads.length, isRunning()]).toEqual([true, 1, false])
})
