import { type ChildProcess, spawn } from 'node:child_process'

/** The built server in a process of its own, with these settings; answers once it is open. */
export async function serve(
  settings: NodeJS.ProcessEnv,
): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const port = 20_000 + (process.pid % 20_000)
  const child = spawn(process.execPath, ['dist/kaicheng.js', 'serve'], {
    env: { ...process.env, PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    child.stdout?.on('data', (chunk) => String(chunk).includes('Ctrl+C') && resolve())
  })
  return { child, url: `http://127.0.0.1:${port}` }
}
