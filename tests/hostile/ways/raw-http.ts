import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { expect } from 'vitest'
import { type Answer, answerOf, judged, type Outcome } from '../answer.ts'
import { textOf } from '../generate.ts'
import type { Scene } from '../scene.ts'
import { told, type Way } from '../way.ts'

let port: Promise<number> | undefined

/** The application listens on a port of its own for what no client library would send. */
function portOf({ app }: Scene): Promise<number> {
  port ??= app.listen({ port: 0, host: '127.0.0.1' }).then(() => (app.server.address() as AddressInfo).port)
  return port
}

/** These bytes over a bare connection, and what comes back until the server closes it. */
export async function speak(scene: Scene, bytes: string): Promise<Answer> {
  const socket = connect(await portOf(scene), '127.0.0.1')
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk.toString('utf8')
  })
  socket.on('error', () => {})
  socket.end(bytes)
  await once(socket, 'close')
  return read(said)
}

function read(said: string): Answer {
  const [head = '', ...rest] = said.split('\r\n\r\n')
  const [line = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 2)]),
  )
  // A connection that is shut without a word refuses as well.
  return { status: Number(line.split(' ')[1] ?? 400), headers, body: rest.join('\r\n\r\n') }
}

const outcomeOf = (answer: Answer): Outcome => ({
  verdict: answer.status < 400 ? 'accept' : 'reject',
  status: answer.status,
  // What the parser itself refuses is answered by Node, which knows none of our headers.
  answers: answer.headers['content-security-policy'] ? [answer] : [],
})

export const rawBytes: Way = async (scene, input) => {
  const { bytes } = input as { bytes: string }
  return outcomeOf(
    await speak(
      scene,
      bytes.replaceAll('\\r', '\r').replaceAll('\\n', '\n').replaceAll('Host: h\r', 'Host: 127.0.0.1\r'),
    ),
  )
}

/** An address as it stands, which a client library would tidy. */
export const rawPath: Way = async (scene, input) => {
  const target = Buffer.from(textOf(input)).toString('latin1')
  const answer = await speakLatin(scene, `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
  expect(answer.body).not.toContain('root:')
  return outcomeOf(answer)
}

async function speakLatin(scene: Scene, bytes: string): Promise<Answer> {
  const socket = connect(await portOf(scene), '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk) => chunks.push(chunk)).on('error', () => {})
  socket.end(Buffer.from(bytes, 'latin1'))
  await once(socket, 'close')
  return read(Buffer.concat(chunks).toString('utf8'))
}

const request = (...headers: string[]) =>
  `GET / HTTP/1.1\r\n${headers.map((header) => `${header}\r\n`).join('')}Connection: close\r\n\r\n`

export const host = told(
  [/two Host/i, async (scene) => outcomeOf(await speak(scene, request('Host: 127.0.0.1', 'Host: evil.example')))],
  [/host/i, async (scene) => outcomeOf(await speak(scene, request('Host: evil.example')))],
)

export const cookieHeader: Way = async (scene, input) =>
  outcomeOf(await speak(scene, request('Host: 127.0.0.1', `Cookie: ${textOf(input)}`)))

export const requestId: Way = async (scene) => {
  const answer = await speak(scene, request('Host: 127.0.0.1', 'X-Request-Id: a%0AINFO login ok user=admin'))
  expect(JSON.stringify(answer.headers)).not.toContain('login ok')
  expect(answer.status).toBe(200)
  return { verdict: 'reject', answers: [answer] }
}

const connections = 40
const patienceMs = 30_000
const servedWithinMs = 5_000

const head = (line: string, type: string) =>
  `${line} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: 4000\r\n\r\n`

/** What never comes to its end: a head, what is refused at once, a sign-in, a form, a form with files. */
const neverWhole = (slug: string): readonly string[] => [
  'GET / HTTP/1.1\r\nX',
  head('POST /nowhere', 'text/plain'),
  head('POST /api/console/session', 'application/json'),
  head(`POST /${slug}/requests/submit`, 'application/x-www-form-urlencoded'),
  `${head(`POST /${slug}/requests/submit`, 'multipart/form-data; boundary=x')}--x\r\nContent-Disposition: form-data; name="content"\r\n\r\n`,
]

/** One byte a second from many: everybody else is served meanwhile, and none stays longer than half a minute. */
export const slow: Way = async (scene) => {
  const to = await portOf(scene)
  const begun = performance.now()
  const beginnings = neverWhole(scene.mine.organ.slug)
  const lasting = Promise.all(
    beginnings.flatMap((each) => Array.from({ length: connections / beginnings.length }, () => dripping(to, each))),
  )
  const asked = performance.now()
  const { status } = await fetch(`http://127.0.0.1:${to}/`)
  const servedMs = performance.now() - asked
  await lasting
  expect(performance.now() - begun).toBeLessThan(patienceMs)
  expect({ status, isSlow: servedMs > servedWithinMs }).toEqual({ status: 200, isSlow: false })
  return { verdict: 'reject', answers: [] }
}

/** Until the server shuts this connection, which sends on. */
async function dripping(port: number, beginning: string): Promise<void> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {}).resume()
  socket.write(beginning)
  const drip = setInterval(() => socket.write('x'), 1_000)
  await once(socket, 'close')
  clearInterval(drip)
}

const pages = 130

/** Addresses that are not there, tried one after the other from one address. */
export const misses: Way = async (scene) => {
  const remoteAddress = scene.nextAddress()
  let last = await scene.app.inject({ url: '/', headers: { host: '127.0.0.1' }, remoteAddress })
  for (let index = 0; index < pages; index += 1)
    last = await scene.app.inject({ url: `/random-${index}`, headers: { host: '127.0.0.1' }, remoteAddress })
  const home = await scene.app.inject({ url: '/', headers: { host: '127.0.0.1' }, remoteAddress })
  expect(home.statusCode).toBe(200)
  return judged(last)
}

/** Figures and descriptions of the inside, asked for from outside. */
export const inside: Way = async (scene, input) => {
  const urls = textOf(input).match(/\/[\w./]+/g) ?? []
  expect(urls.length).toBeGreaterThan(0)
  const answers = []
  for (const url of urls)
    answers.push(await scene.app.inject({ url, headers: { host: '127.0.0.1' }, remoteAddress: scene.nextAddress() }))
  const open = answers.find(({ statusCode }) => statusCode !== 404)
  return { ...judged(open ?? (answers[0] as never)), answers: answers.map(answerOf) }
}
