import { spawn } from 'node:child_process'
import type { Owner } from './system-account.ts'

/**
 * Runs a program of PostgreSQL to its end, apart from our terminal: Ctrl-C ends us, and we end what we started. Throws what it
 * said when it fails.
 */
export function runApart(program: string, args: readonly string[], owner: Owner | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...owner, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.once('error', reject)
    // Not `close`: the server that pg_ctl starts may keep the pipe.
    child.once('exit', (code) => {
      child.stderr.destroy()
      if (code === 0) resolve()
      else reject(new Error(`${program}: ${code}: ${said.trim()}`))
    })
  })
}
