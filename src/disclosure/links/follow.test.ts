import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { followLink, publicRules } from './follow.ts'
import { isPublicAddress, publicUrl } from './public-address.ts'

/** Answers as its path says. */
const asked: string[] = []
const server = createServer((request, reply) => {
  asked.push(request.url ?? '')
  const [, status = '200', target = ''] = (request.url ?? '').split('/', 3)
  if (status === 'silent') return
  if (status === 'endless') {
    reply.writeHead(200)
    reply.write('x')
    return
  }
  reply.writeHead(Number(status), target ? { location: decodeURIComponent(target) } : {}).end('x'.repeat(10))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const here = (path: string) => `http://127.0.0.1:${port}${path}`
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
/** As for the public, but our own machine counts as out there. */
const rules = { mayCall: () => true, urlOf: (href: string) => new URL(href), timeoutMs: 500 }

test.for<[string, string | null]>([
  ['/200', null],
  ['/404', '对方网站答复404'],
  ['/500', '对方网站答复500'],
  ['/403', null],
  ['/endless', null],
  ['/silent', '很久没有答复'],
  [`/302/${encodeURIComponent('/200')}`, null],
  [`/302/${encodeURIComponent('/404')}`, '对方网站答复404'],
])('%s', async ([path, expected]) => {
  expect(await followLink(here(path), rules)).toBe(expected)
})

test('what turns in a circle ends', async () => {
  const circle = createServer((_, reply) => reply.writeHead(302, { location: '/' }).end())
  await new Promise<void>((resolve) => circle.listen(0, '127.0.0.1', resolve))
  const { port: own } = circle.address() as AddressInfo
  expect(await followLink(`http://127.0.0.1:${own}/`, rules)).toBe('转来转去，没有打开')
  circle.close()
})

test('nobody is led into our own network, neither by an address, nor by a name, nor by being sent on', async () => {
  asked.length = 0
  expect(await followLink(here('/200'))).toBe('不是可以公开访问的网址')
  const byName = { ...publicRules, urlOf: (href: string) => new URL(href) }
  expect(await followLink(`http://localhost:${port}/200`, byName)).toBe('网址指向内部网络')
  expect(asked).toEqual([])
  const first = { ...rules, urlOf: (href: string) => (href.includes('/302/') ? new URL(href) : publicUrl(href)) }
  const sentOn = here(`/302/${encodeURIComponent('http://169.254.169.254')}`)
  expect(await followLink(sentOn, first)).toBe('转到了不能公开访问的网址')
})

test.for<[string, boolean]>([
  ...[
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '0.0.0.0',
    '100.64.1.1',
    '224.0.0.1',
  ].map((address) => [address, false] as [string, boolean]),
  ...['::1', '::', 'fe80::1', 'fd00::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '2002:7f00:1::', '64:ff9b::7f00:1'].map(
    (address) => [address, false] as [string, boolean],
  ),
  ['202.108.22.5', true],
  ['2408:8000::1', true],
  ['no address', false],
])('%s is public: %s', ([address, expected]) => {
  expect(isPublicAddress(address)).toBe(expected)
})

test.for([
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_INFO',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://127.1/',
  'http://[::ffff:127.0.0.1]:5432/',
  'http://localhost./',
  'http://db.internal/',
  'http://１２７.０.０.１/',
])('%s is no address for the public', (href) => {
  expect(publicUrl(href)).toBeUndefined()
})
