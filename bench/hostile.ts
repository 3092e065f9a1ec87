import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { promisify } from 'node:util'
import { openRuntime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import { attacks } from './hostile/attacks.ts'
import { watchServer } from './hostile/beside.ts'
import { type Running, startServer } from './hostile/server.ts'
import { lengthen } from './long-records.ts'

const columns = ['attack', 'answers', 'home p50/max', 'sign-in p50/max', 'upload max', 'loop max', 'RSS +']
/** An attack that is not over by then is ended, and told as failed. */
const longestMs = 40_000
const targets = ['target', '', '≤ 1 s', '≤ 1 s', '≤ 1 s', '≤ 100 ms', '≤ 400 MB']

/** What everybody else waits for, and what the server's process takes, while it is attacked in one way after the other. */
export async function benchHostile(): Promise<void> {
  const [, , , attack, port] = process.argv
  if (attack !== undefined && port !== undefined) return attackAlone(Number(attack), Number(port))
  const data = dataFolder('bench')
  console.log('hostile: what others notice of attacks on loopback')
  const server = await startServer(data)
  try {
    await makeLongRecords(data)
    print(columns)
    print(targets)
    const only = process.env.BENCH_HOSTILE
    for (const [index, { name }] of attacks.entries()) {
      if (only && !name.includes(only)) continue
      const watched = await watchServer(server)
      // One that fails must not keep the others from being told.
      const answers = await inProcess(index, server).catch(
        (error: Error) =>
          `failed: ${error.message.split('\n').find((line) => line.startsWith('Error:')) ?? error.message.split('\n', 1)[0]}`,
      )
      print([name, answers, ...(await watched.stop())])
    }
  } finally {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

/** Beside the server, as a command would. */
async function makeLongRecords(data: string): Promise<void> {
  const runtime = await openRuntime({ dataFolder: data })
  await lengthen(runtime.ownerUrl, 'hegang-ysj', 1_500, 12)
  await runtime.close()
}

/** From a process of its own: whoever attacks must not keep those waiting that only look. */
async function inProcess(attack: number, { port }: Pick<Running, 'port'>): Promise<string> {
  const script = process.argv[1] ?? ''
  const { stdout } = await promisify(execFile)(process.execPath, [script, 'hostile', String(attack), String(port)], {
    timeout: longestMs,
  })
  return stdout.split('\n').at(-2) ?? ''
}

/** Attackers have machines of their own: the processor of this one is the server's and its visitors'. */
async function attackAlone(attack: number, port: number): Promise<void> {
  setPriority(10)
  console.log(await attacks[attack]?.run({ port }))
}

const widths = [54, 26, 15, 15, 22, 10, 8]

const print = (row: readonly string[]): void =>
  console.log(`  ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  ')}`)
