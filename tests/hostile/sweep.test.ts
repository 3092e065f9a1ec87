import type { LightMyRequestResponse } from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { stepInputs as editionSteps } from '../../src/disclosure/edition-event.ts'
import type { DeclaredRoute } from '../../src/http/server.ts'
import { stepInputs as requestSteps } from '../../src/requests/step-inputs.ts'
import { answerOf, expectInvariants } from './answer.ts'
import { furnish } from './furnish.ts'
import { nastyBodies, nastyQueries, nastySegments, nastyTexts, nastyValues } from './nasty.ts'
import { placesIn, sampleOf, shapeOf, withAt } from './sample.ts'
import { openScene } from './scene.ts'
import { addressOf, callerOf, parametersOf, type Request, withQuery } from './sweep.ts'

const scene = await openScene()
const furnished = await furnish(scene, scene.mine)
const { places, person } = furnished
afterAll(() => scene.close())

/**
 * Every value at every place takes a quarter of an hour: with KAICHENG_RUNS=all. Otherwise each takes its turn, and in so many
 * days all have had theirs. KAICHENG_TURN sends those of another day, as a failure names it.
 */
const stride = process.env.KAICHENG_RUNS === 'all' ? 1 : 23
const turnOfToday = Number(process.env.KAICHENG_TURN ?? Math.floor(Date.now() / 86_400_000)) % stride
const someOf = <T>(values: readonly T[], turn: number): T[] =>
  values.filter((_, index) => (index + turn + turnOfToday) % stride === 0)

/** The built console is not part of these tests. What removes something comes last: others are still to reach it. */
const routes = scene.app.declaredRoutes
  .filter(({ method, url }) => method !== 'HEAD' && !url.startsWith('/console/'))
  .toSorted((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))

/** What nobody reaches by an address and a role alone, and why. */
const outOfReach: readonly RegExp[] = [
  // Open to the machines that measure; here it is asked for from elsewhere.
  /^GET \/metrics$/,
  // Opened by code and secret; src/portal/requests tests them.
  /^(?:GET|POST) \/:organ\/requests\/follow\/case/,
  // Opened by the code of a mail; src/portal/subscriptions tests them.
  /^(?:GET|POST) \/:organ\/(?:subscribe\/confirm|subscription(?:\/end)?)$/,
  // Only by the person whose view it is.
  /^(?:PUT|DELETE) \/api\/console\/views\/:id$/,
  // By the key of an empty house, which this is not; src/organs/setup tests them.
  /^(?:GET \/api\/console\/setup\/progress|POST \/api\/console\/setup)/,
  // Only by the person whose passkey it is; src/organs/passkeys tests it.
  /^DELETE \/api\/console\/session\/passkeys\/:id$/,
  // Of a request that has an answer.
  /^(?:GET|PUT) \/api\/console\/requests\/:id\/(?:draft|letters|letter-seals|files)/,
  // Of a case that has papers.
  /^GET \/api\/console\/remedies\/:id\/files/,
]

const plainWords = (body: string): string => (JSON.parse(body) as { message?: string }).message ?? ''

function expectWellBehaved(request: Request, answer: LightMyRequestResponse): void {
  const said = `KAICHENG_TURN=${turnOfToday} ${JSON.stringify(request).slice(0, 300)} → ${answer.statusCode} ${answer.body.slice(0, 300)}`
  expect(answer.statusCode, said).toBeLessThan(500)
  expectInvariants(answerOf(answer))
  const type = String(answer.headers['content-type'])
  if (type.startsWith('text/html')) expect(answer.body, said).not.toMatch(/<script>alert|<img src=x/)
  if (answer.statusCode < 400 || answer.statusCode === 410 || !type.startsWith('application/json')) return
  const { count, problems } = JSON.parse(answer.body) as { count?: number; problems?: unknown }
  if (count !== undefined && problems !== undefined) return
  // People are told what is wrong in their own words.
  expect(plainWords(answer.body), said).toMatch(/[\u4e00-\u9fa5]/)
  expect(plainWords(answer.body), said).not.toMatch(/期望|实际接收|\bobject\b|\bstring\b|正则/)
}

const contentTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'text/xml',
]

describe.each(routes.map((route) => [`${route.method} ${route.url}`, route] as const))('%s', (name, route) => {
  const address = addressOf(route.url, places)

  test('is reached by who may call it', async () => {
    expect(address, `nobody has said in furnish.ts what stands at a parameter of ${route.url}`).toBeDefined()
    if (outOfReach.some((each) => each.test(name))) return
    const { send, body, query } = await callerOf(scene, furnished, route)
    const answer = await send({ url: withQuery(address ?? '', query), payload: body })
    expect([401, 404, 405], answer.body.slice(0, 300)).not.toContain(answer.statusCode)
    const code = answer.statusCode === 403 && answer.body.startsWith('{') ? JSON.parse(answer.body).code : ''
    expect(code).not.toBe('not_yours')
  })

  test('takes nothing amiss in its address or behind the question mark', async () => {
    const caller = await callerOf(scene, furnished, route)
    const before = await scene.census()
    const requests = [
      ...parametersOf(route.url).flatMap((parameter, turn) =>
        someOf(nastySegments, turn).map((segment) => addressOf(route.url, places, { [parameter]: segment }) ?? ''),
      ),
      ...[...new Set([...Object.keys(caller.query ?? {}), 'q', 'page', 'asOf'])].flatMap((key, turn) => {
        const { [key]: _, ...rest } = caller.query ?? {}
        const others = withQuery('', rest).slice(1)
        return someOf(nastyQueries, turn).map((value) => `${address}?${others}${others && '&'}${key}=${value}`)
      }),
    ].map((url) => ({ url }))
    const accepted = []
    for (const request of requests) {
      const answer = await caller.send(request)
      expectWellBehaved(request, answer)
      if (answer.statusCode < 400) accepted.push(request)
    }
    if (route.method === 'GET' || accepted.length === 0) expect(await scene.census()).toEqual(before)
  })

  test.skipIf(route.method === 'GET')(
    'takes nothing amiss in its body',
    async () => {
      for (const { url, body } of await bodiesOf(route)) {
        const { send } = await callerOf(scene, furnished, route)
        await trySend(send, { url })
        for (const [turn, type] of contentTypes.entries())
          for (const payload of turn === 0 ? nastyBodies : someOf(nastyBodies, turn))
            await trySend(send, { url, payload, headers: { 'content-type': type } })
        for (const [turn, way] of placesIn(body).entries()) {
          const values: readonly unknown[] = [...someOf(nastyTexts, turn), ...someOf(nastyValues, turn)]
          for (const value of values) await trySend(send, { url, payload: withAt(body, way, value) })
        }
      }
    },
    600_000,
  )
})

const trySend = async (send: (request: Request) => Promise<LightMyRequestResponse>, request: Request) => {
  const before = await scene.census()
  const answer = await send(request)
  expectWellBehaved(request, answer)
  if (answer.statusCode >= 400) expect(await scene.census(), JSON.stringify(request).slice(0, 300)).toEqual(before)
}

/** What a route takes; one that takes a step, for each step that there is. */
async function bodiesOf(route: DeclaredRoute): Promise<{ url: string; body: unknown }[]> {
  const { body, query } = await callerOf(scene, furnished, route)
  const plain = { url: withQuery(addressOf(route.url, places) ?? '', query), body }
  if (!route.url.includes('/steps/:step')) return [plain]
  const inputs = route.url.includes('/records/') ? editionSteps : requestSteps
  const parameter = route.url.slice(0, route.url.indexOf(':step') + 5)
  const seq = route.url.endsWith('preview') ? {} : { seq: 3 }
  return Object.entries(inputs).map(([step, schema]) => ({
    url: addressOf(route.url, places, { [parameter]: step }) ?? '',
    body: { ...seq, input: sampleOf(shapeOf(schema) ?? {}, person) },
  }))
}
