import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import serverEnvironment from '../../bin/server-environment.json' with { type: 'json' }
import { installationRoot } from '../../src/db/runtime.ts'

export interface Application {
  /** Its address; waits while it is down. */
  readonly url: () => Promise<string>
  /** `kill -9`; it is started again at once, as a service manager would. */
  readonly kill: () => void
  readonly stop: () => Promise<void>
  /** What it said each time that it ended without being killed here. */
  readonly deaths: () => readonly string[]
}

const patienceMs = 120_000

/** The real server on this data folder, kept running. `today` is asked at each start. */
export async function runApplication(dataFolder: string, today: () => string): Promise<Application> {
  const root = installationRoot()
  execFileSync(process.execPath, [join(root, 'bin', 'setup.mjs')], { stdio: 'inherit' })
  let child: ChildProcess
  let up: Promise<string>
  let isStopping = false
  let isKilled = false
  const deaths: string[] = []

  const start = () => {
    isKilled = false
    child = spawn(process.execPath, ['--enable-source-maps', 'dist/kaicheng.js', 'serve'], {
      cwd: root,
      env: {
        ...serverEnvironment,
        ...process.env,
        KAICHENG_DATA: dataFolder,
        KAICHENG_DEMO: 'off',
        KAICHENG_TODAY: today(),
        KAICHENG_PROXIES: '127.0.0.1',
        PORT: '0',
        NODE_ENV: '',
        DATABASE_URL: '',
      },
      // By the channel it hears when whoever tests it is gone.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const heard = listenTo(child)
    up = said(child)
    // Nobody may be waiting when it fails; whoever asks next waits for the next start.
    up.catch(() => {})
    child.once('close', (code, signal) => {
      if (isStopping) return
      if (!isKilled) deaths.push(`${code ?? signal}: ${heard()}`)
      start()
    })
  }
  start()
  const url = async () => {
    const until = performance.now() + patienceMs
    while (true) {
      try {
        return await up
      } catch (error) {
        if (performance.now() > until) throw error
      }
    }
  }
  await url()
  return {
    url,
    deaths: () => deaths,
    kill: () => {
      isKilled = true
      child.kill('SIGKILL')
    },
    stop: async () => {
      isStopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGINT')
      await once(child, 'exit')
    },
  }
}

/** All that it says. */
function listenTo(child: ChildProcess): () => string {
  let text = ''
  const hear = (chunk: Buffer) => {
    text += chunk
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  return () => text
}

/** The address, once it is said; what was said instead, when it ended before. */
function said(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const hear = (chunk: Buffer) => {
      text += chunk
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0]
      if (address && text.includes('按 Ctrl+C')) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('close', (code) => reject(new Error(`the server ended with ${code}: ${text}`)))
  })
}
