import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { inOrgan } from '../db/organ.ts'
import { askToSubscribe } from '../subscriptions/actions.ts'
import { codeOf } from '../subscriptions/code.ts'
import { aSubscriber } from '../subscriptions/testing/a-subscriber.ts'
import { wholeOrgan } from '../subscriptions/topic.ts'
import { aForm, aSiteToAsk, today } from './testing/a-site-to-ask.ts'
import { aVisitor, hiddenField, type Texts } from './testing/forms.ts'

const { db, url, owner, organ, path, casePath, ask, follow, step } = await aSiteToAsk()
const mails = { KAICHENG_SMTP_URL: 'smtp://127.0.0.1:1', KAICHENG_ORIGIN: 'https://www.shili.example' }
const app = await buildApp({ db, url }, { KAICHENG_TODAY: today, ...mails })
afterAll(() => app.close())
await app.ready()

let visitors = 0
/** A browser that has opened the form and keeps our cookie. */
function aReader() {
  visitors += 1
  const who = aVisitor(app, `192.0.2.${visitors}`)
  const cookie = `kaicheng-draft=${'a'.repeat(22)}`
  const send = (at: string, texts: Texts) => who.send(at, texts, { cookie })
  const page = async (at: string) => (await who.get(at, { cookie })).body
  return { send, page, upload: (at: string, texts: Texts) => who.upload(at, texts, [], { cookie }) }
}
const home = `/${organ.slug}`
const words = {
  kind: 'correction',
  text: '“按装”应为“安装”',
  name: '',
  phone: '',
  email: '',
  told: '',
  page: `${home}/`,
}
const key = () => randomUUID()

const sent = (at: string, texts: Texts) => async () => aReader().send(at, texts)
const onCase =
  (at: string, texts: Record<string, string>, asks?: 'requestSupplement' | 'requestReasons') => async () => {
    const asked = await ask()
    if (asks) {
      await step(asked.id, 'clerk', 'confirmReceipt', { on: today, method: '电话', evidence: '已通话' })
      const about = asks === 'requestReasons' ? { facts: '一个月内申请200件' } : { items: '请写明文件名称' }
      await step(asked.id, 'clerk', asks, { ...about, dueOn: '2026-12-15' })
    }
    const { who, cookie, seen } = await follow(asked)
    return who.send(
      `${casePath}/${at}`,
      { seq: hiddenField(await seen(at === 'withdraw' ? `${casePath}/withdraw` : casePath), 'seq'), ...texts },
      { cookie },
    )
  }
const followed = (change: (secret: string) => string) => async () => {
  const { code, secret } = await ask()
  return aReader().send(`${path}/follow`, { code, secret: change(secret) })
}
const subscriber = (at: string, texts: (code: string) => Texts) => async () => {
  const code = await aSubscriber({ db, owner }, organ.id, `a${key()}@shili.example`, wholeOrgan)
  return aReader().send(`${home}/${at}?code=${code}`, texts(code))
}

interface Sending {
  readonly well: () => Promise<{ statusCode: number; headers: Record<string, unknown> }>
  readonly badly: () => Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }>
  /** Of a refusal that is told in place: nothing was begun that could be sent twice. */
  readonly refusedWith?: number
}

