import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectInvariants } from './answer.ts'
import { type Entry, isAlike, readEntries, readExpectation } from './entry.ts'
import { furnish } from './furnish.ts'
import { fileOf, isSpec } from './generate.ts'
import { openScene, type Scene } from './scene.ts'
import { targets } from './targets.ts'

const entries = readEntries()
const mapped = (entries ?? []).filter(({ target }) => typeof targets[target] === 'function')

/** A hang by reckoning burns time of the processor, whatever else the machine has to do; one by waiting shows on the wall. */
const mostCpuMs = 2_000
const mostWallMs = 30_000

describe.skipIf(!entries)('hostile inputs', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
    await furnish(scene, scene.mine)
  })
  afterAll(() => scene.close())

  test('every target has a way to it, or the reason why it has none', () => {
    expect((entries ?? []).filter(({ target }) => !targets[target]).map(({ id, target }) => `${id} ${target}`)).toEqual(
      [],
    )
  })

  test.each(mapped.map((entry) => [entry.id, entry.target, entry] as const))('%s %s', async (_id, _target, entry) => {
    await tryOne(scene, entry)
  })
})

async function tryOne(scene: Scene, entry: Entry): Promise<void> {
  const way = targets[entry.target]
  if (typeof way !== 'function') throw new Error(`no way to ${entry.target}`)
  const before = await scene.census()
  if (isSpec(entry.input) && /^(?:file|zip)$/.test(entry.input.gen)) fileOf(entry.input)
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const outcome = await way(scene, entry.input, entry)
  const { user, system } = process.cpuUsage(cpu)
  const requests = Math.max(1, outcome.answers.length)

  for (const answer of outcome.answers) expectInvariants(answer)
  expect((user + system) / 1000 / requests).toBeLessThan(mostCpuMs)
  expect(performance.now() - wall).toBeLessThan(mostWallMs)
  const wanted = readExpectation(entry.expect)
  const { verdict, status = 0, isNormalized } = outcome
  const fits = wanted.some(
    ({ verdict: each, codes, how }) =>
      each === verdict &&
      (codes.length === 0 || codes.some((code) => isAlike(code, status))) &&
      (how !== 'normalized' || isNormalized !== false),
  )
  expect(fits, `${verdict} ${status}, wanted ${entry.expect}`).toBe(true)
  const prepares = /^(?:staff\.|case\.|clock|audit|any\.json|public\.track|http\.cache)/.test(entry.target)
  if (verdict === 'reject' && !prepares) expect(await scene.census()).toEqual(before)
  // Whoever comes next is served.
  const next = await scene.visitor().get('/')
  expect(next.statusCode).toBe(200)
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined()
}
