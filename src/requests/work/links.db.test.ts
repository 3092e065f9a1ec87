import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import type { Actor } from '../../organs/actor.ts'
import * as units from '../../organs/units/store.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { showCase } from '../show.ts'
import type { StepName } from '../step-inputs.ts'
import { anIntake } from '../testing/an-intake.ts'
import { handOver } from './testing/hand-over.ts'

const { db, url, owner } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { organ, work, people, officer } = await aPlatform(db, app, day)
const unitId = (await work((tx) => units.add(tx, organ.id, { name: '业务科', isOgiWorkBody: false, phone: '' }))).id
const handler: Actor = { ...(await officer(day, ['clerk'], 'business-clerk')), unitId }
await owner
  .updateTable('staff')
  .set({ unitId })
  .where('id', '=', handler.id ?? '')
  .execute()

const registered = async (to: Actor) => {
  const [one] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
  const { id = '', number = '' } = one?.request ?? {}
  await work((tx) => handOver(tx, people.clerk, id, { unitId: to.unitId ?? '', staffId: to.id }))
  return { id, number }
}
const step = (by: Actor, id: string, name: StepName, input: object) => work((tx) => takeStep(tx, by, id, name, input))
const linked = async (by: Actor, id: string) => (await work((tx) => showCase(tx, by, id))).work.links
const why = { why: 'sameMatter', reason: '同一批文件' }

test('two requests are linked with a reason, seen from both, ended from either side and linked again', async () => {
  const [one, two] = [await registered(people.clerk), await registered(people.clerk)]
  await step(people.clerk, one.id, 'link', { number: two.number, ...why })
  expect(await linked(people.clerk, one.id)).toMatchObject([
    { number: two.number, why: '同一事项', reason: '同一批文件' },
  ])
  expect(await linked(people.clerk, two.id)).toMatchObject([{ number: one.number, reason: '同一批文件' }])
  for (const [id, number] of [
    [one.id, two.number],
    [two.id, one.number],
  ] as const)
    await expect(step(people.clerk, id, 'link', { number, ...why })).rejects.toMatchObject({ code: 'linked_already' })
  await step(people.clerk, two.id, 'unlink', { otherId: one.id, reason: '看错了' })
  expect([await linked(people.clerk, one.id), await linked(people.clerk, two.id)]).toEqual([[], []])
  await expect(step(people.clerk, one.id, 'unlink', { otherId: two.id, reason: '再来' })).rejects.toMatchObject({
    code: 'not_linked',
  })
  await step(people.clerk, one.id, 'link', { number: two.number.replace('〔', '[').replace('〕', ']'), ...why })
  expect(await linked(people.clerk, two.id)).toHaveLength(1)
})

test('a link is made and told only where one may know who asks in both', async () => {
  const [own, others] = [await registered(handler), await registered(people.clerk)]
  await expect(step(handler, own.id, 'link', { number: others.number, ...why })).rejects.toMatchObject({
    code: 'not_yours_to_link',
    field: 'number',
  })
  await step(people.clerk, own.id, 'link', { number: others.number, ...why, why: 'sameApplicant' })
  const seen = await work((tx) => showCase(tx, handler, own.id))
  expect(seen.maskedBecause).toBeNull()
  expect(seen.work.links).toEqual([])
  expect(JSON.stringify(seen.events)).not.toContain(others.number)
  expect(await linked(people.ogiHead, own.id)).toHaveLength(1)
  expect(await linked(handler, others.id)).toEqual([])
})

test('nothing is linked with itself, or with what is not there', async () => {
  const { id, number } = await registered(people.clerk)
  await expect(step(people.clerk, id, 'link', { number, ...why })).rejects.toMatchObject({ code: 'link_to_itself' })
  await expect(step(people.clerk, id, 'link', { number: '没有〔2026〕9号', ...why })).rejects.toMatchObject({
    code: 'no_such_number',
  })
})
