import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../testing/officers.ts'
import { Browser, sessionCookie } from '../testing/staff.ts'

const { db, url } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { organ, officer } = await anOffice(db)
const signedIn = async (login: string) => {
  const { id } = await officer(day, ['clerk'], login)
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, id ?? '')
  return browser
}
const [own, other] = [await signedIn('lan'), await signedIn('mei')]
const named = async (browser: Browser) =>
  (await browser.send('GET', '/views?list=requests'))
    .json()
    .items.map(({ name, query, isDefault }: Record<string, unknown>) => [name, query, isDefault])
const save = (browser: Browser, name: string, query: string, isDefault = false) =>
  browser.send('POST', '/views', { list: 'requests', name, query, isDefault })

test('a view is kept under its name for whoever saved it; one may be the default, and one is replaced by its namesake', async () => {
  await save(own, '我的待办', 'view=queue&turn=mine', true)
  await save(own, '去年', 'view=all&from=2025-01-01&to=2025-12-31')
  await save(own, '去年', 'view=all&to=2025-12-31', true)
  expect(await named(own)).toEqual([
    ['去年', 'view=all&to=2025-12-31', true],
    ['我的待办', 'view=queue&turn=mine', false],
  ])
  expect(await named(other)).toEqual([])
})

test('a view is renamed by its owner only, and not to the name of another of the list', async () => {
  const { id } = (await save(own, '旧名', 'view=all', true)).json()
  await save(own, '占用', 'view=all')
  const rename = (by: Browser, name: string) => by.send('PUT', `/views/${id}`, { name })
  expect((await rename(other, '别人的')).statusCode).toBe(404)
  expect((await rename(own, '占用')).json().code).toBe('view_name_taken')
  expect((await rename(own, ' ')).statusCode).toBe(422)
  expect((await rename(own, '新名')).statusCode).toBe(204)
  expect(await named(own)).toContainEqual(['新名', 'view=all', true])
  expect((await named(own)).map(([name]: string[]) => name)).not.toContain('旧名')
})

test('a view is forgotten by its owner only; what is no part of an address is refused', async () => {
  const { id } = (await save(own, '要删的', 'view=all')).json()
  expect((await other.send('DELETE', `/views/${id}`)).statusCode).toBe(404)
  expect((await own.send('DELETE', `/views/${id}`)).statusCode).toBe(204)
  expect((await named(own)).map(([name]: string[]) => name)).not.toContain('要删的')
  expect((await save(own, '坏的', 'javascript:alert(1)')).statusCode).toBe(422)
  expect((await save(own, ' ', 'view=all')).json().fields).toEqual({ name: '请填写视图的名称' })
})