const posts: Record<string, Sending> = {
  '/:organ/requests/new': {
    well: sent(`${path}/new`, { key: key(), content: '统计台账' }),
    badly: sent(`${path}/new`, { key: key(), content: '' }),
  },
  '/:organ/requests/new/details': {
    well: sent(`${path}/new/details`, { key: key(), content: '统计台账' }),
    badly: sent(`${path}/new/details`, { key: key(), content: '' }),
  },
  '/:organ/requests/new/helped': {
    well: sent(`${path}/new/helped`, { key: key() }),
    badly: sent(`${path}/new/helped`, { key: 'none' }),
    refusedWith: 400,
  },
  '/:organ/requests/new/clear': {
    well: sent(`${path}/new/clear`, { key: key() }),
    badly: sent(`${path}/new/clear`, { key: 'none' }),
    refusedWith: 400,
  },
  '/:organ/requests/submit': {
    well: async () => aReader().upload(`${path}/submit`, aForm()),
    badly: async () => aReader().upload(`${path}/submit`, { ...aForm(), name: '' }),
  },
  '/:organ/requests/follow': {
    well: followed((secret) => secret),
    badly: followed(() => 'AAAA-BBBB'),
    refusedWith: 404,
  },
  '/:organ/requests/follow/case/leave': {
    well: async () => {
      const { who, cookie } = await follow(await ask())
      return who.send(`${casePath}/leave`, {}, { cookie })
    },
    badly: sent(`${casePath}/leave`, { more: 'x' }),
    refusedWith: 400,
  },
  '/:organ/requests/follow/case/withdraw': {
    well: onCase('withdraw', { reason: '' }),
    badly: onCase('withdraw', { reason: '', seq: '9' }),
    refusedWith: 409,
  },
  '/:organ/requests/follow/case/supplement': {
    well: onCase('supplement', { text: '名录' }, 'requestSupplement'),
    badly: onCase('supplement', { text: '' }, 'requestSupplement'),
    refusedWith: 422,
  },
  '/:organ/requests/follow/case/reasons': {
    well: onCase('reasons', { text: '研究' }, 'requestReasons'),
    badly: onCase('reasons', { text: '' }, 'requestReasons'),
    refusedWith: 422,
  },
  '/:organ/feedback': {
    well: sent(`${home}/feedback`, { key: key(), ...words }),
    badly: sent(`${home}/feedback`, { key: key(), ...words, text: '' }),
  },
  '/:organ/feedback/clear': {
    well: sent(`${home}/feedback/clear`, { key: key(), page: `${home}/` }),
    badly: sent(`${home}/feedback/clear`, { key: 'none', page: '' }),
    refusedWith: 400,
  },
  '/:organ/feedback/answer': {
    well: async () => {
      const reader = aReader()
      const form = { key: key(), ...words }
      const { headers } = await reader.send(`${home}/feedback`, form)
      const [, code = ''] = /<dd class="code">([^<]+)/.exec(await reader.page(String(headers.location))) ?? []
      return reader.send(`${home}/feedback/answer`, { code })
    },
    badly: sent(`${home}/feedback/answer`, { code: 'AAAA-BBBB-CCCC-DDDD' }),
  },
  '/:organ/subscribe': {
    well: sent(`${home}/subscribe`, { key: key(), page: `${home}/`, what: 'organ', email: 'a@shili.example' }),
    badly: sent(`${home}/subscribe`, { key: key(), page: `${home}/`, what: 'organ', email: 'nobody' }),
  },
  '/:organ/subscribe/confirm': {
    well: async () => {
      await inOrgan(db, organ.id, (tx) => askToSubscribe(tx, organ.id, 'b@shili.example', wholeOrgan))
      const { id } = await owner
        .selectFrom('subscriptionRequests')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      return aReader().send(`${home}/subscribe/confirm`, { code: codeOf('subscription request', organ.id, id) })
    },
    badly: sent(`${home}/subscribe/confirm`, { code: 'x' }),
    refusedWith: 404,
  },
  '/:organ/subscription': {
    well: subscriber('subscription', (code) => ({ code, shown: 'organ', keep: 'organ' })),
    badly: sent(`${home}/subscription`, { code: 'x' }),
    refusedWith: 404,
  },
  '/:organ/subscription/end': {
    well: subscriber('subscription/end', () => ({})),
    badly: sent(`${home}/subscription/end`, {}),
    refusedWith: 404,
  },
}

const routes = app.declaredRoutes
  .filter(({ method, access, url: at }) => method === 'POST' && access === 'public' && at.startsWith('/:organ/'))
  .map(({ url: at }) => at)

test('every form of the public site is one of these', () => {
  expect(routes.toSorted()).toEqual(Object.keys(posts).toSorted())
  const elsewhere = app.declaredRoutes.filter(
    ({ method, access, url: at }) => method === 'POST' && access === 'public' && !at.startsWith('/:organ/'),
  )
  expect(elsewhere.filter(({ url: at }) => !at.startsWith('/api/console/')).map(({ url: at }) => at)).toEqual([])
})

test.for(Object.entries(posts))(
  '%s: what is taken in leads to a page, so that a reload sends nothing again',
  async ([, { well }]) => {
    const { statusCode, headers } = await well()
    expect([statusCode, headers['cache-control']]).toEqual([303, 'no-store'])
  },
)

test.for(Object.entries(posts))(
  '%s: what is wrong comes back on a page of its own, or is told in place',
  async ([, { badly, refusedWith = 303 }]) => {
    const { statusCode } = await badly()
    expect(statusCode).toBe(refusedWith)
  },
)

test.for([
  ['feedback', { ...words, kind: '', text: '第三条有误', email: 'c@shili.example' }],
  ['subscribe', { page: `${home}/`, what: 'organ', email: 'nobody at home' }],
] as const)(
  '%s: what was typed is on the page that a refusal, or a change of the display, leads to',
  async ([form, texts]) => {
    const reader = aReader()
    for (const to of ['', 'size', 'contrast']) {
      const own = key()
      const { statusCode, headers } = await reader.send(`${home}/${form}`, { ...texts, key: own, to })
      const page = await reader.page(String(headers.location))
      for (const text of Object.values(texts)) expect(page).toContain(text)
      expect([statusCode, hiddenField(page, 'key')]).toEqual([303, own])
      expect(page.includes('class="field-problem"')).toBe(to === '')
      expect(String(headers['set-cookie'] ?? '').includes('display=')).toBe(to !== '')
      expect(
        await aVisitor(app, '192.0.2.250')
          .get(String(headers.location))
          .then(({ body }) => body),
      ).not.toContain(texts.email)
    }
  },
)
