import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { emptyGuide, type GuideFact } from './guide.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(() => app.close())
const here = await aPlatform(db, app, '2026-11-24')
const there = await aPlatform(db, app, '2026-11-24', { slug: 'shili-b', name: '示例市乙局' })
const { browser: head } = await here.signedIn('ogiHead')

const missing = (checklist: readonly GuideFact[]) => checklist.filter(({ value }) => value === null).map(({ id }) => id)

test('the checklist says what of arts. 12 and 25 is not filed yet, and where it is filed', async () => {
  await owner.deleteFrom('organSettings').execute()
  const { checklist } = (await head.send('GET', '/guide')).json()
  expect(missing(checklist)).toEqual([
    'officeHours',
    'fax',
    'channels',
    'readingPlaces',
    'competentDepartment',
    'reconsiderationOrgan',
    'competentCourt',
  ])
  expect(checklist.find(({ id }: GuideFact) => id === 'competentCourt').place).toBe('settings')
})

test('what is filed is no longer missing, is dated, and belongs to the one organ', async () => {
  const guide = { ...emptyGuide, officeHours: '工作日9:00—17:00', fax: '010-00000001', acceptsFax: true }
  const answer = await head.send('PUT', '/guide', guide)
  expect(answer.json()).toMatchObject({ guide, changedOn: '2026-11-24' })
  expect(missing(answer.json().checklist)).not.toContain('officeHours')
  const { browser } = await there.signedIn('systemAdmin')
  expect((await browser.send('GET', '/guide')).json().guide).toEqual(emptyGuide)
})

describe('it takes no', () => {
  const place = { name: '图书馆', address: '文化路2号', hours: '', phone: '' }
  test.for([
    { what: 'fax channel without a fax number', facts: { acceptsFax: true, fax: '' }, field: 'fax' },
    { what: 'address of a script', facts: { website: 'javascript:alert(1)' }, field: 'website' },
    {
      what: 'reading place without an address',
      facts: { readingPlaces: [{ ...place, address: '' }] },
      field: 'readingPlaces.0.address',
    },
    { what: 'telephone of letters', facts: { competentPhone: '<b>1</b>' }, field: 'competentPhone' },
    {
      what: 'crowd of reading places',
      facts: { readingPlaces: Array.from({ length: 21 }, () => place) },
      field: 'readingPlaces',
    },
    { what: 'field that it does not have', facts: { isDemo: true }, field: 'isDemo' },
  ])('$what', async ({ facts, field }) => {
    const answer = await head.send('PUT', '/guide', { ...emptyGuide, ...facts })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().fields).toHaveProperty([field])
  })
})

test('a clerk does not keep it', async () => {
  const { browser } = await here.signedIn('clerk')
  expect((await browser.send('GET', '/guide')).statusCode).toBe(403)
  expect((await browser.send('PUT', '/guide', emptyGuide)).statusCode).toBe(403)
})
