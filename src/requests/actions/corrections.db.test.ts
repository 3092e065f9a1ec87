import { sql } from 'kysely'
import { extractText } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { publishAsSigned } from '../../demo/publish-as-signed.ts'
import { confirmAll } from '../../ledgers/years/testing/confirm-all.ts'
import type { Actor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { Refusal } from '../../refusal.ts'
import { getCorrected } from '../letter-correction.ts'
import { letterFile } from '../letter-files.ts'
import { showCase } from '../show.ts'
import { showList } from '../show-list.ts'
import type { StepName } from '../step-inputs.ts'
import * as store from '../store/requests.ts'
import { anIntake, aPerson } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { byHand } from '../testing/served.ts'
import { WantedRequests } from '../wanted.ts'
import { openFirstValues } from './open-personal.ts'
import { previewStep } from './preview-step.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db, owner } = await testDatabase()
const { organ, unitId, officer } = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })
const clerk = (today: string) => officer(today, ['clerk'])
const head = (today: string) => officer(today, ['ogiHead'], 'head')

const register = async (today: string, facts = {}) => {
  const actor = await clerk(today)
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(today, facts)))
  if (!one) throw new Error('nothing registered')
  return one.request
}
const step = async (actor: Actor, id: string, name: StepName, input: unknown) =>
  (await inOrgan(db, actor.organId, (tx) => takeStep(tx, actor, id, name, input))).request
const show = (actor: Actor, id: string) => inOrgan(db, actor.organId, (tx) => showCase(tx, actor, id))
const preview = (actor: Actor, id: string, name: StepName, input: unknown) =>
  inOrgan(db, actor.organId, (tx) => previewStep(tx, actor, id, name, input))
const reason = '申请表原件所写'

