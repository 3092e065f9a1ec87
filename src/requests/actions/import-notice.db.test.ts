import { expect, test } from 'vitest'
import { plainDate } from '../../calendar/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { operatorActor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { anOfficer } from '../testing/a-history.ts'
import { importNotice } from './import-notice.ts'

const { db, owner } = await testDatabase()
const today = '2026-11-10'
const notice = {
  ...{ year: 2027, title: '国务院办公厅关于2027年部分节假日安排的通知', number: '国办发明电〔2026〕9号' },
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
