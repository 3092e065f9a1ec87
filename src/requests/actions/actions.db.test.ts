import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { nationalCalendar } from '../../calendar/calendar.ts'
import { calendarWith } from '../../calendar/notices/store.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { explainCell } from '../../report/explain.ts'
import { findByReceipt } from '../follow.ts'
import { showCase } from '../show.ts'
import { showList } from '../show-list.ts'
import type { StepName } from '../step-inputs.ts'
import { anIntake, aPerson } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { byPost } from '../testing/served.ts'
import { WantedRequests } from '../wanted.ts'
import { requestsFollow } from './follow-calendar.ts'
import { previewStep } from './preview-step.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db, owner } = await testDatabase()
const { organ, unitId, officer } = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })
const clerk = (today: string) => officer(today, ['clerk'])

const register = async (today: string, facts = {}) => {
  const actor = await clerk(today)
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(today, facts)))
  if (!one) throw new Error('nothing registered')
  return one.request
}
const step = async (actor: Actor, id: string, name: StepName, input: unknown, seq?: number) =>
  (await inOrgan(db, actor.organId, (tx) => takeStep(tx, actor, id, name, input, seq))).request
const show = (actor: Actor, id: string) => inOrgan(db, actor.organId, (tx) => showCase(tx, actor, id))

const granted = {
  outcome: 'granted',
  answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
  statement: '现将您申请的批复文件复印件随本答复提供。',
}

test('a request handed in counts as received that day and is answered after two approvals, with one number each', async () => {
  const request = await register('2026-03-02')
  expect(request).toMatchObject({
    number: '示统依申请〔2026〕1号',
    status: 'processing',
    receivedOn: '2026-03-02',
    dueOn: '2026-03-30',
  })
  const actor = await clerk('2026-03-05')
  await step(actor, request.id, 'assign', { unitId, staffId: actor.id })
  const drafted = await step(actor, request.id, 'draftAnswer', granted)
  expect(drafted.status).toBe('approving')
  const { draft } = await show(actor, request.id)
  const hash = draft?.hash
  await step(await officer('2026-03-06', ['unitHead']), request.id, 'approveAnswer', { hash, opinion: '同意' })
  await expect(step(actor, request.id, 'issueAnswer', { hash, ...byPost })).rejects.toThrow('审批中')
  await step(await officer('2026-03-06', ['ogiHead']), request.id, 'approveAnswer', { hash, opinion: '' })
  const done = await step(await clerk('2026-03-09'), request.id, 'issueAnswer', { hash, ...byPost })
  expect(done).toMatchObject({ status: 'concluded', outcome: 'granted', concludedOn: '2026-03-09', dueOn: null })
  const view = await show(actor, request.id)
  expect(view.letters).toMatchObject([{ number: '示统公复〔2026〕1号', kind: 'answer', issuedOn: '2026-03-09' }])
  expect(view.cells.map(({ row, column }) => `${row}/${column}`)).toEqual([
    'newReceived/naturalPerson',
    'granted/naturalPerson',
  ])
  const cell = { table: 'requests', row: 'granted', column: 'naturalPerson' } as const
  const behind = await inOrgan(db, organ.id, (tx) => explainCell(tx, organ, 2026, cell))
  expect(behind.records).toMatchObject([{ number: request.number, on: '2026-03-09' }])
})

test('an answer may quote what the applicant wrote, classified marks included: our own letter is no upload', async () => {
  const request = await register('2026-03-02', { pieces: ['标有“机密★”字样的某文件'] })
  const actor = await clerk('2026-03-03')
  const input = { items: '请写明文件名称', dueOn: '2026-03-25' }
  await step(actor, request.id, 'requestSupplement', input)
  const sent = await letOut(db, request, (role) => officer('2026-03-03', [role]))
  expect(sent?.request.status).toBe('supplementing')
})

