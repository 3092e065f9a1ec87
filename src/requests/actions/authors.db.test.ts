import { expect, test } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff } from '../../organs/testing/staff.ts'
import { foldHistory } from '../history.ts'
import type { StepName } from '../step-inputs.ts'
import * as store from '../store/requests.ts'
import { anIntake } from '../testing/an-intake.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)

const today = '2026-03-05'
const input = {
  outcome: 'granted',
  answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
  statement: '请到示范路300号领取。',
}
const step = (actor: Actor, id: string, name: StepName, typed: unknown) =>
  inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, name, typed))

test('where the only head of the unit wrote the answer first, another unit’s head is asked, though a clerk sends it again', async () => {
  const clerk = await officer(today, ['clerk'])
  const head = { ...(await officer(today, ['unitHead'])), roles: ['clerk', 'unitHead'] } as const
  const unit = await inOrgan(db, organ.id, (tx) =>
    tx.insertInto('workUnits').values({ organId: organ.id, name: '业务科' }).returning('id').executeTakeFirstOrThrow(),
  )
  const facts = { login: 'yewuke', name: '业务科长', roles: ['unitHead'], unitId: unit.id } as const
  const other = { ...head, id: await addStaff(db, organ.id, facts), roles: ['unitHead'], unitId: unit.id } as const
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake('2026-03-02')))
  const id = one?.request.id ?? ''
  const up = async () => {
    const { events } = await inOrgan(db, organ.id, (tx) => store.get(tx, organ.id, id))
    return foldHistory(events).draft
  }

  await step(head, id, 'draftAnswer', input)
  const hash = (await up())?.hash
  await step(await officer(today, ['ogiHead']), id, 'returnAnswer', { hash, reason: '再核' })
  await step(clerk, id, 'draftAnswer', input)
  expect(await up()).toMatchObject({ by: { id: clerk.id }, authors: [head.id], levels: [{ unitId: null }, {}] })
  await expect(step(head, id, 'approveAnswer', { hash })).rejects.toMatchObject({ code: 'own_draft' })
  await step(other, id, 'approveAnswer', { hash })
  expect((await up())?.authors).toEqual([head.id])
})
