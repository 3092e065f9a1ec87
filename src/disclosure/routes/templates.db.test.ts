import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { aContent, aText } from '../testing/a-record.ts'

const { db, url } = await testDatabase()
const now = () => new Date('2026-11-24T02:00:00Z')
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' }, now)
afterAll(() => app.close())
const { organ } = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })

const aUnit = (name: string) =>
  inOrgan(db, organ.id, async (tx) => {
    const values = { organId: organ.id, name, isOgiWorkBody: false }
    return (await tx.insertInto('workUnits').values(values).returning('id').executeTakeFirstOrThrow()).id
  })
async function clerkOf(login: string, unitId: string | undefined, organId = organ.id): Promise<Browser> {
  const browser = new Browser(app)
  const id = await addStaff(db, organId, { login, roles: ['clerk'], ...(unitId === undefined ? {} : { unitId }) })
  browser.cookie = await sessionCookie(db, organId, id, true, now())
  return browser
}
const [first, second] = [await aUnit('综合科'), await aUnit('普查科')]
const [wang, chen, stranger] = [
  await clerkOf('wang', first),
  await clerkOf('chen', second),
  await clerkOf('stranger', undefined, other.organ.id),
]

const written = aContent({
  title: '关于〔　〕放假安排的公告',
  documentNumber: '示统发〔2026〕8号',
  keywords: ['放假'],
  fields: {},
  text: aText('自＿＿月＿＿日起放假。'),
})
async function aTemplate(name: string, by = wang): Promise<string> {
  const { recordId } = (await by.send('POST', '/records', { type: 'notice' })).json()
  expect((await by.send('PUT', `/records/${recordId}/editions/1`, { basedOn: 1, content: written })).statusCode).toBe(
    200,
  )
  const kept = await by.send('POST', `/records/${recordId}/editions/1/templates`, { name })
  expect(kept.statusCode, kept.body).toBe(200)
  return kept.json().id
}
const names = async (by = wang) =>
  (await by.send('GET', '/record-templates')).json().items.map(({ name }: { name: string }) => name)

describe('templates', () => {
  test('a draft begun from one has its words and classification, no number and no day, and is told what is left open', async () => {
    const id = await aTemplate('放假公告')
    const begun = (await chen.send('POST', `/record-templates/${id}/records`)).json()
    const view = (await chen.send('GET', `/records/${begun.recordId}/editions/${begun.edition}`)).json()
    expect(view.content).toMatchObject({
      type: 'notice',
      columnId: written.columnId,
      title: written.title,
      keywords: ['放假'],
      text: written.text,
      documentNumber: '',
      madeOn: null,
      attachments: [],
    })
    const open = view.findings.filter(({ gate }: { gate: string }) => gate === 'leftBlank')
    expect(open.map(({ place }: { place: string }) => place)).toEqual(['title', 'text:0'])
    expect(view.whyNotSave).toBeNull()
  })

  test('one’s own unit’s stand first; each says whose it is and who kept it', async () => {
    await aTemplate('普查公告', chen)
    expect(await names(chen)).toEqual(['普查公告', '放假公告'])
    expect((await chen.send('GET', '/record-templates')).json().items[0]).toMatchObject({
      unitName: '普查科',
      typeLabel: '通知公告',
      changedAt: now().toISOString(),
      whyNotChange: null,
    })
  })

  test('a name is used once in a unit, and another unit may use it too', async () => {
    await aTemplate('会议公告')
    await aTemplate('会议公告', chen)
    const { recordId } = (await wang.send('POST', '/records', { type: 'notice' })).json()
    const again = await wang.send('POST', `/records/${recordId}/editions/1/templates`, { name: '会议公告' })
    expect(again.json()).toMatchObject({ code: 'template_name_taken', fields: { name: expect.any(String) } })
  })

  test('its unit renames and removes it, another unit does not; what was begun from it stays', async () => {
    const id = await aTemplate('旧名')
    const { recordId } = (await wang.send('POST', `/record-templates/${id}/records`)).json()
    for (const method of ['PUT', 'DELETE'] as const)
      expect((await chen.send(method, `/record-templates/${id}`, { name: '别的' })).json().code).toBe(
        'not_your_template',
      )
    expect((await wang.send('PUT', `/record-templates/${id}`, { name: '会议公告' })).json().code).toBe(
      'template_name_taken',
    )
    expect((await wang.send('PUT', `/record-templates/${id}`, { name: '新名' })).statusCode).toBe(200)
    expect(await names()).toContain('新名')
    expect((await wang.send('DELETE', `/record-templates/${id}`)).statusCode).toBe(200)
    expect(await names()).not.toContain('新名')
    expect((await wang.send('GET', `/records/${recordId}/editions/1`)).json().content.title).toBe(written.title)
  })

  test('another organ has none of them', async () => {
    const id = await aTemplate('内部')
    expect(await names(stranger)).toEqual([])
    expect((await stranger.send('POST', `/record-templates/${id}/records`)).statusCode).toBe(404)
    expect((await stranger.send('DELETE', `/record-templates/${id}`)).statusCode).toBe(404)
  })
})
