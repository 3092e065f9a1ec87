import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { plainDate } from '../days/plain-date.ts'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { anOffice } from '../organs/testing/officers.ts'
import { countOwnTurns, listOwnTurns } from '../review/turns/actions.ts'
import { enterDecision } from './decisions/actions/enter.ts'
import { noteWithdrawal } from './decisions/actions/publicize.ts'
import { aLicence, aPenalty } from './decisions/testing/a-decision.ts'
import { declareLapsed } from './documents/actions.ts'
import { addDocument } from './documents/store/documents.ts'
import { saveAdministrativeDecisions } from './store.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())

test('whoever keeps the registers is asked for what is to be published, taken down or decided, until it is done', async () => {
  const { organ, officer } = await anOffice(db)
  const clerk = await officer('2026-11-24', ['clerk'])
  const head = await officer('2026-11-24', ['unitHead'])
  const elsewhere = { ...clerk, unitId: null }
  const run = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  const asked = async (actor = clerk) => {
    const { items } = await run((tx) => listOwnTurns(tx, actor))
    expect(await run((tx) => countOwnTurns(tx, actor))).toBe(items.length)
    return items.map(({ what, title, dueOn }) => `${what} ${title} ${dueOn}`)
  }
  expect(await asked()).toEqual([])

  await run((tx) => enterDecision(tx, clerk, aLicence()))
  await run((tx) => enterDecision(tx, clerk, aPenalty({ decidedOn: '2026-11-20' })))
  // Nobody's own, for it was imported: the work body's.
  const imported = { kind: 'penalty', subject: '', publishedOn: plainDate('2026-11-02') } as const
  await run((tx) =>
    saveAdministrativeDecisions(tx, organ.id, [{ ...imported, number: '导入1号', decidedOn: plainDate('2026-10-30') }]),
  )
  expect(await asked()).toEqual(['公示行政许可、行政处罚决定 待公示2件 2026-11-25'])
  expect(await asked(elsewhere)).toEqual([])
  expect(await asked(head)).toEqual([])

  // Taken down where it stood once its time in public is over; not a day before.
  const over = aPenalty({ number: '示渔罚〔2026〕9号', shownUntil: '2026-11-23' })
  const { id } = await run((tx) => enterDecision(tx, clerk, over))
  await run((tx) =>
    saveAdministrativeDecisions(tx, organ.id, [
      {
        ...imported,
        number: '示渔罚〔2026〕9号',
        decidedOn: plainDate('2026-11-16'),
        publishedOn: plainDate('2026-11-17'),
      },
    ]),
  )
  expect(await asked({ ...clerk, today: plainDate('2026-11-23') })).toEqual([
    '公示行政许可、行政处罚决定 待公示2件 2026-11-25',
  ])
  expect(await asked()).toEqual([
    '撤回已撤销、变更或者公示期满的决定 待撤回1件 2026-11-24',
    '公示行政许可、行政处罚决定 待公示2件 2026-11-25',
  ])
  await run((tx) => noteWithdrawal(tx, clerk, id, plainDate('2026-11-24')))
  expect(await asked()).toEqual(['公示行政许可、行政处罚决定 待公示2件 2026-11-25'])

  const document = {
    kind: 'normativeDocuments',
    title: '示例市渔船管理办法',
    documentNumber: '示农规〔2021〕1号',
    issuedOn: plainDate('2021-11-30'),
    effectiveFrom: plainDate('2022-01-01'),
    validUntil: plainDate('2026-12-31'),
    repealedOn: null,
    repealedBy: null,
  } as const
  const documentId = await run((tx) => addDocument(tx, organ.id, document))
  expect(await asked()).toContain('有效期将满，确定延长还是到期失效 示例市渔船管理办法 2026-12-31')
  await run((tx) => declareLapsed(tx, clerk, documentId, { lastDay: plainDate('2026-11-30'), by: '清理结果的公告' }))
  expect(await asked()).toEqual(['公示行政许可、行政处罚决定 待公示2件 2026-11-25'])
})
