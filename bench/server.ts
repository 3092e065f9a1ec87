import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import autocannon from 'autocannon'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import { serve } from './serve.ts'

const page = '/hegang-ysj/annual-reports/2024'
/** Leads to the form of a request, which nobody else gets and nobody keeps. */
const formPath = '/hegang-ysj/requests/new'

/** Start-up, memory, a report page's requests per second against a bare handler sending the same bytes, and pages written anew. */
export async function benchServer(): Promise<void> {
  const data = dataFolder('bench')
  console.log('server')
  try {
    const first = await start(data)
    console.log(`  first start to first page: ${(first.ms / 1000).toFixed(1)} s (database, demo, reports)`)
    await first.stop()
    const second = await start(data)
    console.log(`  second start to first page: ${(second.ms / 1000).toFixed(2)} s`)
    await fetch(`${second.url}${page}`)
    console.log(`  idle server process: ${memoryMb(second.pid)} MB resident`)
    const body = await (await fetch(`${second.url}${page}`)).text()
    const bare = await startBare(body)
    const load = async (url: string) => (await autocannon({ url, connections: 20, duration: 5 })).requests.average
    await load(`${second.url}${page}`)
    const ours = await load(`${second.url}${page}`)
    const theirs = await load(bare.url)
    console.log(
      `  report page: ${ours.toFixed(0)}/s, bare handler with the same ${(body.length / 1024).toFixed(0)} K characters ${theirs.toFixed(0)}/s, ratio ${(ours / theirs).toFixed(2)}`,
    )
    bare.child.kill()
    await form(second.url)
    const written = await form(second.url)
    console.log(`  request form, written anew for each: ${written.toFixed(0)}/s`)
    await second.stop()
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

/** How many people a second can go from their wish to the form. */
async function form(url: string): Promise<number> {
  const body = new URLSearchParams({ content: '档案馆旧址修缮工程监理日志' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(`${url}${formPath}`, { method: 'POST', headers, body })
  if (!(await answer.text()).includes('证件号码')) throw new Error(`no form: ${answer.status}`)
  const result = await autocannon({
    url: `${url}${formPath}`,
    method: 'POST',
    headers,
    body,
    connections: 20,
    duration: 5,
  })
  if (result.non2xx > 0) throw new Error(`${result.non2xx} forms were not given`)
  return result.requests.average
}

async function start(data: string) {
  const begun = performance.now()
  const { child, url } = await serve({ KAICHENG_DATA: data, KAICHENG_DEMO: 'on' })
  await (await fetch(`${url}/`)).text()
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGINT')
    })
  return { url, pid: child.pid ?? 0, ms: performance.now() - begun, stop }
}

const bareServer = `
  const body = Buffer.from(require('fs').readFileSync(0))
  const server = require('http').createServer((_, reply) => { reply.setHeader('content-type', 'text/html'); reply.end(body) })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))`

async function startBare(body: string) {
  const child = spawn(process.execPath, ['-e', bareServer], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(body)
  return { child, url: (await printed(child, 'http')).trim() }
}

function printed(child: ChildProcess, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
    child.stdout?.on('data', (chunk) => {
      said += chunk
      if (said.includes(text)) resolve(said)
    })
  })
}

function memoryMb(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
