import { execFile, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { load } from './measure.ts'

const run = promisify(execFile)
const isThere = (program: string) =>
  run(program, ['-v']).then(
    () => true,
    (error) => error.code !== 'ENOENT',
  )
const rounds = 5
const seconds = 4
const connections = 16

/** A page from memory against nginx giving the same bytes from a file, in turn; both have the whole machine. */
export async function benchBesideNginx(url: string): Promise<void> {
  const hasWrk = await isThere('wrk')
  const measure = hasWrk ? byWrk : byAutocannon
  const nginx = (await isThere('nginx')) ? await startNginx(await bytesOf(url)) : undefined
  const [own, other]: [number[], number[]] = [[], []]
  try {
    for (let round = 0; round < rounds; round += 1) {
      own.push(await measure(url))
      if (nginx) other.push(await measure(nginx.url))
    }
  } finally {
    nginx?.stop()
  }
  const by = `${connections} connections, by ${hasWrk ? 'wrk' : 'autocannon, which may itself be the limit'}`
  console.log(`  record page from memory (${by}): ${middle(own).toFixed(0)}/s  (${load()})`)
  if (nginx)
    console.log(
      `  nginx with the same bytes: ${middle(other).toFixed(0)}/s, ratio ${(middle(own) / middle(other)).toFixed(2)}`,
    )
  else console.log('  nginx is not installed: no comparison')
}

const bytesOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function byWrk(url: string): Promise<number> {
  const { stdout } = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, url])
  if (/Non-2xx/.test(stdout)) throw new Error(stdout)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

const byAutocannon = async (url: string) => (await autocannon({ url, connections, duration: seconds })).requests.average

/** With as many workers as it likes, which Debian's package sets too. */
async function startNginx(bytes: Buffer): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'kaicheng-nginx-'))
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages/page.html'), bytes)
  const port = 40_000 + (process.pid % 20_000)
  const user = process.getuid?.() === 0 ? 'user root root;' : ''
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user} worker_processes auto; daemon off; pid ${folder}/pid; error_log ${folder}/errors;
     events { worker_connections 512; }
     http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000;
       server { listen 127.0.0.1:${port}; root ${folder}/pages; } }`,
  )
  const child = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'inherit'] })
  const stop = () => {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}/page.html`
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  stop()
  throw new Error('nginx does not answer')
}
