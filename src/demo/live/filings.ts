import { officeTime, type PlainDate, plainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { type Actor, systemActor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { takeFilerStep, takeOfficeStep } from '../../report/filing/actions.ts'
import type { OfficeStepName } from '../../report/filing/filing-event.ts'
import { addFiler } from '../../report/filing/keep-filers.ts'
import { showOwnFiling } from '../../report/filing/show.ts'

/** As whom the demo acts for people who have no account in it. */
const asSomebody = (organId: number, today: PlainDate): Actor => ({ ...systemActor(organId, today), name: '演示人员' })

const reportYear = 2025
const filedOn = plainDate('2026-01-27')
const decidedOn = plainDate('2026-01-30')

/** What the office has decided on the reports of the departments, in the order of these; the last one has not filed. */
const decisions: readonly (readonly [OfficeStepName, object] | null)[] = [
  ['accept', { note: '数字与台账一致' }],
  ['accept', { note: '' }],
  [
    'sendBack',
    {
      note: '第五部分没有写上年问题的整改情况，请补充；新收申请的商业企业一格请核对',
      pinned: [{ kind: 'cell', cell: 'newReceived/enterprise' }],
    },
  ],
  ['accept', { note: '' }],
  null,
  ['accept', { note: '' }],
]

/** The departments' reports of 2025 as they were filed with the government, so that its office has something of each kind before it. */
export async function tellFilings(db: Database, office: Organ, departments: readonly Organ[]): Promise<void> {
  const actor = asSomebody(office.id, decidedOn)
  for (const [at, department] of departments.slice(0, -1).entries()) {
    const clerk = asSomebody(department.id, filedOn)
    const own = await lookInOrgan(db, department.id, (tx) => showOwnFiling(tx, clerk, reportYear))
    if (!own?.hash) continue
    const input = { name: 'file' as const, typed: { hash: own.hash } }
    await inOrgan(db, department.id, (tx) => takeFilerStep(tx, clerk, officeTime(filedOn, '10:00'), reportYear, input))
    const [name, typed] = decisions[at % decisions.length] ?? []
    if (!name) continue
    const of = { year: reportYear, filer: String(department.id) }
    await inOrgan(db, office.id, (tx) => takeOfficeStep(tx, actor, officeTime(decidedOn, '10:00'), of, { name, typed }))
  }
  await inOrgan(db, office.id, (tx) =>
    addFiler(tx, actor, {
      name: '示例市东湖街道办事处',
      kind: 'township',
      email: '',
      firstYear: reportYear,
      lastYear: null,
    }),
  )
}
