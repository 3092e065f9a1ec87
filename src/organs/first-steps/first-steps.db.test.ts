import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { listColumns } from '../../platform/columns/standing.ts'
import { setUpOrgan } from '../setup/actions.ts'
import { anOrgan } from '../testing/organ.ts'
import { addStaff, Browser, sessionCookie } from '../testing/staff.ts'
import type { FirstStepView } from './first-step.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
const system = new Browser(app)
const security = new Browser(app)
let organId = 0

beforeAll(async () => {
  const { isDemo, parentId, undertaker, icpNumber, policeNumber, dataLicence, ...rest } = anOrgan({ letterCode: '' })
  const { englishName, englishAddress, ...facts } = rest
  const person = (login: string) => ({ login, name: `某${login}` })
  organId = await inActs(db, async (tx) => {
    const { organ } = await setUpOrgan(
      tx,
      {
        ...facts,
        parent: '',
        unit: '办公室',
        systemAdmin: person('xitong'),
        securityAdmin: person('anquan'),
        auditAdmin: person('shenji'),
      },
      { today: plainDate('2026-03-02') },
    )
    return organ.id
  })
  system.cookie = await sessionCookie(
    db,
    organId,
    await addStaff(db, organId, { login: 'system', roles: ['systemAdmin'] }),
  )
  security.cookie = await sessionCookie(
    db,
    organId,
    await addStaff(db, organId, { login: 'security', roles: ['securityAdmin'] }),
  )
})

const steps = async (browser = system): Promise<FirstStepView[]> =>
  (await browser.send('GET', '/first-steps')).json().items
const open = async () => (await steps()).filter(({ missing }) => missing.length > 0).map(({ id }) => id)
const missing = async (id: string) => (await steps()).find((step) => step.id === id)?.missing ?? []

test('a bureau that was just set up lacks all that setting up does not ask for, and says what each lack stops', async () => {
  expect(await open()).toEqual([
    'units',
    'people',
    'roles',
    'approvals',
    'reviews',
    'reconsiderationOrgan',
    'competentCourt',
    'onlineReconsideration',
    'facts',
    'columns',
    'site',
    'mail',
  ])
  expect(await missing('people')).toEqual(['除管理员以外，还没有人员'])
  expect(await missing('facts')).toEqual(['没有机关代字', '没有统一社会信用代码'])
  expect(await missing('site')).toEqual(['没有ICP备案号', '没有公安联网备案号'])
  for (const { why } of await steps()) expect(why.length).toBeGreaterThan(20)
})

test('what waits for others does not keep the bureau from working', async () => {
  expect((await steps()).filter(({ canWait }) => canWait).map(({ id }) => id)).toEqual(['site', 'mail'])
})

test('each step is done by setting what it names, and by nothing else', async () => {
  const { id: unitId } = (await system.send('POST', '/units', { name: '综合科' })).json()
  expect(await missing('units')).toEqual([])
  const office = (await system.send('GET', '/units'))
    .json()
    .items.find((each: { isOgiWorkBody: boolean }) => each.isOgiWorkBody).id

  const clerk = await addStaff(db, organId, { login: 'jingban', name: '李文', unitId })
  expect(await missing('people')).toEqual(['办公室还没有人员'])
  expect(await missing('roles')).toEqual(['还没有人是经办人', '还没有人是政府信息公开工作机构负责人', '李文还没有角色'])
  const head = await addStaff(db, organId, { login: 'fuzeren', name: '王强', unitId: office })
  const unitHead = await addStaff(db, organId, { login: 'kezhang', name: '张敏', unitId })
  const leader = await addStaff(db, organId, { login: 'juzhang', name: '赵刚', unitId: office })
  expect(await missing('people')).toEqual([])

  expect((await missing('approvals'))[0]).toContain('答复：初审由科室负责人审核')
  const give = (id: string, role: string) => security.send('PUT', `/staff/${id}/roles`, { roles: [role] })
  await give(clerk, 'clerk')
  await give(head, 'ogiHead')
  await give(unitHead, 'unitHead')
  await give(leader, 'leader')
  expect(await open()).not.toContain('roles')
  expect(await open()).not.toContain('approvals')
  expect(await open()).not.toContain('reviews')

  for (const [id, value] of [
    ['reconsiderationOrgan', '示例市人民政府'],
    ['competentCourt', '示例市中级人民法院'],
    ['onlineReconsideration', 'https://fuyi.example.invalid'],
  ])
    await system.send('PUT', `/settings/${id}`, { value })
  const columns = await inOrgan(db, organId, (tx) => listColumns(tx, organId))
  expect(await missing('columns')).toHaveLength(columns.length)
  await inOrgan(db, organId, (tx) =>
    tx.updateTable('platformColumns').set({ unitId }).where('organId', '=', organId).execute(),
  )
  expect(await open()).toEqual(['facts', 'site', 'mail'])

  await system.send('POST', `/staff/${head}/disable`)
  expect(await open()).toEqual(expect.arrayContaining(['roles', 'approvals', 'reviews']))
})

test('both administrators who build the bureau see the list, nobody else does', async () => {
  expect(await steps(security)).toEqual(await steps())
  const clerk = new Browser(app)
  clerk.cookie = await sessionCookie(db, organId, await addStaff(db, organId, { login: 'other', roles: ['clerk'] }))
  expect((await clerk.send('GET', '/first-steps')).statusCode).toBe(403)
})
