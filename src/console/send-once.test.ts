import { beforeEach, expect, test, vi } from 'vitest'
import { Problem } from './problem.ts'
import { sendOnce } from './send-once.ts'

const kept = new Map<string, string>()
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
})
beforeEach(() => kept.clear())

/** Sends that are answered when the test says so; `keys` are those under which they went out. */
function aServer() {
  const keys: string[] = []
  const waiting: { readonly take: (answer: string) => void; readonly fail: (error: unknown) => void }[] = []
  const send = (key: string) => {
    keys.push(key)
    return new Promise<string>((take, fail) => waiting.push({ take, fail }))
  }
  return { keys, waiting, send }
}
const unreached = new Problem(0, 'unreachable', '连不上服务器')
const brokenDown = new Problem(500, 'bug', '出错了')
const refused = new Problem(422, 'invalid_request', '请填写标题')

test('the same sent again while it is on its way is that sending', async () => {
  const { keys, waiting, send } = aServer()
  const both = [sendOnce('/twice', 'same', send), sendOnce('/twice', 'same', send)]
  expect(keys).toHaveLength(1)
  waiting[0]?.take('created')
  expect(await Promise.all(both)).toEqual(['created', 'created'])
})

test('other words on the same way go out under a key of their own', async () => {
  const { keys, waiting, send } = aServer()
  const both = [sendOnce('/other', 'one', send), sendOnce('/other', 'two', send)]
  expect(new Set(keys).size).toBe(2)
  for (const { take } of waiting) take('created')
  await Promise.all(both)
})

test.each([unreached, brokenDown, new TypeError('network')])(
  'nobody knows whether it was done ($message): the next try goes out under the same key, and an answer ends it',
  async (error) => {
    const { keys, waiting, send } = aServer()
    const first = sendOnce('/uncertain', 'same', send)
    waiting[0]?.fail(error)
    await expect(first).rejects.toBe(error)
    const second = sendOnce('/uncertain', 'same', send)
    expect(keys[1]).toBe(keys[0])
    waiting[1]?.take('created')
    await second
    const third = sendOnce('/uncertain', 'same', send)
    expect(keys[2]).not.toBe(keys[0])
    waiting[2]?.take('created')
    await third
  },
)

test('a refusal ends it: what is mended goes out as something new', async () => {
  const { keys, waiting, send } = aServer()
  const first = sendOnce('/refused', 'wrong', send)
  waiting[0]?.fail(refused)
  await expect(first).rejects.toBe(refused)
  const second = sendOnce('/refused', 'mended', send)
  expect(keys[1]).not.toBe(keys[0])
  waiting[1]?.take('created')
  await second
})
