import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { openPool, type PoolLimits, Undone } from './pool.ts'
import { waitingLine } from './waiting-line.ts'

const script = new URL('./testing/tasks.ts', import.meta.url)
const usual: PoolLimits = {
  processes: 1,
  forReaders: 1,
  ms: 20_000,
  memoryMb: 500,
  places: 10,
  keptForOffice: 2,
  ofOneNetwork: 3,
}
const aPool = (limits: Partial<PoolLimits> = {}) => {
  const pool = openPool(script, { ...usual, ...limits })
  afterAll(pool.close)
  return pool
}
const why = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Undone ? error.why : String(error)),
  )

describe('work in processes of its own', () => {
  test('comes back as it was, one task after the other by the same process', async () => {
    const pool = aPool()
    const first = await pool.run({ what: 'echo' }, 'office')
    expect(first).toMatchObject({ what: 'echo', bytes: new Uint8Array([1, 2, 3]) })
    expect(await pool.run({ what: 'echo' }, 'office')).toEqual(first)
    expect((first as { pid: number }).pid).not.toBe(process.pid)
  })

  test('a complaint of the task is an error, and the process stays', async () => {
    const pool = aPool()
    const { pid } = (await pool.run({ what: 'echo' }, 'office')) as { pid: number }
    await expect(pool.run({ what: 'complain' }, 'office')).rejects.toThrow('not like this')
    expect(await pool.run({ what: 'echo' }, 'office')).toMatchObject({ pid })
  })

  test.each([
    ['abort', 'crashed', {}],
    ['leave', 'crashed', {}],
    ['spin', 'slow', { ms: 6_000 }],
    ['hog', 'large', { memoryMb: 250 }],
  ] as const)('%s: the task is %s, the server lives and the next one is done', async (what, outcome, limits) => {
    const pool = aPool(limits)
    const waiting = pool.run({ what: 'echo' }, 'office')
    expect(await why(pool.run({ what }, 'office'))).toBe(outcome)
    expect(await waiting).toMatchObject({ what: 'echo' })
    expect(await pool.run({ what: 'echo' }, 'office')).toMatchObject({ what: 'echo' })
  })

  test('who finds no place hears so at once; the office keeps a process and places', async () => {
    const pool = aPool({ processes: 2 })
    const reader = (network: string) => why(pool.run({ what: 'wait' }, { network }))
    // The first is underway, three of each network wait, and no fourth.
    const ofOne = [reader('a'), reader('a'), reader('a'), reader('a')]
    expect(await reader('a')).toBe('full')
    const others = [reader('b'), reader('b'), reader('b'), reader('c'), reader('c')]
    expect(await reader('d')).toBe('full')
    // All the same the office is served.
    expect(await pool.run({ what: 'echo' }, 'office')).toMatchObject({ what: 'echo' })
    pool.close()
    expect(new Set(await Promise.all([...ofOne, ...others]))).toEqual(new Set(['crashed']))
  })

  test('a server that is killed leaves no process behind, not even one that computes for ever', async () => {
    const server = `
      const { openPool } = await import('${new URL('./pool.ts', import.meta.url)}')
      const pool = openPool(new URL('${script}'), ${JSON.stringify({ ...usual, processes: 2 })})
      const { pid } = await pool.run({ what: 'echo' }, 'office')
      console.log(pid)
      pool.run({ what: 'spin' }, 'office')
      setTimeout(() => process.kill(process.pid, 'SIGKILL'), 300)`
    const ended = promisify(execFile)(process.execPath, ['--input-type=module', '-e', server])
    const { stdout } = await ended.catch((error: { stdout: string }) => error)
    const pid = Number(stdout)
    expect(pid).toBeGreaterThan(0)
    while (existsSync(`/proc/${pid}/exe`)) await setTimeout(50)
  })
})

describe('the line', () => {
  const limits = { places: 6, keptForOffice: 1, ofOneNetwork: 3 }

  test('the office comes first, then the network that was served longest ago', () => {
    const line = waitingLine<string>(limits)
    for (const task of ['a1', 'a2', 'a3']) line.join(task, { network: 'a' })
    line.join('b1', { network: 'b' })
    line.join('o1', 'office')
    expect(Array.from({ length: 6 }, () => line.next(true))).toEqual(['o1', 'a1', 'b1', 'a2', 'a3', undefined])
  })

  test('readers wait where only the office may begin, and leave it its places', () => {
    const line = waitingLine<string>(limits)
    expect(['a', 'a', 'a', 'a', 'b', 'c', 'd'].map((network) => line.join(network, { network }))).toEqual(
      // Three of one network; five readers of six.
      [true, true, true, false, true, true, false],
    )
    expect(line.next(false)).toBeUndefined()
    expect(line.join('o1', 'office')).toBe(true)
    expect(line.join('o2', 'office')).toBe(false)
    expect(line.next(false)).toBe('o1')
  })
})
