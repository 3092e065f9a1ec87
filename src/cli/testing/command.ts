import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { installationRoot } from '../../db/runtime.ts'

/** How a command of the built program ended. */
export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null
  /** All that it said, errors included. */
  readonly said: string
}

export interface Command {
  readonly ended: Promise<Ended>
  readonly signal: (name: NodeJS.Signals) => void
}

/** Runs a command of the built program on a data folder, as somebody at a terminal does. Build it before. */
export function runCommand(
  dataFolder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Command {
  const own = { KAICHENG_DATA: dataFolder, KAICHENG_DEMO: 'off', NODE_ENV: '', DATABASE_URL: '' }
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/kaicheng.js', ...args], {
    cwd: installationRoot(),
    env: { ...process.env, ...own, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk
    })
  // A database that it has started keeps the pipes open: then they are not waited for.
  const closed = once(child, 'close')
  return {
    ended: once(child, 'exit').then(async ([code]) => {
      await Promise.race([closed, new Promise(setImmediate)])
      return { code, said }
    }),
    signal: (name) => void child.kill(name),
  }
}
