import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { installationRoot } from '../../src/db/runtime.ts'

/** How a command of the built program ended. */
export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null
  /** All that it said, errors included. */
  readonly said: string
}

export interface Command {
  readonly ended: Promise<Ended>
  readonly kill: () => void
}

/** Runs a command of the built program on a data folder, as somebody at a terminal does. */
export function runCommand(dataFolder: string, args: readonly string[]): Command {
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', 'dist/kaicheng.js', ...args], {
    cwd: installationRoot(),
    env: { ...process.env, KAICHENG_DATA: dataFolder, KAICHENG_DEMO: 'off', NODE_ENV: '', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk
    })
  return {
    // Not `close`: a database that it has started keeps what it inherited open.
    ended: once(child, 'exit').then(([code]) => ({ code, said })),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** `kill -9` at a random moment within so many milliseconds; true when it fell before the command had ended. */
export async function killWithin(command: Command, ms: number): Promise<boolean> {
  await Promise.race([command.ended, setTimeout(Math.random() * ms)])
  command.kill()
  return (await command.ended).code === null
}

/** Runs a command that must succeed. */
export async function succeed(dataFolder: string, args: readonly string[]): Promise<void> {
  const { code, said } = await runCommand(dataFolder, args).ended
  if (code !== 0) throw new Error(`kaicheng ${args.join(' ')} ended with ${code}: ${said}`)
}
