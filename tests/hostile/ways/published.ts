import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { answerOf, judged } from '../answer.ts'
import { textOf } from '../generate.ts'
import type { Scene } from '../scene.ts'
import type { Way } from '../way.ts'
import { expectEscaped } from './public-form.ts'

const get = (scene: Scene, url: string): Promise<LightMyRequestResponse> =>
  scene.app.inject({ url, headers: { host: '127.0.0.1' }, remoteAddress: scene.nextAddress() })

const searches = ['/search', '/shili-tjj/search', '/search/feed.atom', '/shili-tjj/search/feed.rss', '/api/search']

/** What anybody types is text: on the page, in the feeds, for programs. All of them take it, or none does. */
export const search: Way = async (scene, input) => {
  const text = textOf(input)
  const written = text.startsWith('/search?q=') ? text.slice('/search?q='.length) : encodeURIComponent(text)
  const answers = []
  for (const path of searches) answers.push(await get(scene, `${path}?q=${written}`))
  for (const { body } of answers) expectEscaped(body)
  const verdicts = new Set(answers.map(({ statusCode }) => statusCode < 400))
  expect([...verdicts], answers.map(({ statusCode }) => statusCode).join()).toHaveLength(1)
  if (!/[ \u3000\u00a0]/.test(text) || !verdicts.has(true))
    return { ...judged(answers[0] as never), answers: answers.map(answerOf) }
  const found = async (blank: string) =>
    (await get(scene, `/api/search?q=${encodeURIComponent(text.replaceAll(' ', blank))}`)).json().records
  expect(await found('\u3000')).toEqual(await found(' '))
  expect(await found('\u00a0')).toEqual(await found(' '))
  return { ...judged(answers[0] as never), answers: answers.map(answerOf) }
}

/** A list is asked for by what is declared, and by nothing else. */
export const listBy =
  (name: string): Way =>
  async (scene, input) =>
    judged(await get(scene, `/api/records?${name}=${encodeURIComponent(textOf(input))}`))

/** What was never published is answered like what never was. */
export const unpublished: Way = async (scene) => {
  const { id } = await scene.owner
    .selectFrom('informationRecords')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const answers = []
  for (const number of [id, '2026-99998'])
    for (const url of [
      `/shili-tjj/records/${number}`,
      `/shili-tjj/records/${number}/history`,
      `/api/records/shili-tjj/${number}`,
    ])
      answers.push(await get(scene, url))
  for (const answer of answers) expect([404, 422]).toContain(answer.statusCode)
  const [first, second] = [
    await get(scene, '/api/records/shili-tjj/2026-99998'),
    await get(scene, '/api/records/shili-tjj/2026-99999'),
  ]
  expect(first.body).toBe(second.body)
  return { ...judged(answers[0] as never), answers: answers.map(answerOf) }
}
