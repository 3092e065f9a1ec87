import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { testDatabase } from '../db/testing/database.ts'
import { aStaffedOrgan } from './testing/staffed-organ.ts'

const { db, url, owner, ownerUrl } = await testDatabase()
const app = await buildApp({ db, url }, {})
/** The same program on a connection that row-level security does not hold: only its own checks are left. */
const unguarded = await buildApp({ db: owner, url: ownerUrl }, {})
afterAll(async () => {
  await app.close()
  await unguarded.close()
})

describe('another organ', () => {
  test.for([
    { guard: 'row-level security and the program', on: app },
    { guard: 'the program alone', on: unguarded },
  ])('its units, people and offices are not there: $guard', async ({ on }) => {
    const here = await aStaffedOrgan(db, app)
    const there = await aStaffedOrgan(db, app)
    const { id: unitId } = (await there.system.browser.send('POST', '/units', { name: '那边的科室' })).json()
    const appointment = { staffId: there.clerk.id, office: 'groupHead', fromOn: '2026-01-01' }
    const { id: officeId } = (await there.system.browser.send('POST', '/offices', appointment)).json()
    const system = await here.someone('systemAdmin', on)
    const security = await here.someone('securityAdmin', on)
    const unit = { name: '我们的', isOgiWorkBody: false, phone: '', closedOn: null }
    const person = { name: '我们的', unitId: null, phone: '', email: '' }
    const foreign = there.clerk.id
    const tries = [
      await system.browser.send('PUT', `/units/${unitId}`, unit),
      await system.browser.send('PUT', `/staff/${foreign}`, person),
      await system.browser.send('POST', `/staff/${foreign}/disable`),
      await system.browser.send('POST', `/staff/${foreign}/enable`),
      await security.browser.send('PUT', `/staff/${foreign}/roles`, { roles: ['leader'] }),
      await security.browser.send('POST', `/staff/${foreign}/password-reset`),
      await security.browser.send('POST', `/staff/${foreign}/second-factor-reset`),
      await security.browser.send('POST', `/staff/${foreign}/unlock`),
      await system.browser.send('POST', '/offices', { ...appointment }),
      await system.browser.send('POST', `/offices/${officeId}/end`, { on: '2026-11-24' }),
    ]
    expect(tries.map(({ statusCode }) => statusCode)).toEqual(tries.map(() => 404))
    const recorded = await owner
      .selectFrom('auditEntries')
      .select(['subject'])
      .where('organId', '=', here.organ.id)
      .where('action', '=', 'access.refused')
      .where('actorId', 'in', [system.id, security.id])
      .execute()
    expect(recorded).toHaveLength(tries.length)
    const intoForeignUnit = await system.browser.send('POST', '/staff', {
      login: `spy${here.organ.id}`,
      name: '某',
      unitId,
    })
    expect(intoForeignUnit.json().code).toBe('unknown_unit')
    for (const path of ['/units', '/staff', '/offices']) {
      expect((await system.browser.send('GET', path)).body).not.toContain(there.clerk.id)
      expect((await system.browser.send('GET', path)).body).not.toContain('那边')
    }
    const clerk = await owner.selectFrom('staff').selectAll().where('id', '=', foreign).executeTakeFirstOrThrow()
    expect(clerk).toMatchObject({ disabledAt: null, mustChangePassword: false })
    expect((await there.clerk.browser.send('GET', '/me')).json().roles).toEqual(['clerk'])
  })
})

test('more behind the question mark than an address takes is told, and is no attempt on anything', async () => {
  const { system, organ } = await aStaffedOrgan(db, app)
  expect((await system.browser.send('GET', '/units?organId=2')).statusCode).toBe(400)
  const refused = await owner
    .selectFrom('auditEntries')
    .select('subject')
    .where('organId', '=', organ.id)
    .where('action', '=', 'access.refused')
    .where('actorId', '=', system.id)
    .execute()
  expect(refused).toEqual([])
})
