import { PassThrough } from 'node:stream'
import fastify from 'fastify'
import { expect, test, vi } from 'vitest'
import { openArrival } from './arrival.ts'
import { openBudget } from './budget.ts'
import { collect } from './collect.ts'
import { diskOf } from './disk-room.ts'
import { openUploads } from './uploads.ts'

const limits = { total: 100, public: 70, network: 40 }
const none = () => {}
const from = (network: string) => ({ network })

test('a network has its share, the public theirs, and staff what is left', () => {
  const budget = openBudget(limits)
  budget.open(from('甲'), none).take(40)
  expect(() => budget.open(from('甲'), none).take(1)).toThrow('稍后再传')
  const second = budget.open(from('乙'), none)
  second.take(30)
  second.isWhole()
  expect(() => budget.open(from('乙'), none).take(1)).toThrow('稍后再传')
  budget.open('office', none).take(30)
  expect(budget.held()).toBe(100)
  second.release()
  expect(budget.held()).toBe(70)
})

test('when it is full, the slowest upload of the heaviest network gives way to one from a light network', () => {
  let now = 0
  const budget = openBudget(limits, () => now)
  const gaveWay: string[] = []
  const open = (name: string, network: string, bytes: number) => {
    const hold = budget.open(from(network), () => gaveWay.push(name))
    hold.take(bytes)
    return hold
  }
  open('甲, slow', '甲', 10)
  now = 1_000
  open('甲, fast', '甲', 30)
  open('乙', '乙', 30)
  const light = budget.open(from('丙'), none)
  light.take(10)
  expect(gaveWay).toEqual(['甲, slow'])
  expect(budget.held()).toBe(70)
  // Nobody is pushed out for one who holds as much.
  expect(() => budget.open(from('乙'), none).take(10)).toThrow('稍后再传')
})

test('what is all here stays: nothing that is looked into is pushed out', () => {
  const budget = openBudget(limits)
  for (const network of ['甲', '乙']) {
    const hold = budget.open(from(network), () => expect.unreachable())
    hold.take(35)
    hold.isWhole()
  }
  expect(() => budget.open(from('丙'), none).take(1)).toThrow('稍后再传')
})

const quick = { silentMs: 20, patienceMs: 10_000, bytesPerSecond: 1, longestMs: 10_000 }

test('an upload that falls silent, is too slow or breaks off is dropped, and holds nothing', async () => {
  const budget = openBudget(limits)
  const silent = new PassThrough()
  silent.write('abc')
  await expect(collect(silent, { budget, asker: from('甲'), arrival: openArrival(quick) })).rejects.toMatchObject({
    kind: 'tooSlow',
  })
  const slow = new PassThrough()
  const pace = { ...quick, patienceMs: 0, bytesPerSecond: 1_000_000_000, silentMs: 100 }
  slow.write('abc')
  await expect(collect(slow, { budget, asker: from('甲'), arrival: openArrival(pace) })).rejects.toMatchObject({
    kind: 'tooSlow',
  })
  const broken = new PassThrough()
  const collecting = collect(broken, { budget, asker: from('甲') })
  broken.write('abc')
  broken.destroy()
  await expect(collecting).rejects.toThrow('broke off')
  expect(budget.held()).toBe(0)
})

test('a sound one is held until it is released, and one too many is refused without being kept', async () => {
  const budget = openBudget(limits)
  const one = new PassThrough()
  one.end(Buffer.alloc(30, 'a'))
  const { bytes, hold } = await collect(one, { budget, asker: from('甲') })
  expect([bytes.length, budget.held()]).toEqual([30, 30])
  const two = new PassThrough()
  two.end(Buffer.alloc(30, 'b'))
  await expect(collect(two, { budget, asker: from('甲') })).rejects.toMatchObject({ kind: 'busy' })
  expect(budget.held()).toBe(30)
  hold.release()
  expect(budget.held()).toBe(0)
})

const mebibyte = 1024 ** 2
const gibibyte = 1024 ** 3
const sizes = (free: () => number, blocks: number) => async () => ({ bavail: free(), blocks, bsize: 1 }) as never

test.for([
  ['a large disk keeps 1 GB', 0.99 * gibibyte, 100 * gibibyte, 0, false],
  ['a large disk keeps 1 GB', 1.1 * gibibyte, 100 * gibibyte, 0, true],
  ['a file costs four times its bytes', 1.1 * gibibyte, 100 * gibibyte, 26 * mebibyte, false],
  ['a file costs four times its bytes', 1.1 * gibibyte, 100 * gibibyte, 25 * mebibyte, true],
  ['a small one keeps 256 MB', 255 * mebibyte, 2 * gibibyte, 0, false],
  ['a small one keeps 256 MB', 257 * mebibyte, 2 * gibibyte, 0, true],
  ['a tiny one keeps a fifth', 119 * mebibyte, 600 * mebibyte, 0, false],
  ['a tiny one keeps a fifth', 121 * mebibyte, 600 * mebibyte, 0, true],
] as const)('%s: %i of %i free, %i on their way: %s', async ([, free, total, bytes, has]) => {
  expect(
    await diskOf(
      '/',
      sizes(() => free, total),
    ).hasRoom(bytes),
  ).toBe(has)
})

test('a disk that does not say has room', async () => {
  expect(await diskOf('/no/such/folder').hasRoom(mebibyte)).toBe(true)
})

test('what others have announced counts until they are answered, also before it has come', async () => {
  const total = 600 * mebibyte
  const free = (120 + 4 * 30) * mebibyte
  const app = fastify()
  openUploads(
    app,
    diskOf(
      '/',
      sizes(() => free, total),
    ),
  )
  const gates: (() => void)[] = []
  app.addContentTypeParser('*', async () => null)
  app.post('/', async (request) => {
    await app.uploads.refuseWithoutRoom(request, 20 * mebibyte)
    await new Promise<void>((resolve) => gates.push(resolve))
    return 'kept'
  })
  const send = (headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/', headers }).then((heard) => heard)
  const announced = send({ 'content-length': String(20 * mebibyte), 'content-type': 'x/y' })
  await vi.waitFor(() => expect(gates).toHaveLength(1))
  expect((await send({})).json()).toMatchObject({ message: expect.stringContaining('存储空间不足') })
  gates[0]?.()
  expect((await announced).body).toBe('kept')
  const alone = send({})
  await vi.waitFor(() => expect(gates).toHaveLength(2))
  gates[1]?.()
  expect((await alone).body).toBe('kept')
  await app.close()
})
