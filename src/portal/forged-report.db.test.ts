import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { testDatabase } from '../db/testing/database.ts'
import { addCity, publish } from './testing/a-published-site.ts'

const { db, owner, url } = await testDatabase()
const app = await buildApp({ db, url })
afterAll(() => app.close())
const get = (path: string) => app.inject({ url: path, headers: { host: '127.0.0.1' } })

const { statistics } = await addCity(db)
for (const year of [2022, 2023, 2024]) await publish(db, statistics, year)
const reports = '/shili-tjj/annual-reports/'

test('no figure of a forged report is shown to the public, neither on its own page nor beside other years', async () => {
  expect((await get(reports)).body).toContain('<td>39</td>')
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update annual_reports set report = jsonb_set(report, '{requests,newReceived,total}', '7') where year = 2023`.execute(
      tx,
    )
  })
  const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const anew = await buildApp({ db, url })
  const read = (path: string) => anew.inject({ url: path, headers: { host: '127.0.0.1' } })
  for (const path of [reports, `${reports}2024`]) {
    const { body } = await read(path)
    expect(body, path).toContain('<td>正在核查</td>')
    expect(body, path).toContain('2022年26件，2023年正在核查，2024年52件。')
    expect(body, path).not.toContain('<td>7</td>')
  }
  const list = (await read(reports)).body
  expect(list).toContain('正在核查，暂停显示')
  expect(list).not.toContain(`${reports}2023.pdf`)
  const page = await read(`${reports}2023`)
  expect(page.statusCode).toBe(503)
  expect(page.body).toContain('由公布机关写明理由重新公布。</p>')
  expect(page.body).not.toContain('过几分钟再试')
  said.mockRestore()
  await anew.close()
})
