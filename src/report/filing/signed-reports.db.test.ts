import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import '../../app/joins.ts'
import { publishAsSigned } from '../../demo/publish-as-signed.ts'
import { confirmYear } from '../../ledgers/years/actions.ts'
import { confirmAll } from '../../ledgers/years/testing/confirm-all.ts'
import { operatorActor } from '../../organs/actor.ts'
import { changeSetting } from '../../organs/settings/actions.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { listTurns } from '../../review/turns/store.ts'
import { compileFigures } from '../compile.ts'
import { aBureau, type Bureau, day, now } from '../draft/testing/a-bureau.ts'
import { wordsFrom } from '../draft/words.ts'
import { findDrift } from '../drift.ts'
import { takeFilerStep, takeOfficeStep } from './actions.ts'
import type { FilerStepName, OfficeStepName } from './filing-event.ts'
import { showFilings, showOwnFiling } from './show.ts'

const { db, owner } = await testDatabase()
const above = await anOffice(db, { slug: 'shi-zf', name: '示例市人民政府', kind: 'government' })

/** A bureau below the office whose people have written and signed the report on 2025. */
async function aSignedBureau(slug: string, name: string): Promise<Bureau> {
  const bureau = await aBureau(db, slug, name)
  await owner.updateTable('organs').set({ parentId: above.organ.id }).where('id', '=', bureau.organ.id).execute()
  await bureau.begin()
  const { problems } = wordsFrom([{ id: 'problems', paragraphs: ['存在的问题：解读材料偏少。改进措施：逐月补齐。'] }])
  const { content } = await bureau.drafted()
  await bureau.save({ words: { ...content.words, problems } })
  await bureau.signAll()
  return bureau
}

const file = async ({ organ, people }: Bureau, name: FilerStepName = 'file', typed?: object) => {
  const own = await lookInOrgan(db, organ.id, (tx) => showOwnFiling(tx, people.clerk, 2025))
  const input = typed ?? { hash: own?.hash }
  await inOrgan(db, organ.id, (tx) => takeFilerStep(tx, people.clerk, now, 2025, { name, typed: input }))
}
const decide = async ({ organ }: Bureau, name: OfficeStepName, typed: object) => {
  const clerk = await above.officer(day, ['clerk'])
  const of = { year: 2025, filer: String(organ.id) }
  await inOrgan(db, above.organ.id, (tx) => takeOfficeStep(tx, clerk, now, of, { name, typed }))
}
const turnsOf = async ({ organ, people: { clerk } }: Bureau) => {
  const waited = { organId: organ.id, id: clerk.id ?? '', roles: clerk.roles, unitId: clerk.unitId }
  const turns = await inOrgan(db, organ.id, (tx) => listTurns(tx, waited, plainDate(day), 50))
  return turns.map(({ what }) => what)
}

test('whoever began a report is asked to file it once it is public, and no longer when it was; a return is one errand', async () => {
  const bureau = await aSignedBureau('shi-tjj', '示例市统计局')
  await bureau.publish()
  expect(await turnsOf(bureau)).toEqual(['向示例市人民政府报送年度报告'])
  await file(bureau)
  expect(await turnsOf(bureau)).toEqual([])
  await decide(bureau, 'sendBack', { note: '第五部分没有整改情况' })
  expect(await turnsOf(bureau)).toEqual(['修改示例市人民政府退回的年度报告'])
  await decide(bureau, 'remind', {})
  expect(await turnsOf(bureau)).toEqual(['修改示例市人民政府退回的年度报告'])
})

test('the published report of a government keeps of whom it speaks, whatever is chosen afterwards', async () => {
  const bureau = await aBureau(db, 'shi-czj', '示例市财政局')
  await owner.updateTable('organs').set({ parentId: above.organ.id }).where('id', '=', bureau.organ.id).execute()
  const receipt = { receiptNumber: 'A1', item: '考试费', collectedOn: plainDate('2025-06-12'), amount: '1200' }
  await owner
    .insertInto('administrativeFees')
    .values({ organId: bureau.organ.id, ...receipt })
    .execute()
  const today = plainDate(day)
  // The fee came after somebody had answered for none.
  await bureau.within((tx) =>
    confirmYear(tx, operatorActor(bureau.organ.id, today), {
      ledger: 'administrativeFees',
      year: 2025,
      words: '已核对',
    }),
  )
  const how = { publishedOn: today, calendarVersion: '2026', reason: null }
  await publishAsSigned(db, operatorActor(bureau.organ.id, today), bureau.organ, 2025, how)
  await file(bureau)
  await decide(bureau, 'accept', { note: '' })
  const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, above.organ.id, work)
  const clerk = await above.officer(day, ['clerk'])
  const { items } = await within((tx) => showFilings(tx, clerk, 2025))
  for (const { id } of items.filter(({ isAccepted }) => !isAccepted)) {
    const of = { year: 2025, filer: id }
    const excused = { name: 'excuse' as const, typed: { reason: '与本机关一并报送' } }
    await within((tx) => takeOfficeStep(tx, clerk, now, of, excused))
  }
  const choose = (value: string) =>
    within((tx) => changeSetting(tx, { ...clerk, roles: ['systemAdmin'] }, 'governmentReportScope', value))
  await choose('withDepartments')
  await within((tx) => confirmAll(tx, above.organ, 2025, today))
  await publishAsSigned(db, operatorActor(above.organ.id, today), above.organ, 2025, how)
  await choose('ownReport')
  const figures = await within((tx) => compileFigures(tx, above.organ.id, 2025))
  expect(figures.proactive['administrativeFees.amountWan']).toBe('0.12')
  expect(await within((tx) => findDrift(tx, above.organ.id))).toEqual([])
})

test('what was filed before it is public is asked for once, and is still there when it goes out', async () => {
  const bureau = await aSignedBureau('shi-daj', '示例市档案局')
  await file(bureau)
  await bureau.publish()
  expect(await turnsOf(bureau)).toEqual([])
})

test('signatures of a report that the office above has are not taken back before the filing is', async () => {
  const bureau = await aSignedBureau('shi-mzj', '示例市民政局')
  await file(bureau)
  const recall = () => bureau.step('recall', { reason: '发现一处错字' }, bureau.people.clerk)
  await expect(recall()).rejects.toMatchObject({ code: 'filed_above' })
  const { hash } = await bureau.drafted()
  const sendBack = { hash, to: 'drafting', note: '第一部分有错字，请改正' }
  await expect(bureau.step('sendBack', sendBack, bureau.people.leader)).rejects.toMatchObject({ code: 'filed_above' })
  await file(bureau, 'withdraw', { reason: '发现一处错字' })
  await recall()
  expect((await bureau.drafted()).status).toBe('drafting')
})