test('nothing of the applicant stands in clear in any table', async () => {
  await register('2026-03-03')
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from (
      select to_jsonb(r)::text as row from requests r union all select to_jsonb(e)::text from request_events e
      union all select to_jsonb(a)::text from request_applicants a union all select to_jsonb(x)::text from audit_entries x
    ) all_rows where row like '%11010519491231002X%' or row like '%13800138000%' or row like '%张三%'`.execute(owner)
  expect(rows[0]?.found).toBe(0)
})

test('two officers at once: one wins, the other is told by whom', async () => {
  const request = await register('2026-03-02')
  const seq = request.lastSeq
  const [one, two] = [await officer('2026-03-04', ['clerk'], 'wang'), await officer('2026-03-04', ['clerk'], 'li')]
  const input = { items: '请写明文件名称', dueOn: '2026-03-25' }
  const results = await Promise.allSettled([
    step(one, request.id, 'requestSupplement', input, seq),
    step(two, request.id, 'requestSupplement', input, seq),
  ])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = results.find((each) => each.status === 'rejected')
  expect(refused?.reason).toMatchObject({ kind: 'conflict', code: 'changed_meanwhile' })
  expect(refused?.reason.message).toMatch(/^(wang|li)刚刚办理了这件申请/)
  const { events } = await show(one, request.id)
  expect(events.filter(({ kind }) => kind === 'letterDrafted')).toHaveLength(1)
})

test('a preview says how the due date moves and changes nothing', async () => {
  const request = await register('2026-03-02')
  const head = await officer('2026-03-10', ['ogiHead'])
  const preview = await inOrgan(db, organ.id, (tx) =>
    previewStep(tx, head, request.id, 'extendReply', { days: 20, reason: '检索量大' }),
  )
  expect(preview.sentence).toBe(
    '办理期限由2026年3月30日变为2026年4月28日，因为40个工作日内答复（条例第三十三条），收到申请之日，次日起算。',
  )
  expect((await show(head, request.id)).seq).toBe(request.lastSeq)
})

test('art. 31: by ordinary mail the day of confirmation counts; until then nothing runs', async () => {
  const request = await register('2026-03-02', { channel: 'ordinaryMail' })
  expect(request).toMatchObject({ status: 'arrived', receivedOn: null, dueOn: '2026-03-02', dueKind: 'confirmReceipt' })
  const actor = await clerk('2026-03-04')
  const confirm = { on: '2026-03-04', method: '电话', evidence: '', lateReason: '电话无人接听' }
  const confirmed = await step(actor, request.id, 'confirmReceipt', confirm)
  expect(confirmed).toMatchObject({ status: 'processing', receivedOn: '2026-03-04' })
  await expect(step(actor, request.id, 'confirmReceipt', { on: '2026-03-05', method: '电话' })).rejects.toThrow(
    '办理中',
  )
})

test('one letter with several matters becomes several requests, each with its number, applicant and day of receipt', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-03')
  const input = { pieces: ['批复文件', '招标文件', '验收报告'] }
  const { registered } = await inOrgan(db, organ.id, (tx) => takeStep(tx, actor, request.id, 'split', input))
  const { events, summary } = await show(actor, request.id)
  const split = events.find(({ kind }) => kind === 'split')
  expect(summary).toBe('批复文件')
  const { numbers = [] } = (split?.data ?? {}) as { numbers?: string[] }
  expect(numbers).toHaveLength(2)
  const { items } = await inOrgan(db, organ.id, (tx) =>
    showList(tx, actor, { ...WantedRequests.parse({ view: 'all', q: '验收报告' }), page: 1 }),
  )
  expect(items).toMatchObject([
    { number: numbers[1], applicant: '张*', receivedOn: '2026-03-02', status: 'processing' },
  ])
  const beyond = await inOrgan(db, organ.id, (tx) =>
    showList(tx, actor, { ...WantedRequests.parse({ view: 'all', q: '验收报告' }), page: 2 }),
  )
  expect(beyond).toMatchObject({ items: [], total: 1 })
  // Each new piece is followed with a receipt of its own, which is handed over now or never.
  for (const { request: piece, receipt, acknowledgement } of registered) {
    const opened = await inOrgan(db, organ.id, (tx) => findByReceipt(tx, organ.id, receipt))
    expect(opened).toBe(piece.id)
    expect(acknowledgement.paragraphs.join('')).toContain(piece.number)
    expect(acknowledgement.paragraphs.join('')).toContain('收到申请之日为2026年3月2日')
  }
  expect(registered.map((each) => each.request.number)).toEqual(numbers)
})

test('a request is found by part of its number or text, and by the whole name of the applicant, which is shown masked', async () => {
  const actor = await clerk('2026-03-05')
  const find = async (words: string) =>
    (
      await inOrgan(db, organ.id, (tx) =>
        showList(tx, actor, { ...WantedRequests.parse({ view: 'all', q: words }), page: 1 }),
      )
    ).items
  const request = await register('2026-03-05', {
    applicant: aPerson({ name: '阿卜杜拉·买买提' }),
    pieces: ['100%_折扣目录'],
  })
  for (const words of ['阿卜杜拉·买买提', '折扣', '100%_折扣', request.number])
    expect(
      (await find(words)).map(({ number }) => number),
      words,
    ).toContain(request.number)
  expect(await find('阿卜杜拉')).toEqual([])
  expect(await find('%')).toEqual([])
  expect((await find('折扣'))[0]?.applicant).toMatch(/^阿\*+$/)
})

test('another organ sees, finds and changes nothing', async () => {
  const request = await register('2026-03-02')
  const stranger = await other.officer('2026-03-03', ['clerk'])
  await expect(show(stranger, request.id)).rejects.toThrow('没有这件申请')
  await expect(step(stranger, request.id, 'note', { text: '看看' })).rejects.toThrow('没有这件申请')
  const { total } = await inOrgan(db, other.organ.id, (tx) =>
    showList(tx, stranger, { ...WantedRequests.parse({ view: 'all', q: '' }), page: 1 }),
  )
  expect(total).toBe(0)
})

test('a new holiday notice moves open due dates, and the old one is kept with the reason', async () => {
  const request = await register('2026-12-28')
  const actor = await clerk('2026-12-28')
  const next = calendarWith([
    {
      year: 2027,
      title: '测试用放假安排',
      number: '测试〔2026〕1号',
      issuedOn: plainDate('2026-11-01'),
      holidays: [
        {
          name: '元旦',
          from: plainDate('2027-01-01'),
          to: plainDate('2027-01-03'),
          makeUpDays: [plainDate('2027-01-09')],
        },
      ],
    },
  ])
  const before = (await show(actor, request.id)).due?.on
  const change = { now: nationalCalendar, next, year: 2027, reason: '测试用放假安排' }
  const moved = await inOrgan(db, organ.id, (tx) => requestsFollow.listMoved(tx, actor, change))
  expect(moved.map(({ name }) => name)).toContain(request.number)
  await inOrgan(db, organ.id, (tx) => requestsFollow.follow(tx, actor, change))
  const { events } = await show(actor, request.id)
  expect(events.at(-1)).toMatchObject({
    kind: 'dueMoved',
    data: { from: before, reason: '测试用放假安排', calendarVersion: next.version },
  })
})

test('who hands in a request gets an acknowledgement: number, day of receipt, what was asked, and by when it is answered', async () => {
  const actor = await clerk('2026-03-02')
  const [handed, posted] = await Promise.all(
    (['inPerson', 'ordinaryMail'] as const).map(async (channel) => {
      const intake = anIntake('2026-03-02', { channel, pieces: ['批复文件'] })
      const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, intake))
      return one
    }),
  )
  expect(handed?.acknowledgement).toMatchObject({ kind: 'receiptAcknowledgement', addressee: '张三', number: null })
  const text = handed?.acknowledgement.paragraphs.join('') ?? ''
  for (const words of [handed?.request.number ?? '', '“批复文件”', '收到申请之日为2026年3月2日', '即2026年3月30日前'])
    expect(text).toContain(words)
  expect(posted?.acknowledgement.paragraphs.join('')).toContain('以确认之日为收到申请之日')
})

test('the case says who worked on it after the unit has closed and the person has left', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-03')
  await step(actor, request.id, 'assign', { unitId, staffId: actor.id })
  await step(actor, request.id, 'withdraw', { on: '2026-03-03', evidence: '当面说明' })
  await owner
    .updateTable('workUnits')
    .set({ closedOn: plainDate('2026-03-04') })
    .where('id', '=', unitId)
    .execute()
  const { unitName, handlerName } = await show(actor, request.id)
  await owner.updateTable('workUnits').set({ closedOn: null }).where('id', '=', unitId).execute()
  expect([unitName, handlerName]).toEqual(['办公室', actor.name])
})