test('a name taken down wrongly is put right at once; the first stays, encrypted, and the letters follow', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-03')
  await step(actor, request.id, 'correctRegistration', { to: { name: '章三', phone: '13900139000' }, reason })
  const after = await inOrgan(db, organ.id, (tx) => store.getApplicant(tx, organ.id, request.id))
  expect(after).toMatchObject({ name: '章三', phone: '13900139000' })
  const view = await show(actor, request.id)
  expect(view.number).toBe(request.number)
  expect(view.corrected[0]?.lines).toEqual([
    { label: '姓名或者名称', from: '张*', to: '章*' },
    { label: '电话', from: '138****8000', to: '139****9000' },
  ])
  expect(JSON.stringify(view)).not.toMatch(/张三|章三|13800138000|13900139000/)
  const { events } = await inOrgan(db, organ.id, (tx) => store.get(tx, organ.id, request.id))
  expect(events.at(-1)?.data).toMatchObject({ personal: { from: { name: '张三' }, to: { name: '章三' } } })
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from request_events where data::text ~ '张三|章三|13800138000|13900139000'`.execute(owner)
  expect(rows[0]?.found).toBe(0)
  const find = (words: string) =>
    inOrgan(db, organ.id, (tx) => showList(tx, actor, { ...WantedRequests.parse({ view: 'all', q: words }), page: 1 }))
  expect((await find('章三')).items.map(({ number }) => number)).toEqual([request.number])
  const input = { items: '请写明文件名称', dueOn: '2026-03-25' }
  expect((await preview(actor, request.id, 'requestSupplement', input)).letter?.addressee).toBe('章三')
})

test('a day taken down wrongly moves the clock only when a second person has confirmed it', async () => {
  const request = await register('2026-03-09')
  const actor = await clerk('2026-03-10')
  const correction = { to: { arrivedOn: '2026-03-02' }, reason }
  const { sentence } = await preview(actor, request.id, 'correctRegistration', correction)
  expect(sentence).toContain(
    '答复期限由2026年4月7日变为2026年3月30日，因为收到申请之日由2026年3月9日更正为2026年3月2日',
  )
  expect(sentence).toContain('须由另一人确认后生效')
  const waiting = await step(actor, request.id, 'correctRegistration', correction)
  expect(waiting).toMatchObject({ receivedOn: '2026-03-09', dueOn: '2026-04-07' })
  await expect(step(actor, request.id, 'confirmCorrection', {})).rejects.toThrow('此步骤由')
  const both = { ...actor, roles: ['clerk', 'ogiHead'] } as const
  await expect(step(both, request.id, 'confirmCorrection', {})).rejects.toThrow('应当由另一人确认')
  await expect(step(actor, request.id, 'correctRegistration', correction)).rejects.toThrow('等待另一人确认')
  const done = await step(await head('2026-03-10'), request.id, 'confirmCorrection', {})
  expect(done).toMatchObject({
    number: request.number,
    arrivedOn: '2026-03-02',
    receivedOn: '2026-03-02',
    dueOn: '2026-03-30',
  })
  const { events } = await show(actor, request.id)
  expect(events.filter(({ kind }) => kind === 'received').map(({ happenedOn }) => happenedOn)).toEqual([
    '2026-03-09',
    '2026-03-02',
  ])
})

test('a correction that is declined leaves everything as it was', async () => {
  const request = await register('2026-03-09')
  await step(await clerk('2026-03-10'), request.id, 'correctRegistration', { to: { arrivedOn: '2026-03-06' }, reason })
  await step(await head('2026-03-10'), request.id, 'declineCorrection', { reason: '签收记录为9日' })
  const view = await show(await clerk('2026-03-10'), request.id)
  expect(view).toMatchObject({ receivedOn: '2026-03-09', correction: null })
})

test.each([
  [{ arrivedOn: '2018-03-02' }, '尚未施行'],
  [{ arrivedOn: '2026-03-11' }, '不能晚于今天'],
  [{ arrivedOn: '三月二日' }, '请填写日期'],
  [{ receivedOn: '2026-03-10' }, '应当相同'],
  [{ name: '' }, '请填写'],
  [{ identityNumber: '110105194912310021' }, '证件号码'],
  [{ phone: '电话' }, '电话'],
  [{ channel: 'pigeon' }, '请从列出的选项中选择'],
  [{ name: '张三' }, '与现在登记的相同'],
  [{}, '与现在登记的相同'],
])('what would not have been taken down is no correction: %o', async (to, why) => {
  const request = await register('2026-03-09')
  await expect(step(await clerk('2026-03-10'), request.id, 'correctRegistration', { to, reason })).rejects.toThrow(why)
})

test('the day of receipt cannot be put after what was done on the request', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  await step(actor, request.id, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-25' })
  await expect(
    step(await clerk('2026-03-10'), request.id, 'correctRegistration', { to: { arrivedOn: '2026-03-06' }, reason }),
  ).rejects.toThrow('已经办理了后面的步骤')
})

test('the class of applicant moves a column of the report; the published report of that year is told', async () => {
  const request = await register('2024-03-04')
  const actor = await clerk('2024-03-05')
  await step(actor, request.id, 'withdraw', { reason: '', on: '2024-03-05', evidence: '申请人来电，李文接听' })
  const how = { publishedOn: plainDate('2025-01-20'), calendarVersion: 'test', reason: null }
  await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2024, how.publishedOn))
  await publishAsSigned(db, actor, organ, 2024, how)
  const to = { applicantKind: 'enterprise', name: '示例商贸有限公司', creditCode: '', identityNumber: '' }
  const { sentence, cells } = await preview(await clerk('2025-02-10'), request.id, 'correctRegistration', {
    to,
    reason,
  })
  expect(sentence).toContain('2024年度报告已经定稿')
  expect(sentence).toContain(
    '2024年度报告第三部分“一、本年新收政府信息公开申请数量”行“自然人”列减1、“（六）其他处理 3.其他”行“自然人”列减1、',
  )
  expect(cells.map(({ column }) => column)).toEqual(['enterprise', 'enterprise'])
  await step(await clerk('2025-02-10'), request.id, 'correctRegistration', { to, reason })
  const done = await step(await head('2025-02-11'), request.id, 'confirmCorrection', {})
  expect(done).toMatchObject({ status: 'concluded', applicantKind: 'enterprise', number: request.number })
  const { rows } = await sql<{ detail: unknown }>`
    select detail from audit_entries where action = 'request.confirmCorrection' and subject = ${request.id}`.execute(
    owner,
  )
  expect(rows[0]?.detail).toMatchObject({ reportsToRevise: [2024] })
})

test('an opinion recorded wrongly is put right, until the third party was told or the answer has left', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  await step(actor, request.id, 'assign', { unitId, staffId: null })
  await expect(
    step(actor, request.id, 'correctOpinion', {
      consultation: 1,
      on: '2026-03-05',
      opinion: 'agrees',
      correction: '错',
    }),
  ).rejects.toThrow('还没有登记过')
  await step(actor, request.id, 'consult', { party: 'thirdParty', name: '示例公司', about: '合同金额' })
  await letOut(db, request, (role) => officer('2026-03-05', [role]))
  const answer = { consultation: 1, on: '2026-03-06', opinion: 'agrees' }
  await step(await clerk('2026-03-06'), request.id, 'answerConsultation', answer)
  const right = { ...answer, opinion: 'agreesInPart', reason: '属于商业秘密', correction: '回函第二页写明不同意' }
  await step(await clerk('2026-03-09'), request.id, 'correctOpinion', right)
  const view = await show(actor, request.id)
  expect(view.consultations).toMatchObject([
    { opinion: 'agreesInPart', reason: '属于商业秘密', answeredOn: '2026-03-06' },
  ])
  expect(view.events.filter(({ kind }) => kind === 'consultationAnswered')).toHaveLength(2)
  await step(await clerk('2026-03-09'), request.id, 'notifyThirdParty', { consultation: 1, reason: '公共利益' })
  await expect(step(await clerk('2026-03-09'), request.id, 'correctOpinion', right)).rejects.toThrow('送审中的告知书')
  await letOut(db, request, (role) => officer('2026-03-09', [role]))
  await expect(step(await clerk('2026-03-09'), request.id, 'correctOpinion', right)).rejects.toThrow('已经根据这一意见')
})

test('a letter that waits for its approval goes back too, and is not sent to who was taken down wrongly', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  await step(actor, request.id, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-25' })
  expect((await show(actor, request.id)).waitingLetters).toHaveLength(1)
  await step(actor, request.id, 'correctRegistration', { to: { phone: '13900139000' }, reason })
  expect((await show(actor, request.id)).waitingLetters).toHaveLength(1)
  await step(actor, request.id, 'correctRegistration', { to: { name: '章三' }, reason })
  expect((await show(actor, request.id)).waitingLetters).toEqual([])
  await step(actor, request.id, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-25' })
  expect((await show(actor, request.id)).waitingLetters).toMatchObject([{ letter: { addressee: '章三' } }])
})

test('an answer drafted on a registration that was wrong goes back and is drafted anew', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  const granted = {
    outcome: 'granted',
    answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
    statement: '现将您申请的批复文件复印件随本答复提供。',
  }
  expect(await step(actor, request.id, 'draftAnswer', granted)).toMatchObject({ status: 'approving' })
  await step(actor, request.id, 'correctRegistration', { to: { phone: '13900139000' }, reason })
  expect(await show(actor, request.id)).toMatchObject({ status: 'approving' })
  const foreseen = await preview(actor, request.id, 'correctRegistration', { to: { name: '章三' }, reason })
  expect(foreseen.sentence).toMatch(/答复期限不变，.+已拟的答复作废，须重新拟答复、重新审批。/)
  const back = await step(actor, request.id, 'correctRegistration', { to: { name: '章三' }, reason })
  expect(back.status).toBe('processing')
  expect((await show(actor, request.id)).overtaken).toHaveLength(1)
  await step(actor, request.id, 'draftAnswer', granted)
  expect((await show(actor, request.id)).draft?.letter.addressee).toBe('章三')
})

test('what was first taken down is shown in clear to whoever says why, and that is recorded', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-03')
  const to = { name: '章三', phone: '13900139000', routeWanted: 'online' }
  await step(actor, request.id, 'correctRegistration', { to, reason })
  await step(actor, request.id, 'correctRegistration', { to: { phone: '13700137000' }, reason })
  const opened = await inOrgan(db, organ.id, (tx) => openFirstValues(tx, actor, request.id, '复议、诉讼举证'))
  expect(opened.map(({ lines }) => lines)).toEqual([
    [
      { label: '姓名或者名称', from: '张三', to: '章三' },
      { label: '电话', from: '13800138000', to: '13900139000' },
      expect.objectContaining({ label: '获取途径', to: '网上下载' }),
    ],
    [{ label: '电话', from: '13900139000', to: '13700137000' }],
  ])
  const entry = await owner
    .selectFrom('auditEntries')
    .select(['detail', 'actorId'])
    .where('subject', '=', request.id)
    .where('action', '=', 'request.firstValuesRevealed')
    .executeTakeFirstOrThrow()
  expect(entry).toEqual({ detail: { reason: '复议、诉讼举证' }, actorId: actor.id })
  await expect(
    inOrgan(db, other.organ.id, async (tx) =>
      openFirstValues(tx, { ...actor, organId: other.organ.id }, request.id, '看'),
    ),
  ).rejects.toThrow('没有这件申请')
})

describe('a letter that was sent wrong is corrected by another one that names it', () => {
  const granting = (statement: string, facts: object = {}) => ({
    outcome: 'granted',
    answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
    statement,
    ...facts,
  })
  const answered = async (statement: string, facts = {}) => {
    const request = await register('2026-03-02', facts)
    const actor = await clerk('2026-03-05')
    await step(actor, request.id, 'draftAnswer', granting(statement))
    const hash = (await show(actor, request.id)).draft?.hash
    for (const role of ['unitHead', 'ogiHead'] as const)
      await step(await officer('2026-03-05', [role]), request.id, 'approveAnswer', { hash })
    await step(actor, request.id, 'issueAnswer', { hash, ...byHand })
    const [letter] = (await show(actor, request.id)).letters
    if (!letter) throw new Error('nothing was sent')
    return { ...request, letter }
  }
  const wrongly = { reason: '笔误，依据提供的批复原件', service: '邮政企业邮寄' }
  const correcting = (letter: number, from: string, to: string, facts: object = {}) => ({
    letter,
    corrections: [{ from, to }],
    ...wrongly,
    ...facts,
  })
  const approved = (request: { id: string; organId: number }, today = '2026-03-10') =>
    letOut(db, request, (role) => officer(today, [role]))
  const code = (id: string, input: object, today = '2026-03-10') =>
    clerk(today)
      .then((actor) => step(actor, id, 'correctLetter', input))
      .then(
        () => undefined,
        (error: unknown) =>
          error instanceof Refusal ? `${error.code} ${error.field ?? ''}`.trim() : Promise.reject(error),
      )

  test('approved as the first was, numbered, read beside the first; clock, result and report cells stay', async () => {
    const { letter, ...request } = await answered('请到示范路300号领取。')
    const actor = await clerk('2026-03-10')
    const input = correcting(letter.seq, '示范路300号', '示范路30号')
    const { sentence, letter: drafted } = await preview(actor, request.id, 'correctLetter', input)
    expect(sentence).toContain('答复期限、办结的情况和年度报告的数字都不变')
    expect(drafted?.paragraphs[0]).toBe(
      `本机关于2026年3月5日作出的《政府信息公开申请答复书》（${letter.number}）中存在文字错误，现予更正：“示范路300号”更正为“示范路30号”。`,
    )
    const before = await show(actor, request.id)
    await step(actor, request.id, 'correctLetter', input)
    const [waiting] = (await show(actor, request.id)).waitingLetters
    expect(waiting?.levels.map(({ role }) => role)).toEqual(['unitHead', 'ogiHead'])
    expect((await show(actor, request.id)).letters).toHaveLength(1)
    const isListed = (words: string) =>
      inOrgan(db, organ.id, (tx) =>
        showList(tx, actor, { ...WantedRequests.parse({ view: 'approving', q: words }), page: 1 }),
      ).then(({ items }) => items.some(({ number }) => number === request.number))
    expect([await isListed(''), await isListed(request.number)]).toEqual([true, true])
    const own = { ...actor, roles: ['clerk', 'unitHead'] } as const
    const approval = { draft: waiting?.draft, hash: waiting?.hash }
    await expect(step(own, request.id, 'approveLetter', approval)).rejects.toThrow('不能由您审批')
    await approved(request)
    expect([await isListed(''), await isListed(request.number)]).toEqual([false, false])
    const after = await show(actor, request.id)
    const [first, second] = after.letters
    expect(second).toMatchObject({
      kind: 'correction',
      label: '政府信息公开文书更正告知书',
      issuedOn: '2026-03-10',
      correctedBy: [],
      corrects: { seq: letter.seq, number: letter.number, changes: [{ from: '示范路300号', to: '示范路30号' }] },
    })
    expect(first).toMatchObject({
      seq: letter.seq,
      number: letter.number,
      corrects: null,
      correctedBy: [{ seq: second?.seq, number: second?.number, issuedOn: '2026-03-10' }],
    })
    expect(second?.number).not.toBe(letter.number)
    const kept = ({ clock, due, cells, status, outcomeLabel, concludedOn }: typeof after) => ({
      clock,
      due,
      cells,
      status,
      outcomeLabel,
      concludedOn,
    })
    expect(kept(after)).toEqual(kept(before))
    const file = await letterFile(db, request, { seq: second?.seq ?? 0, form: 'pdf' })
    const { text } = await extractText(new Uint8Array(file.bytes), { mergePages: true })
    for (const words of [letter.number, second?.number ?? '', '示范路300号', '示范路30号', '2026年3月5日'])
      expect(text.replace(/\s/g, '')).toContain(words)
    const { rows } = await sql<{ action: string }>`
      select action from audit_entries where subject = ${request.id} and action ~ 'Letter' order by seq`.execute(owner)
    expect(rows.map(({ action }) => action)).toEqual([
      'request.correctLetter',
      'request.approveLetter',
      'request.approveLetter',
    ])
  })

  test('a further correction starts from what stands, names the one before, and the report that is published stays true', async () => {
    const { letter, ...request } = await answered('请到示范路300号领取。')
    await code(request.id, correcting(letter.seq, '示范路300号', '示范路30号'))
    await approved(request)
    expect(await code(request.id, correcting(letter.seq, '示范路300号', '示范路3号'))).toBe(
      'words_not_in_letter corrections',
    )
    const [, second] = (await show(await clerk('2026-03-10'), request.id)).letters
    expect(await code(request.id, correcting(second?.seq ?? 0, '示范路30号', '示范路3号'))).toBe(
      'unknown_letter letter',
    )
    expect(await code(request.id, correcting(letter.seq, '示范路30号', '示范路3号'))).toBeUndefined()
    await approved(request)
    const { standing, before } = await inOrgan(db, organ.id, (tx) => getCorrected(tx, request, letter.seq))
    expect(standing.paragraphs.join('')).toContain('请到示范路3号领取')
    expect(before.at(-1)?.letter.paragraphs[0]).toContain(`此前已由${second?.number}更正`)
  })

  test('what it may not say is refused: another decision, words that are not there, a party’s name, a mark of secrecy', async () => {
    const { letter, ...request } = await answered('请到示范路300号领取。')
    const seq = letter.seq
    const ask = (from: string, to: string) => code(request.id, correcting(seq, from, to))
    expect(await ask('决定予以公开', '决定不予公开')).toBe('correction_decides corrections')
    expect(await ask('第三十六条第（二）项', '第三十六条第（三）项')).toBe('correction_decides corrections')
    expect(await ask('示范路400号', '示范路30号')).toBe('words_not_in_letter corrections')
    expect(await ask('示范路300号', '示范路300号（机密★）')).toBe('secrecy_in_letter corrections.0.to')
    expect(await code(request.id, { letter: seq, corrections: [], ...wrongly })).toBe('nothing_to_correct corrections')
    expect(await code(request.id, correcting(99, '甲', '乙'))).toBe('unknown_letter letter')
    const term = correcting(seq, '示范路300号', '示范路30号', { dueOn: '2026-04-01' })
    expect(await code(request.id, term)).toBe('term_not_running dueOn')
    expect((await show(await clerk('2026-03-10'), request.id)).letters).toHaveLength(1)
  })

  test('a name comes from the registration: corrected there, the letter says so by itself, and nothing of it is in clear', async () => {
    const { letter, ...request } = await answered('请到示范路300号领取。', { applicant: aPerson({ name: '独孤三' }) })
    expect(await code(request.id, correcting(letter.seq, '独孤三', '独孤山'))).toBe('words_not_in_letter corrections')
    const actor = await clerk('2026-03-10')
    const { sentence } = await preview(actor, request.id, 'correctRegistration', { to: { name: '独孤山' }, reason })
    expect(sentence).toContain('请再办理“更正文书”')
    await step(actor, request.id, 'correctRegistration', { to: { name: '独孤山' }, reason })
    expect(await code(request.id, { letter: letter.seq, corrections: [], ...wrongly })).toBeUndefined()
    await approved(request)
    const view = await show(actor, request.id)
    expect(view.letters[1]?.corrects?.changes).toEqual([{ from: '抬头独**', to: '独**' }])
    expect(JSON.stringify(view.letters)).not.toMatch(/独孤/)
    const { before } = await inOrgan(db, organ.id, (tx) => getCorrected(tx, request, letter.seq))
    expect(before[0]?.letter).toMatchObject({
      addressee: '独孤山',
      paragraphs: [expect.stringContaining('抬头“独孤三”更正为“独孤山”'), expect.any(String)],
    })
    const rows = await owner.selectFrom('requestEvents').select('data').where('requestId', '=', request.id).execute()
    expect(JSON.stringify(rows)).not.toMatch(/独孤/)
  })

  test('the time given to an applicant is told later, never earlier, and only while it runs; the answer clock stays', async () => {
    const request = await register('2026-03-02')
    const actor = await clerk('2026-03-03')
    await step(actor, request.id, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-25' })
    expect(await code(request.id, correcting(1, '甲', '乙'))).toBe('no_letter_sent')
    await approved(request, '2026-03-03')
    const [letter] = (await show(actor, request.id)).letters
    const { clock } = await show(await clerk('2026-03-10'), request.id)
    const seq = letter?.seq ?? 0
    const later = (dueOn: string) => ({ letter: seq, dueOn, ...wrongly })
    expect(await code(request.id, correcting(seq, '于2026年3月25日前', '于2026年4月25日前'))).toBe(
      'correction_moves_term corrections',
    )
    expect(await code(request.id, later('2026-03-24'))).toBe('term_shortened dueOn')
    expect(await code(request.id, later('2036-03-24'))).toBe('day_out_of_range dueOn')
    expect(await code(request.id, later('2026-04-24'))).toBeUndefined()
    expect((await show(actor, request.id)).due).toMatchObject({ on: '2026-03-25' })
    expect(await code(request.id, later('2026-04-25'))).toBe('letter_waiting')
    await approved(request)
    const view = await show(await clerk('2026-03-10'), request.id)
    expect(view.due).toMatchObject({ kind: 'supplementByApplicant', on: '2026-04-24' })
    expect(view.clock).toEqual(clock)
    expect(view.letters[1]?.corrects?.changes).toEqual([
      { from: '于2026年3月25日前（含当日）补正', to: '于2026年4月24日前（含当日）补正' },
    ])
  })

  test('each goes the way of the letter that it corrects; those of others stay with them', async () => {
    const request = await register('2026-03-02')
    const actor = await clerk('2026-03-03')
    await step(actor, request.id, 'consult', {
      party: 'thirdParty',
      name: '示例数据有限公司',
      about: '2024年合同的价款',
    })
    await approved(request, '2026-03-03')
    await step(await head('2026-03-04'), request.id, 'extendReply', { days: 10, reason: '检索量大' })
    const letters = (await show(actor, request.id)).letters
    const chain = async (seq: number | undefined, from: string, to: string) => {
      expect(await code(request.id, correcting(seq ?? 0, from, to))).toBeUndefined()
      const [waiting] = (await show(actor, request.id)).waitingLetters
      await approved(request)
      return [waiting?.letter.kind, waiting?.letter.addressee, ...(waiting?.levels.map(({ role }) => role) ?? [])]
    }
    expect(await chain(letters[0]?.seq, '2024年合同', '2025年合同')).toEqual([
      'correctionToOthers',
      '示例数据有限公司',
      'unitHead',
    ])
    // What later letters quote of it is quoted as it was put right.
    expect((await show(actor, request.id)).consultations).toMatchObject([{ about: '2025年合同的价款' }])
    expect(await code(request.id, correcting(letters[0]?.seq ?? 0, '2025年合同', '张三要的合同'))).toBe(
      'names_applicant corrections.0.to',
    )
    expect(await chain(letters[1]?.seq, '检索量大', '检索数量大')).toEqual(['correction', '张三', 'ogiHead'])
    expect(await code(request.id, correcting(letters[1]?.seq ?? 0, '延长10个工作日', '延长20个工作日'))).toBe(
      'correction_moves_term corrections',
    )
    await step(actor, request.id, 'withdraw', { reason: '', on: '2026-03-03', evidence: '申请人来电' })
    expect(await code(request.id, correcting(letters[1]?.seq ?? 0, '检索数量大', '检索量大'))).toBe(
      'letters_of_withdrawn',
    )
  })
})

test('a day long past, or of a year already reported, is asked about before a number is given', async () => {
  const actor = await clerk('2026-03-20')
  const take = (day: string, facts = {}) =>
    inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(day, facts)))
  await expect(take('2025-03-03')).rejects.toThrow('距今已超过5个工作日')
  await expect(take('2024-03-01')).rejects.toThrow(
    '2024年度报告第三部分“一、本年新收政府信息公开申请数量”行“自然人”列由0变为1',
  )
  // What was received earlier and not answered counts in the frozen year, too.
  await expect(take('2020-03-02')).rejects.toThrow('2024年度报告已经定稿')
  await expect(take('2026-03-12')).rejects.toMatchObject({ code: 'received_long_ago', field: 'arrivedOn' })
  expect(await take('2026-03-13')).toHaveLength(1)
  const [one] = await take('2020-03-02', { isDayConfirmed: true })
  expect(one?.request).toMatchObject({ receivedOn: '2020-03-02' })
})
