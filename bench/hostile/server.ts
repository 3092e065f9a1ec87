import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import serverEnvironment from '../../bin/server-environment.json' with { type: 'json' }

export interface Running {
  readonly port: number
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** The bundle on loopback, with the demo. */
export async function startServer(data: string): Promise<Running> {
  const port = 20_000 + (process.pid % 20_000)
  const child = spawn(process.execPath, ['dist/kaicheng.js', 'serve'], {
    env: { ...serverEnvironment, ...process.env, PORT: String(port), KAICHENG_DATA: data, KAICHENG_DEMO: 'on' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('按 Ctrl+C')) resolve()
    })
  })
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGINT')
    })
  return { port, pid: child.pid ?? 0, stop }
}

export function residentMb(pid: number): number {
  try {
    const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return Number.NaN
  }
}
