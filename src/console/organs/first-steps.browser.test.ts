import { expect, test } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { openConsole } from '../testing/open-console.ts'

const office = await openConsole()

test('an administrator begins at what his bureau still lacks, and in his own room once it can work', async () => {
  const system = await office.officer(['systemAdmin'])
  const remedies = ['reconsiderationOrgan', 'competentCourt', 'onlineReconsideration']
  await inOrgan(office.db, office.organ.id, (tx) =>
    tx.deleteFrom('organSettings').where('id', 'in', remedies).execute(),
  )
  const page = await office.open(system, '')
  await page.getByRole('heading', { name: '启用清单' }).waitFor()
  const court = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '管辖法院' }) })
  expect(await court.textContent()).toContain('没有办好')
  await court.getByRole('link', { name: '设置' }).click()
  await page.getByRole('heading', { name: '设置', level: 1 }).waitFor()

  await inOrgan(office.db, office.organ.id, async (tx) => {
    const { organ } = office
    await tx.insertInto('workUnits').values({ organId: organ.id, name: '综合科' }).execute()
    await tx.updateTable('organs').set({ creditCode: '91350100M000100Y43' }).where('id', '=', organ.id).execute()
    for (const id of remedies)
      await tx
        .insertInto('organSettings')
        .values({ organId: organ.id, id, value: JSON.stringify('示例') })
        .execute()
  })
  const { id: unitId } = await inOrgan(office.db, office.organ.id, (tx) =>
    tx.selectFrom('workUnits').select('id').where('name', '=', '综合科').executeTakeFirstOrThrow(),
  )
  const clerk = await office.officer(['clerk'])
  await inOrgan(office.db, office.organ.id, (tx) =>
    tx.updateTable('staff').set({ unitId }).where('id', '=', clerk.id).execute(),
  )
  await page.goto(new URL('/console/', page.url()).href)
  await page.getByRole('heading', { name: '栏目', level: 1 }).waitFor()
  await page.getByRole('link', { name: '启用清单' }).click()
  await page.getByText('需要办好的都办好了').waitFor()
})
