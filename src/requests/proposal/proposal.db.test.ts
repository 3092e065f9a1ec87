import { describe, expect, test } from 'vitest'
import '../../app/joins.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { showCase } from '../show.ts'
import { anIntake } from '../testing/an-intake.ts'
import { byPost } from '../testing/served.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)
const day = '2026-03-10'
const now = new Date('2026-03-10T02:00:00Z')

const take = async (id: string, role: Role, name: Parameters<typeof takeStep>[3], input: object) => {
  const actor = await officer(day, [role])
  await inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, name, input, undefined, now))
}
const seen = async (id: string) => {
  const clerk = await officer(day, ['clerk'])
  return inOrgan(db, organ.id, (tx) => showCase(tx, clerk, id))
}

/** A request of 张三 that was answered with what was asked for. */
async function answered(): Promise<string> {
  const clerk = await officer(day, ['clerk'])
  const [made] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake(day)))
  const id = made?.request.id ?? ''
  const answers = {
    complete: 'yes',
    information: 'yes',
    responsible: 'us',
    held: 'held',
    disclose: 'all',
    how: 'provide',
  }
  await take(id, 'clerk', 'draftAnswer', { outcome: 'granted', answers, statement: '批复文件复印件一份' })
  const { draft } = await seen(id)
  for (const role of ['unitHead', 'ogiHead'] as const)
    await take(id, role, 'approveAnswer', { hash: draft?.hash, opinion: '' })
  await take(id, 'clerk', 'issueAnswer', { hash: draft?.hash, ...byPost })
  return id
}

const proposal = {
  ground: 'askedOften',
  type: 'notice',
  title: '某路段改造项目可行性研究报告批复',
  text: '该项目可行性研究报告已经批复。\n批复文件见附件。',
}

describe('条例 44: what was given to one may be published for all', () => {
  test('it becomes the draft of a record, which is reviewed as any; the case tells how it stands, and its result stays', async () => {
    const id = await answered()
    await take(id, 'clerk', 'proposePublication', proposal)
    const view = await seen(id)
    expect(view.proposals).toEqual([
      {
        title: proposal.title,
        ground: expect.stringContaining('条例44 I'),
        recordId: expect.any(String),
        record: { edition: 1, label: expect.stringMatching(/草稿|起草|拟稿/) },
      },
    ])
    expect([view.status, view.outcomeLabel]).toEqual(['concluded', '予以公开'])
    const revisions = await inOrgan(db, organ.id, (tx) =>
      tx
        .selectFrom('revisions')
        .select('content')
        .where('recordId', '=', view.proposals[0]?.recordId ?? '')
        .execute(),
    )
    expect(JSON.stringify(revisions.at(-1)?.content)).toContain('批复文件见附件')
    expect(JSON.stringify(revisions)).not.toContain('张三')
  })

  test('words that tell who has asked are refused at their field, and nothing is begun', async () => {
    const id = await answered()
    const records = () => inOrgan(db, organ.id, (tx) => tx.selectFrom('informationRecords').select('id').execute())
    const before = await records()
    for (const [field, words] of [
      ['title', '张三申请的批复'],
      ['text', '联系电话13800138000'],
    ] as const)
      await expect(take(id, 'clerk', 'proposePublication', { ...proposal, [field]: words })).rejects.toMatchObject({
        code: 'proposal_tells_applicant',
        field,
      })
    expect(await records()).toEqual(before)
  })

  test('of a request that is open, or that was given nothing, nothing is proposed', async () => {
    const clerk = await officer(day, ['clerk'])
    const [made] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake(day)))
    await expect(take(made?.request.id ?? '', 'clerk', 'proposePublication', proposal)).rejects.toMatchObject({
      kind: 'conflict',
    })
  })
})
