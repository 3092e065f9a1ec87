import { afterAll, beforeEach, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { testDatabase } from '../db/testing/database.ts'
import { aPlatform } from '../disclosure/testing/a-platform.ts'
import { multipartOf } from '../portal/testing/forms.ts'
import { staffUploads } from './receive.ts'

const day = '2026-11-24'
const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { signedIn } = await aPlatform(db, app, day)
const [clerk, colleague] = [await signedIn('clerk'), await signedIn('clerk', 'colleague')]

beforeEach(async () => {
  await owner.deleteFrom('attempts').execute()
})

const send = ({ browser }: typeof clerk, path: string, words = '甲') => {
  const { payload, contentType } = multipartOf({}, [{ field: 'file', name: 'a.txt', bytes: Buffer.from(words) }])
  return browser.send('POST', path, payload, { headers: { 'content-type': contentType } })
}
const tried = () =>
  owner.updateTable('attempts').set({ count: staffUploads.count }).where('kind', '=', staffUploads.kind).execute()

const draft = async () => {
  const { recordId, edition } = (await clerk.browser.send('POST', '/records', { type: 'policyDocument' })).json()
  return `/records/${recordId}/editions/${edition}/import`
}

test('each upload of staff counts before it is looked into, also a refused one, wherever it goes; colleagues go on', async () => {
  for (const path of ['/files', await draft()]) {
    await owner.deleteFrom('attempts').execute()
    await send(clerk, path, '\0\x01')
    await tried()
    const answer = await send(clerk, path)
    expect([answer.statusCode, answer.json().code], path).toEqual([429, 'too_many_staff_uploads'])
    expect((await send(colleague, '/files')).statusCode).toBe(200)
  }
})
