import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { anIntake } from '../testing/an-intake.ts'
import { type DueMonth, daysOfMonth, monthAfter } from './due-days.ts'

const { db, url } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { organ, work, people, officer } = await aPlatform(db, app, day)

test('a month has all its days, whatever its length, and the next one follows', () => {
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOfMonth('2026-12').to).toBe('2026-12-31')
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-03', -1)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-02',
  ])
})

test('open requests stand on the day on which they fall due: one’s own, one’s unit’s, all; with no word of who asks', async () => {
  const [one] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
  const { id = '', number = '', dueOn } = one?.request ?? {}
  await work((tx) =>
    takeStep(tx, people.clerk, id, 'assign', { unitId: people.clerk.unitId, staffId: people.clerk.id }),
  )
  const colleague = await officer(day, ['clerk'], 'colleague')
  const read = async (by: typeof colleague, more: string, path = 'request-due-days') => {
    const browser = new Browser(app)
    browser.cookie = await sessionCookie(db, organ.id, by.id ?? '', true, app.clock.now())
    return browser.send('GET', `/${path}?month=${String(dueOn).slice(0, 7)}&${more}`)
  }
  const shown = async (by: typeof colleague, whose: string) => {
    const month: DueMonth = (await read(by, `whose=${whose}`)).json()
    return month.days.flatMap(({ on, items }) => items.map((item) => [on, item.number, item.what]))
  }
  const due = [[plainDate(String(dueOn)), number, '答复']]
  expect(await shown(people.clerk, 'own')).toEqual(due)
  expect(await shown(colleague, 'own')).toEqual([])
  for (const whose of ['unit', 'organ']) expect(await shown(colleague, whose)).toEqual(due)
  const file = await read(people.clerk, 'whose=own', 'request-due-days.ics')
  expect(file.headers['content-type']).toContain('text/calendar')
  expect(file.body).toContain(`DTSTART;VALUE=DATE:${String(dueOn).replaceAll('-', '')}`)
  expect(file.body).toContain('答复到期')
  expect(file.body).not.toContain(anIntake(day).applicant.name)
  expect((await read(people.clerk, 'whose=all')).statusCode).toBe(422)
})
