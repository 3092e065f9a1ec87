import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { reviewLevels } from '../../disclosure/prepare.ts'
import { findPublished } from '../../disclosure/store/published.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { readSettings } from '../../law/settings.ts'
import { enterDecision } from '../../ledgers/decisions/actions/enter.ts'
import { exportLayout } from '../../ledgers/decisions/export.ts'
import { aLicence } from '../../ledgers/decisions/testing/a-decision.ts'
import { letterLevels } from '../../requests/approval-levels.ts'
import { writingOrgan } from '../../requests/letterhead.ts'
import { remedyParagraph } from '../../requests/letters/remedy-paragraph.ts'
import { approvalLevels, levelsOfLetter } from '../../requests/prepare.ts'
import { supplementDays } from '../../requests/terms.ts'
import { defaultPlan } from '../../review/review-plan.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { changeSetting, listSettings } from './actions.ts'
import { settingIds } from './setting.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-06-01' })
afterAll(() => app.close())
const office = await aPlatform(db, app, '2026-06-01')
const { organ, work, officer, people } = office
const today = plainDate('2026-06-01')

const letter = (act: 'denied.stateSecret' | 'partiallyGranted') => () =>
  work(async (tx) => remedyParagraph(act, await writingOrgan(tx, organ.id), today))

const layout = async (): Promise<unknown> => {
  const { bytes } = await work((tx) =>
    exportLayout(tx, people.clerk, { kind: 'licensing', from: plainDate('2026-01-01'), to: today }),
  )
  return (await readXlsx(bytes)).sheets[0]?.rows
}

let published = 0
/** What may be chosen, another choice than the default, and where it must be seen. */
const probes: Readonly<Record<string, { value: unknown; output: () => Promise<unknown> }>> = {
  approvalLevels: { value: ['leader'], output: () => work((tx) => approvalLevels(tx, organ.id)) },
  ...Object.fromEntries(
    (['requestSupplement', 'requestReasons', 'consult'] as const).map((step) => [
      letterLevels[step],
      { value: ['leader'], output: () => work((tx) => levelsOfLetter(tx, organ.id, step)) },
    ]),
  ),
  supplementWorkingDays: { value: 10, output: () => work((tx) => supplementDays(tx, organ.id)) },
  reviewPlan: {
    value: { ...defaultPlan, levels: defaultPlan.levels.map((level) => ({ ...level, days: level.days + 1 })) },
    output: () => work((tx) => reviewLevels(tx, organ.id, 'notice')),
  },
  indexNumberTemplate: {
    value: '{letterCode}-{yyyy}-{seq:4}',
    output: async () => {
      published += 1
      const key = await office.publish({ title: `第${published}号公告`, madeOn: today })
      const record = await work((tx) => findPublished(tx, organ.id, key.recordId))
      return record?.indexNumber.replace(/\d+$/, '')
    },
  },
  leadership: { value: 'vertical', output: letter('denied.stateSecret') },
  reconsiderationOrgan: { value: '示例市人民政府', output: letter('denied.stateSecret') },
  competentCourt: { value: '示例市中级人民法院', output: letter('denied.stateSecret') },
  onlineReconsideration: { value: 'https://fy.example.invalid', output: letter('denied.stateSecret') },
  partialDisclosureRoute: { value: 'optional', output: letter('partiallyGranted') },
  licenceStateWriting: { value: 'words', output: layout },
  licenceCategoryWriting: { value: 'twoDigits', output: layout },
}

test('what may be chosen has its probe here, each question that something reads among it', () => {
  expect(Object.keys(probes).sort()).toEqual(settingIds(today).sort())
  expect(settingIds(today)).toEqual(expect.arrayContaining([...readSettings]))
})

test('every setting that can be altered changes what comes out', async () => {
  const admin = await officer('2026-06-01', ['systemAdmin'])
  const values = { number: '示许〔2026〕1号', decidedOn: '2026-05-06', validFrom: '2026-05-06' }
  await work((tx) => enterDecision(tx, people.clerk, aLicence(values)))
  for (const [id, { value, output }] of Object.entries(probes)) {
    const before = await output()
    await work((tx) => changeSetting(tx, admin, id, value))
    expect(await output(), id).not.toEqual(before)
  }
})

test('a stored choice that nothing reads stays in its table and is put to nobody', async () => {
  await work((tx) =>
    tx
      .insertInto('organSettings')
      .values({ organId: organ.id, id: 'individualBusinessColumn', value: '"naturalPerson"' })
      .execute(),
  )
  const shown = await work((tx) => listSettings(tx, { organId: organ.id, today }))
  expect(shown.map(({ id }) => id)).not.toContain('individualBusinessColumn')
  const later = await work((tx) => listSettings(tx, { organId: organ.id, today: plainDate('2026-11-28') }))
  expect(later.map(({ id }) => id)).not.toContain('partialDisclosureRoute')
})
