import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { aFilledForm } from '../../../src/requests/testing/a-submission.ts'
import { answerOf, fine, judged, withoutEffect } from '../answer.ts'
import { isSpec, textOf } from '../generate.ts'
import { told, type Way } from '../way.ts'
import { expectEscaped, keptAs, numberOn, path, submit } from './public-form.ts'

/** The value of `?q=` where an address is given, still percent-encoded; the bare words otherwise. */
const queryOf = (text: string) => (text.startsWith('/search?q=') ? text.slice('/search?q='.length) : undefined)

/** The wish is the search of the public side: what is published already is looked for by its words. */
export const wish: Way = async (scene, input) => {
  const text = textOf(input)
  const raw = queryOf(text)
  const payload = raw === undefined ? new URLSearchParams({ content: text }).toString() : `content=${raw}`
  const answer = await scene.app.inject({
    method: 'POST',
    url: `${path}/new`,
    payload,
    remoteAddress: scene.nextAddress(),
    headers: { host: '127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
  })
  expectEscaped(answer.body)
  return judged(answer)
}

const mostTries = 30

/** Codes tried at random from one address: none opens anything, and soon no more are looked at. */
const guess: Way = async (scene, input) => {
  const times = Math.min(Number(isSpec(input) ? input.times : 1), mostTries)
  const who = scene.visitor()
  const answers = []
  for (let index = 0; index < times; index += 1) {
    const answer = await who.send(`${path}/follow`, {
      code: randomUUID().slice(0, 16),
      secret: randomUUID().slice(0, 8),
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
    answers.push(answer)
  }
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([404, 429]))
  return { verdict: 'reject', status: 429, answers: answers.slice(-1).map(answerOf) }
}

export const track = told(
  [/"gen":"loop"/, guess],
  [
    /case number/,
    async (scene) => {
      const [one, two] = [await submit(scene, aFilledForm()), await submit(scene, aFilledForm())]
      const who = scene.visitor()
      const answers = []
      for (const number of [numberOn(one.body), numberOn(two.body)])
        answers.push(await who.send(`${path}/follow`, { code: number, secret: number }))
      return judged(answers.find(({ statusCode }) => statusCode !== 404) ?? (answers[0] as never))
    },
  ],
)

/** Submits, opens the case with code and secret. */
async function ownCase(scene: Parameters<Way>[0], attach = false) {
  const files = attach ? [{ field: 'attachment', name: 'a.txt', bytes: Buffer.from('附件') }] : []
  const receipt = await scene.visitor().upload(`${path}/submit`, { key: randomUUID(), ...aFilledForm() }, files)
  const [code = '', secret = ''] = [...receipt.body.matchAll(/<dd class="code">([^<]+)<\/dd>/g)].map(
    ([, text]) => text ?? '',
  )
  const who = scene.visitor()
  const opened = await who.send(`${path}/follow`, { code, secret })
  return { who, receipt, cookie: String(opened.headers['set-cookie']).split(';')[0] ?? '' }
}

export const trackPage: Way = async (scene) => {
  const { who, cookie, receipt } = await ownCase(scene)
  const page = await who.get(`${path}/follow/case`, { cookie })
  for (const { body } of [receipt, page]) expect(body).not.toContain('11010519491231002X')
  expect(page.headers['cache-control']).toBe('no-store')
  return judged(page)
}

export const trackAttachment: Way = async (scene) => {
  const { who, cookie } = await ownCase(scene)
  const others = await ownCase(scene, true)
  const { id } = await keptAs(scene, others.receipt.body)
  const { fileId } = await scene.owner
    .selectFrom('requestFiles')
    .select('fileId')
    .where('requestId', '=', id)
    .executeTakeFirstOrThrow()
  return judged(await who.get(`${path}/follow/case/files/${fileId}`, { cookie }))
}

export const cacheDeception: Way = async (scene) => {
  const { who, cookie } = await ownCase(scene)
  return judged(await who.get(`${path}/follow/case/logo.css`, { cookie }))
}

export const submitTwice = told(
  [
    /twice|double click/,
    async (scene) => {
      const form = { key: randomUUID(), ...aFilledForm() }
      const answers = await Promise.all([1, 2].map(() => scene.visitor().upload(`${path}/submit`, form)))
      expect(new Set(answers.map(({ body }) => numberOn(body))).size).toBe(1)
      return fine(...answers)
    },
  ],
  [
    /answer lost|cut after COMMIT/,
    async (scene) => {
      const form = { key: randomUUID(), ...aFilledForm() }
      const lost = await scene.visitor().upload(`${path}/submit`, form)
      const again = await scene.visitor().upload(`${path}/submit`, form)
      expect(numberOn(again.body)).toBe(numberOn(lost.body))
      return fine(again)
    },
  ],
)

/** Whatever `back` says, the reader stays on this site. */
export const redirect: Way = async (scene, input) => {
  const target = new URL(textOf(input), 'http://127.0.0.1').searchParams.get('next') ?? textOf(input)
  const answers = []
  for (const url of [
    `/display?mode=large&back=${encodeURIComponent(target)}`,
    `/console/?next=${encodeURIComponent(target)}`,
  ]) {
    const answer = await scene.app.inject({ url, headers: { host: '127.0.0.1' }, remoteAddress: scene.nextAddress() })
    expect(String(answer.headers.location ?? '/')).toMatch(/^\/(?![/\\])/)
    answers.push(answer)
  }
  return withoutEffect(...answers)
}

export const frame: Way = async (scene) => {
  const pages = []
  for (const url of ['/', `${path}/new`, '/console/', '/nowhere']) {
    const page = await scene.app.inject({ url, headers: { host: '127.0.0.1' }, remoteAddress: scene.nextAddress() })
    expect(String(page.headers['content-security-policy'])).toContain("frame-ancestors 'none'")
    pages.push(page)
  }
  return withoutEffect(...pages.filter(({ statusCode }) => statusCode < 500))
}

/** A pair that poisons objects, in every public form. */
export const anyForm: Way = async (scene, input) => {
  const routes = scene.app.declaredRoutes.filter(
    ({ method, access, url }) =>
      // The end of a subscription reads its address alone: mail programs send it what they like.
      method === 'POST' && access === 'public' && !url.startsWith('/api/') && !url.endsWith('/subscription/end'),
  )
  expect(routes.length).toBeGreaterThan(5)
  const answers = []
  for (const { url } of routes)
    answers.push(
      await scene.app.inject({
        method: 'POST',
        url: url.replace(':organ', 'shili-tjj'),
        payload: textOf(input),
        headers: { host: '127.0.0.1', 'content-type': 'application/x-www-form-urlencoded' },
        remoteAddress: scene.nextAddress(),
      }),
    )
  const open = answers.find(({ statusCode }) => statusCode < 400)
  return { ...judged(open ?? (answers[0] as never)), answers: answers.map(answerOf) }
}

/** The same after the question mark of every page. */
export const anyQuery: Way = async (scene, input) => {
  const routes = scene.app.declaredRoutes.filter(({ method }) => method === 'GET')
  const answers = []
  for (const { url } of routes) {
    const address = url.replace(':organ', 'shili-tjj').replace(/:\w+|\*/g, 'x')
    answers.push(
      await scene.app.inject({
        url: `${address}${textOf(input)}`,
        headers: { host: '127.0.0.1' },
        remoteAddress: scene.nextAddress(),
      }),
    )
  }
  expect(answers.filter(({ statusCode }) => statusCode !== 400).map(({ raw }) => raw.req.url)).toEqual([])
  return judged(answers[0] as never)
}
