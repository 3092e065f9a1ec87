import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { operatorActor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { anOfficer } from '../../requests/testing/a-history.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import { importNotice, takesInNotices } from './actions.ts'

const { db, owner } = await testDatabase()
const today = '2026-11-10'
const notice = {
  year: 2027,
  title: '国务院办公厅关于2027年部分节假日安排的通知',
  number: '国办发明电〔2026〕9号',
  issuedOn: plainDate('2026-11-08'),
  holidays: [{ name: '元旦', from: plainDate('2027-01-01'), to: plainDate('2027-01-03'), makeUpDays: [] }],
}

const entries = async () =>
  (
    await owner
      .selectFrom('auditEntries')
      .select(['organId', 'actorKind', 'actorId', 'subject', 'detail'])
      .where('action', '=', 'calendar.noticeImported')
      .orderBy('organId')
      .orderBy('seq')
      .execute()
  ).map(({ detail, ...entry }) => ({ ...entry, ...(detail as Record<string, unknown>) }))

test('a notice that is taken in stands in the log of every organ whose days it moves, with who took it in', async () => {
  const [head, other] = await inActs(db, async (tx) => [
    await organs.add(tx, anOrgan()),
    await organs.add(tx, anOrgan({ slug: 'shili-two', name: '示例市第二局' })),
  ])
  const ids = [head?.id, other?.id]
  const at = operatorActor(0, plainDate(today))
  await inActs(db, (tx) => importNotice(tx, { ...at, name: '命令行（root）' }, notice))
  expect(await entries()).toMatchObject(
    ids.map((organId) => ({ organId, actorKind: 'operator', subject: '2027', by: '命令行（root）', moved: 0 })),
  )

  const clerk = { ...anOfficer(today, ['systemAdmin']), organId: head?.id ?? 0, name: '王秀兰' }
  await inOrgan(db, clerk.organId, (tx) => importNotice(tx, clerk, { ...notice, title: '更正后的通知' }))
  expect((await entries()).filter((entry) => 'title' in entry && entry.title === '更正后的通知')).toMatchObject([
    { organId: head?.id, actorKind: 'staff', actorId: clerk.id, by: '王秀兰' },
    { organId: other?.id, actorKind: 'system', by: '王秀兰' },
  ])
})

test('a notice sent twice at the same time moves each day once', async () => {
  const { organ, officer } = await anOffice(db, { slug: 'shili-twice', name: '示例市第三局', letterCode: '示三' })
  const day = '2026-12-14'
  const clerk = await officer(day, ['clerk'])
  await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake(day)))
  const long = {
    ...notice,
    holidays: [{ name: '元旦', from: plainDate('2027-01-01'), to: plainDate('2027-01-06'), makeUpDays: [] }],
  }
  const at = operatorActor(0, plainDate(day))
  const twice = await Promise.all([1, 2].map(() => inActs(db, (tx) => importNotice(tx, at, long))))
  expect(twice.map((effects) => effects.flatMap(({ moved }) => moved).length).sort()).toEqual([0, 1])
  const moves = await owner.selectFrom('requestEvents').select('seq').where('kind', '=', 'dueMoved').execute()
  expect(moves).toHaveLength(1)
})

test('a holiday of half a month is a slip of the pen', async () => {
  const at = operatorActor(0, plainDate(today))
  const holidays = [{ name: '元旦', from: plainDate('2027-01-01'), to: plainDate('2027-12-31'), makeUpDays: [] }]
  await expect(inActs(db, (tx) => importNotice(tx, at, { ...notice, holidays }))).rejects.toThrow('请核对起止日期')
})

test('the government of the site takes in notices for all; where there is none, who stands under nobody', async () => {
  const [city, ofCity, alone] = [
    anOrgan({ kind: 'government' }),
    anOrgan({ parentId: 1 }),
    anOrgan({ slug: 'shili-alone' }),
  ].map((organ, index) => ({ ...organ, id: index + 1 }))
  if (!city || !ofCity || !alone) throw new TypeError('three organs')
  const all = [city, ofCity, alone]
  expect(all.map((organ) => takesInNotices(organ, all))).toEqual([true, false, false])
  expect(takesInNotices(alone, [alone])).toBe(true)
})
