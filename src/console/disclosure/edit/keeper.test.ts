import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { blankContent, type Content } from '../../../disclosure/content.ts'
import type { Revision } from '../../../disclosure/record.ts'
import { recordTypeOf } from '../../../disclosure/record-type.ts'
import { Problem } from '../../api.ts'
import type { SavedText } from '../records-api.ts'
import { Keeper, type TypedText } from './keeper.ts'

const blank = blankContent({ ...recordTypeOf('notice'), id: 'notice' }, '示例市统计局')
const saved = (revision: number, overtakenBy: Revision | null = null): SavedText => ({
  revision,
  hash: 'a'.repeat(64),
  overtakenBy,
})

/** A page at revision 1, with a server that answers as told. */
function aPage(answer: (basedOn: number, content: Content) => SavedText | Promise<SavedText>) {
  const sent: { basedOn: number; title: string }[] = []
  const shelf: { typed: TypedText | undefined } = { typed: undefined }
  const keeper = new Keeper(
    { content: blank, revision: 1, exchanged: 0, keeping: { state: 'kept', savedAt: null } },
    {
      send: async (basedOn, content) => {
        sent.push({ basedOn, title: content.title })
        return answer(basedOn, content)
      },
      shelf: {
        put: (typed) => {
          shelf.typed = typed
        },
        clear: () => {
          shelf.typed = undefined
        },
      },
      now: () => '2026-11-24T02:32:00Z',
      onSaved: () => {},
    },
  )
  const state = () => keeper.read().keeping.state
  return { keeper, sent, shelf, state }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('what is typed is in the browser at once and on the server two seconds after the last key', async () => {
  const { keeper, sent, shelf, state } = aPage(() => saved(2))
  keeper.type({ title: '关' })
  await vi.advanceTimersByTimeAsync(1500)
  keeper.type({ title: '关于' })
  expect(shelf.typed?.content.title).toBe('关于')
  await vi.advanceTimersByTimeAsync(1900)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(sent).toEqual([{ basedOn: 1, title: '关于' }])
  expect([state(), keeper.read().revision, shelf.typed]).toEqual(['kept', 2, undefined])
})

test('what is typed while a save is under way is saved next, on top of it, never beside it', async () => {
  let arrive = (_: SavedText) => {}
  const answers = [
    new Promise<SavedText>((resolve) => {
      arrive = resolve
    }),
    Promise.resolve(saved(3)),
  ]
  const { keeper, sent, shelf, state } = aPage(() => answers.shift() ?? saved(4))
  keeper.type({ title: '甲' })
  await vi.advanceTimersByTimeAsync(2000)
  keeper.type({ title: '甲乙' })
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toHaveLength(1)
  arrive(saved(2))
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual([
    { basedOn: 1, title: '甲' },
    { basedOn: 2, title: '甲乙' },
  ])
  expect([state(), keeper.read().revision, shelf.typed]).toEqual(['kept', 3, undefined])
})

test('whoever waits for the text to be saved, waits for all of it', async () => {
  const arrivals: ((answer: SavedText) => void)[] = []
  const { keeper, sent, state } = aPage(() => new Promise((resolve) => arrivals.push(resolve)))
  keeper.type({ title: '甲' })
  const first = keeper.flush()
  keeper.type({ title: '甲乙' })
  const second = keeper.flush()
  arrivals[0]?.(saved(2))
  await first
  await vi.advanceTimersByTimeAsync(0)
  arrivals[1]?.(saved(3))
  await second
  expect([state(), sent.map(({ basedOn }) => basedOn)]).toEqual(['kept', [1, 2]])
})

test('without the server it stays in the browser and is sent again until it arrives', async () => {
  let isAway = true
  const { keeper, sent, shelf, state } = aPage(() => {
    if (isAway) throw new Problem(0, 'offline', '连接不上服务器')
    return saved(2)
  })
  keeper.type({ title: '关于' })
  await vi.advanceTimersByTimeAsync(2000)
  expect([state(), shelf.typed?.content.title]).toEqual(['waiting', '关于'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent.length).toBeGreaterThan(1)
  isAway = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect([state(), shelf.typed]).toEqual(['kept', undefined])
})

test('what the server does not take stays in the browser and is not sent again before it is mended', async () => {
  const { keeper, sent, shelf, state } = aPage((_, { title }) => {
    if (title.length > 3) throw new Problem(422, 'invalid_request', '不超过3个字')
    return saved(2)
  })
  keeper.type({ title: '一二三四' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect([state(), sent.length, shelf.typed?.content.title]).toEqual(['refused', 1, '一二三四'])
  keeper.type({ title: '一二三' })
  await vi.advanceTimersByTimeAsync(2000)
  expect(state()).toBe('kept')
})

const theirs: Revision = {
  revision: 2,
  basedOn: 1,
  hash: 'b'.repeat(64),
  savedName: '陈立',
  savedAt: '2026-11-24T02:00:00Z',
  isAside: false,
  content: { ...blank, title: '他们的标题' },
}

test('overtaken by somebody, nothing more is sent until the person has chosen', async () => {
  const { keeper, sent, shelf, state } = aPage(() => saved(3, theirs))
  keeper.type({ title: '我的标题' })
  await vi.advanceTimersByTimeAsync(2000)
  keeper.type({ title: '我的标题改' })
  await vi.advanceTimersByTimeAsync(60_000)
  await keeper.flush()
  expect([state(), sent.length, shelf.typed?.content.title]).toEqual(['overtaken', 1, '我的标题改'])
})

test('overtaken, the person goes on from the text of the other', async () => {
  const { keeper, shelf, state } = aPage(() => saved(3, theirs))
  keeper.type({ title: '我的标题' })
  await vi.advanceTimersByTimeAsync(2000)
  keeper.takeTheirs()
  const { content, revision, exchanged } = keeper.read()
  expect([state(), content.title, revision, exchanged, shelf.typed]).toEqual(['kept', '他们的标题', 2, 1, undefined])
})

test('overtaken, the person puts their own text on top of the other', async () => {
  const answers = [saved(3, theirs), saved(4)]
  const { keeper, sent, state } = aPage(() => answers.shift() ?? saved(5))
  keeper.type({ title: '我的标题' })
  await vi.advanceTimersByTimeAsync(2000)
  await keeper.putOnTop(keeper.read().content)
  expect(sent.at(-1)).toEqual({ basedOn: 2, title: '我的标题' })
  expect([state(), keeper.read().revision]).toEqual(['kept', 4])
})

test('overtaken, what both wrote together goes on top of the other, and who shows it begins anew', async () => {
  const answers = [saved(3, theirs), saved(4)]
  const { keeper, sent, shelf, state } = aPage(() => answers.shift() ?? saved(5))
  keeper.type({ title: '我的标题' })
  await vi.advanceTimersByTimeAsync(2000)
  await keeper.putOnTop({ ...theirs.content, title: '合在一起的标题' })
  expect(sent.at(-1)).toEqual({ basedOn: 2, title: '合在一起的标题' })
  expect([state(), keeper.read().exchanged, keeper.read().content.title, shelf.typed]).toEqual([
    'kept',
    1,
    '合在一起的标题',
    undefined,
  ])
})
