import { expect } from 'vitest'
import { followLink } from '../../../src/disclosure/links/follow.ts'
import { aContent, freeOfSecrets } from '../../../src/disclosure/testing/a-record.ts'
import { textFromHtml } from '../../../src/text/from-html.ts'
import { plainTextOf } from '../../../src/text/plain.ts'
import { fine, judged } from '../answer.ts'
import { textOf } from '../generate.ts'
import type { Scene } from '../scene.ts'
import type { Way } from '../way.ts'

async function begin(scene: Scene): Promise<string> {
  const { recordId, edition } = (await scene.browser('clerk').send('POST', '/records', { type: 'notice' })).json()
  return `/records/${recordId}/editions/${edition}`
}

/** What somebody pastes: cleaned, saved, and shown again; personal data stop it at submission. */
export const bodyHtml: Way = async (scene, input, { category }) => {
  const { text } = await textFromHtml(textOf(input))
  const words = plainTextOf(text)
  const address = await begin(scene)
  const clerk = scene.browser('clerk')
  const content = aContent({ text, summary: '摘要' })
  const saved = await clerk.send('PUT', address, { basedOn: 1, content })
  const shown = await clerk.send('GET', address)
  const kept = JSON.stringify(shown.json().content?.text)
  expect(kept).not.toMatch(/javascript:|onerror|ontoggle|srcdoc|http-equiv|"id"|"href":"\/\/|<script/i)
  expect(kept).toBe(JSON.stringify(text))
  // What was to be read can still be read.
  for (const [seen] of textOf(input)
    .slice(0, 2000)
    .matchAll(/(?<=>)[\p{Script=Han}]+(?=<)/gu))
    expect(words).toContain(seen)
  if (category !== 'id-number') return fine(saved, shown)
  const { seq, hash } = shown.json()
  const secrecy = freeOfSecrets(content)
  return judged(await clerk.send('POST', `${address}/steps/submit`, { seq, input: { hash, secrecy } }))
}

/** A title is text. */
export const title: Way = async (scene, input) => {
  const address = await begin(scene)
  const clerk = scene.browser('clerk')
  const saved = await clerk.send('PUT', address, { basedOn: 1, content: aContent({ title: textOf(input) }) })
  const shown = await clerk.send('GET', address)
  expect(shown.json().content.title).toBe(textOf(input))
  expect(String(shown.headers['content-type'])).toContain('application/json')
  return fine(saved, shown)
}

/** Fields that nobody may set. */
export const fields: Way = async (scene, input) => {
  const content = { ...aContent(), ...JSON.parse(textOf(input)) }
  return judged(await scene.browser('clerk').send('PUT', await begin(scene), { basedOn: 1, content }))
}

/** A link that the program is to follow. */
export const link: Way = async (_scene, input) => {
  const problem = await followLink(textOf(input))
  expect(problem).toBe('不是可以公开访问的网址')
  return { verdict: 'reject', status: 400, answers: [] }
}
