import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { acceptFile } from '../../files/accept.ts'
import { addFile } from '../../files/store.ts'
import { exportForm } from '../../lists/wanted.ts'
import type { Role } from '../../organs/role.ts'
import { changeSetting } from '../../organs/settings/actions.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { Refusal } from '../../refusal.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import type { Applicant } from '../applicant.ts'
import { exportRequests } from '../export.ts'
import { Intake } from '../intake.ts'
import { showCase } from '../show.ts'
import { type StepName, stepInputs } from '../step-inputs.ts'
import { anIntake, aPerson } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { byHand } from '../testing/served.ts'
import { WantedRequests } from '../wanted.ts'
import { previewStep } from './preview-step.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db, owner } = await testDatabase()
const { organ, officer } = await anOffice(db)
const today = '2026-03-10'

async function register(facts: Partial<Intake> = {}, on = today): Promise<string> {
  const actor = await officer(on, ['clerk'])
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(on, facts)))
  return one?.request.id ?? ''
}
/** A letter that the step puts up is approved, so that it leaves. */
const step = async (id: string, name: StepName, input: object, role: Role = 'clerk', on = today) => {
  const actor = await officer(on, [role])
  const taken = await inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, name, input))
  return (await letOut(db, taken.request, (level) => officer(on, [level]))) ?? taken
}
const preview = async (id: string, name: StepName, input: object, role: Role = 'clerk', on = today) => {
  const actor = await officer(on, [role])
  return inOrgan(db, organ.id, (tx) => previewStep(tx, actor, id, name, input))
}
const choose = async (id: string, value: unknown) => {
  const admin = await officer(today, ['systemAdmin'])
  await inOrgan(db, organ.id, (tx) => changeSetting(tx, admin, id, value))
}
const show = async (id: string) => {
  const actor = await officer(today, ['clerk'])
  return inOrgan(db, organ.id, (tx) => showCase(tx, actor, id))
}

/** The refusal by code and field; the preview says the same as the step, or this fails. */
async function why(id: string, name: StepName, input: object, role: Role = 'clerk'): Promise<string | undefined> {
  const refusals = []
  for (const act of [preview, step]) {
    const refusal = await act(id, name, input, role).then(
      () => undefined,
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        return error.field ? `${error.code} ${error.field}` : error.code
      },
    )
    refusals.push(refusal)
  }
  expect(refusals[0]).toBe(refusals[1])
  return refusals[1]
}

const agent: Applicant['agent'] = {
  name: '欧阳克勤',
  identityKind: 'residentId',
  identityNumber: '',
  phone: '0468-3344556',
}
const consult = (about: string, facts: object = {}) => ({
  party: 'thirdParty',
  name: '示例数据服务有限公司',
  contact: '示例市示范路300号，139-1234-5678',
  about,
  ...facts,
})
const onTheWay = { complete: 'yes', information: 'yes', responsible: 'us', held: 'held' }
const granting = (statement: string, facts: object = {}) => ({
  outcome: 'granted',
  answers: { ...onTheWay, disclose: 'all', how: 'provide' },
  statement,
  ...facts,
})

describe('who asks stays unknown to third parties, and they to the applicant', () => {
  test.each([
    ['张三申请公开贵单位的合同'],
    ['张　三（１３８００１３８０００）申请公开'],
    ['申请人张*，138****8000'],
    ['身份证110105194912****2X'.replace('****2X', '31002X')],
    ['住人民路1号的居民提出'],
    ['代理人 欧阳 克勤，3344556'],
  ])('%s', async (about) => {
    const id = await register({ applicant: aPerson({ agent }) })
    for (const party of ['thirdParty', 'coOrgan'])
      expect(await why(id, 'consult', consult(about, { party }))).toBe('names_applicant about')
    expect((await show(id)).consultations).toEqual([])
  })
  test('nor in the decision that is told to the third party; its own name is no news to it', async () => {
    const id = await register({ applicant: aPerson({ name: '示例' }) })
    await step(id, 'consult', consult('示例数据服务有限公司提交的投标技术方案'))
    await step(id, 'answerConsultation', { consultation: 1, on: today, opinion: 'objects', reason: '商业秘密' })
    const told = (reason: string) => why(id, 'notifyThirdParty', { consultation: 1, reason })
    expect(await told('示例先生需要该信息监督')).toBe('names_applicant reason')
    expect(await told('使用财政资金，公开有利于监督')).toBeUndefined()
  })
  test('the applicant reads neither name nor contact of a third party that the request does not name', async () => {
    const consulted = async (summary: string) => {
      const id = await register({ pieces: [summary] })
      await step(id, 'consult', consult('投标技术方案'))
      await step(id, 'answerConsultation', { consultation: 1, on: today, opinion: 'agrees' })
      return id
    }
    const id = await consulted('政务云采购的投标技术方案')
    expect(await why(id, 'draftAnswer', granting('示例数据服务 有限公司同意公开，见附件'))).toBe(
      'names_third_party statement',
    )
    expect(await why(id, 'draftAnswer', granting('可与139****5678联系'))).toBe('names_third_party statement')
    const named = await consulted('示例数据服务有限公司的投标技术方案')
    expect(await why(named, 'draftAnswer', granting('示例数据服务有限公司的投标技术方案，见附件'))).toBeUndefined()
  })
  test('nor in the name of an enclosure', async () => {
    const id = await register({ pieces: ['政务云采购的投标技术方案'] })
    await step(id, 'consult', consult('投标技术方案'))
    await step(id, 'answerConsultation', { consultation: 1, on: today, opinion: 'agrees' })
    const accepted = await acceptFile('示例数据服务有限公司投标文件.txt', Buffer.from('内容'))
    const { id: fileId } = await inOrgan(db, organ.id, (tx) => addFile(tx, organ.id, accepted, 24))
    expect(await why(id, 'draftAnswer', granting('', { fileIds: [fileId] }))).toBe('names_third_party fileIds')
  })
})

test('no letter bears a mark of secrecy, in whatever field; what the applicant wrote is quoted as it is', async () => {
  const id = await register({ pieces: ['标有“机密★”的文件'] })
  const marked = '内容（秘密★10年）'
  const dueOn = '2026-03-30'
  expect(await why(id, 'requestSupplement', { items: marked, dueOn })).toBe('secrecy_in_letter items')
  expect(await why(id, 'requestReasons', { facts: '内部资料', dueOn })).toBe('secrecy_in_letter facts')
  expect(await why(id, 'consult', consult('机密件'))).toBe('secrecy_in_letter about')
  expect(await why(id, 'proposeExtension', { days: 5, reason: marked })).toBe('secrecy_in_letter reason')
  expect(await why(id, 'extendReply', { days: 5, reason: marked }, 'ogiHead')).toBe('secrecy_in_letter reason')
  expect(await why(id, 'draftAnswer', granting(marked))).toBe('secrecy_in_letter statement')
  const secret = {
    outcome: 'denied.stateSecret',
    answers: { ...onTheWay, disclose: 'none', exemption: 'stateSecret' },
    reason: '公开会危害国家安全',
    record: '机密★10年，2020年3月定密',
  }
  expect(await why(id, 'draftAnswer', { ...secret, reason: '系绝密' })).toBe('secrecy_in_letter reason')
  // On what the classification rests stays in the file, where it may be named.
  expect(await why(id, 'draftAnswer', secret)).toBeUndefined()
})

test('art. 36(6): the earlier answer is one that the same applicant has had, or is named with number and day', async () => {
  const mine = { applicant: aPerson({ name: '李五', identityNumber: '110105194912310038' }) }
  const earlier = await register(mine)
  const someone = await register()
  for (const id of [earlier, someone]) {
    await step(id, 'draftAnswer', granting('见附件'))
    const hash = (await show(id)).draft?.hash
    for (const role of ['unitHead', 'ogiHead'] as const) await step(id, 'approveAnswer', { hash }, role)
    await step(id, 'issueAnswer', { hash, ...byHand })
  }
  const again = await register(mine)
  const { earlier: offered } = await show(again)
  expect(offered.map(({ id }) => id)).toEqual([earlier])
  const repeat = (facts: object) => ({
    outcome: 'notProcessed.repeat',
    answers: { complete: 'yes', information: 'repeat' },
    statement: '可以凭原查询码查阅',
    ...facts,
  })
  expect(await why(again, 'draftAnswer', repeat({ record: '从来没有答复过' }))).toBe('earlier_answer_unknown record')
  expect(await why(again, 'draftAnswer', repeat({ earlierId: someone }))).toBe('earlier_answer_unknown record')
  expect(await why(again, 'draftAnswer', granting('见附件', { earlierId: earlier }))).toBe('text_not_used earlierId')
  const letter = (await preview(again, 'draftAnswer', repeat({ earlierId: earlier }))).letter
  expect(letter?.paragraphs.join('')).toContain(`作出答复：${offered[0]?.named}`)
  expect(await why(again, 'draftAnswer', repeat({ record: '示统复〔2019〕3号，2019年8月2日' }))).toBeUndefined()
})

test('a split keeps what the applicant wrote, with the first piece and with every other', async () => {
  const asked = '请公开：一、甲项目的批复；二、乙项目的预算'
  const id = await register({ pieces: [asked] })
  const { registered } = await step(id, 'split', { pieces: ['甲项目的批复', '乙项目的预算'] })
  expect((await show(id)).askedBefore).toBe(asked)
  expect((await show(id)).summary).toBe('甲项目的批复')
  expect((await show(registered[0]?.request.id ?? '')).askedBefore).toBe(asked)
})

test('parties are named on the case: an organisation in clear, a person masked', async () => {
  const id = await register()
  await step(id, 'consult', consult('投标技术方案'))
  await step(id, 'consult', consult('承包合同', { name: '赵六', contact: '' }))
  expect((await show(id)).consultations.map(({ label, name }) => `${label} ${name}`)).toEqual([
    '第三方甲 示例数据服务有限公司',
    '第三方乙 赵*',
  ])
})

describe('a day that nobody means is refused at its field, never a fault', () => {
  const days = ['0001-01-01', '1900-01-01', '2008-05-01', '2019-05-14', '2051-01-01', '9999-12-31']
  test.each(days)('arrived on %s', async (day) => {
    const actor = await officer(today, ['clerk'])
    const arrive = (facts: Partial<Intake>) =>
      inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(today, facts)))
    await expect(arrive({ arrivedOn: plainDate(day) })).rejects.toMatchObject({ field: 'arrivedOn' })
    const confirmation = { method: '电话', evidence: '' }
    await expect(arrive({ channel: 'online', receivedOn: plainDate(day), confirmation })).rejects.toMatchObject({
      field: 'receivedOn',
    })
  })
  test('where the day of arrival is the day of receipt, another is told and not replaced; nor is a confirmation without its day', async () => {
    const other = { arrivedOn: plainDate('2026-03-09'), receivedOn: plainDate(today) }
    for (const channel of ['inPerson', 'registeredMail', 'oral'] as const)
      await expect(register({ ...other, channel, onBehalf: '李文' })).rejects.toMatchObject({ field: 'receivedOn' })
    expect((await show(await register({ receivedOn: plainDate(today) }))).receivedOn).toBe(today)
    const confirmation = { method: '电话', evidence: '' }
    await expect(register({ channel: 'online', confirmation })).rejects.toMatchObject({ field: 'receivedOn' })
    const late = { channel: 'online' as const, receivedOn: plainDate('2026-03-11'), confirmation }
    await expect(register(late)).rejects.toThrow('日期应当是2026年3月10日')
  })
  test('the year 0, which no database knows, is no day at all', () => {
    expect(Intake.shape.arrivedOn.safeParse('0000-01-01').success).toBe(false)
    expect(stepInputs.receiveSupplement.safeParse({ on: '0000-12-31', text: '补正' }).success).toBe(false)
  })
  test('the first day of the Regulation is computed', async () => {
    const id = await register({ arrivedOn: plainDate('2019-05-15'), isDayConfirmed: true })
    expect((await show(id)).clock).toMatchObject({ startedOn: '2019-05-15', dueOn: '2019-06-13' })
  })
  test.each(days)('every step that takes a day, with %s', async (day) => {
    const id = await register()
    const ask = (name: StepName, input: object, role: Role = 'clerk') => why(id, name, input, role)
    const refused = /^(day_out_of_range|not_after_today) /
    expect(await ask('requestSupplement', { items: '名称', dueOn: day })).toMatch(refused)
    expect(await ask('requestReasons', { facts: '多', dueOn: day })).toMatch(refused)
    expect(await ask('withdraw', { on: day, evidence: '电话' })).toMatch(refused)
    const search = {
      searchedBy: '李四',
      searchedOn: day,
      systems: '档案',
      keywords: '批复',
      scope: '全部',
      result: '无',
    }
    const none = {
      outcome: 'notExist',
      answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'none' },
    }
    expect(await ask('draftAnswer', { ...none, search })).toBe('day_out_of_range search.searchedOn')
    await step(id, 'consult', consult('投标技术方案'))
    expect(await ask('deliverConsultation', { consultation: 1, on: day })).toMatch(refused)
    expect(await ask('answerConsultation', { consultation: 1, on: day, opinion: 'agrees' })).toMatch(refused)
    await step(id, 'requestReasons', { facts: '多', dueOn: '2026-03-20' })
    expect(await ask('receiveReasons', { on: day, text: '科研' })).toMatch(refused)
    await step(id, 'receiveReasons', { on: today, text: '科研' })
    expect(await ask('delayAnswer', { until: day, reason: '量大' }, 'ogiHead')).toMatch(
      /^(delay_not_later|day_out_of_range) /,
    )
    await step(id, 'requestSupplement', { items: '名称', dueOn: '2026-03-30' })
    expect(await ask('receiveSupplement', { on: day, text: '补正' })).toMatch(refused)
  })
})

test('arts. 15, 32: of two parties that were asked each is told of the part that concerns it, and of a part about which nobody was asked neither', async () => {
  const id = await register({ pieces: ['两家企业的合同及附件'] })
  await step(id, 'consult', consult('财务报表', { name: '示例食品有限公司' }))
  await step(id, 'consult', consult('合同', { name: '示例机械厂' }))
  const answered = { on: today, reason: '财务报表除外' }
  await step(id, 'answerConsultation', { ...answered, consultation: 1, opinion: 'agreesInPart' })
  await step(id, 'answerConsultation', { ...answered, consultation: 2, opinion: 'agrees', reason: '' })
  const under = 'denied.thirdPartyRights'
  const statements = { what: '财务报表', under, reason: '商业秘密', consultations: [1] }
  const card = { what: '第3页企业法定代表人的身份证号码', under, reason: '个人隐私' }
  const partly = (...parts: object[]) => ({
    outcome: 'partiallyGranted',
    answers: { ...onTheWay, disclose: 'part' },
    statement: '合同',
    parts,
  })
  expect(await why(id, 'draftAnswer', partly(statements, card))).toBe('part_needs parts.1.record')
  const { letter } = await preview(id, 'draftAnswer', partly(statements, { ...card, record: '无法联系' }))
  const [first, second] = letter?.paragraphs.filter((line) => /^[12]\./.test(line)) ?? []
  expect(first).toContain('第三方同意部分公开，其余部分不同意公开。')
  expect(second).not.toContain('第三方的意见')
})

test('the letter of an extension names the day on which the case is then due, and says when it is provisional', async () => {
  const id = await register({}, '2026-12-14')
  const input = { days: 20, reason: '检索量大' }
  const shown = await preview(id, 'extendReply', input, 'ogiHead', '2026-12-21')
  expect(shown.sentence).toContain('（暂定：次年节假日安排尚未公布，公布后重新计算）')
  expect(shown.letter?.paragraphs.join('')).toContain('2027年的节假日安排尚未公布，该日期为暂定')
  await step(id, 'extendReply', input, 'ogiHead', '2026-12-21')
  const { due } = await show(id)
  const [year, month, day] = (due?.on ?? '').split('-').map(Number)
  expect(shown.letter?.paragraphs.join('')).toContain(`${year}年${month}月${day}日前（含当日）答复`)
  const near = await preview(await register(), 'extendReply', input, 'ogiHead')
  expect(`${near.sentence}${near.letter?.paragraphs.join('')}`).not.toContain('暂定')
})

test('taken back before its receipt was confirmed, a request was received on no day, and counts in the year in which it ended', async () => {
  const id = await register({ channel: 'ordinaryMail' })
  await step(id, 'withdraw', { on: today, evidence: '当面说明' })
  await step(id, 'correctRegistration', { to: { summary: '某路段的批复文件' }, reason: '照信件更正' })
  const view = await show(id)
  expect(view).toMatchObject({ status: 'concluded', receivedOn: null, clock: null, due: null })
  expect(view.events.map(({ kind }) => kind)).not.toContain('received')
  expect(view.cells.map(({ year, row }) => [year, row])).toEqual([
    [2026, 'newReceived'],
    [2026, 'other.otherMisc'],
  ])
  const row = await owner.selectFrom('requests').select(['receivedOn', 'concludedOn']).where('id', '=', id).execute()
  expect(row).toEqual([{ receivedOn: today, concludedOn: today }])
  await register()
  const actor = await officer(today, ['clerk'])
  const span = WantedRequests.extend(exportForm).parse({ view: 'all', from: today, to: today })
  const { bytes } = await inOrgan(db, organ.id, (tx) => exportRequests(tx, actor, span))
  const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? []
  const receivedOn = rows[0]?.indexOf('收到申请之日') ?? -1
  expect(rows.find(([number]) => number === view.number)?.[receivedOn] ?? '').toBe('')
  expect(rows.filter((each) => each[receivedOn] === today).length).toBeGreaterThan(0)
})

test('every step is written down with who took it', async () => {
  const id = await register()
  await step(id, 'withdraw', { on: today, evidence: '当面说明' })
  const rows = await owner.selectFrom('auditEntries').select('action').where('subject', '=', id).execute()
  expect(rows.map(({ action }) => action)).toEqual(['request.registered', 'request.withdraw'])
})

test('a sign that no font draws goes out as a code only when a named person has said so', async () => {
  const id = await register({ applicant: aPerson({ name: '张\u{30edd}' }) })
  const input = { items: '请写明文件名称', dueOn: '2026-03-30' }
  expect((await preview(id, 'requestSupplement', input)).undrawn).toEqual(['\u{30edd}（U+30EDD）'])
  await expect(step(id, 'requestSupplement', input)).rejects.toMatchObject({
    code: 'signs_not_drawn',
    field: 'asCodes',
  })
  await step(id, 'requestSupplement', { ...input, asCodes: true })
  const { detail, actorId } = await owner
    .selectFrom('auditEntries')
    .select(['detail', 'actorId'])
    .where('subject', '=', id)
    .where('action', '=', 'request.requestSupplement')
    .executeTakeFirstOrThrow()
  expect(detail).toMatchObject({ printedAsCodes: '\u{30edd}' })
  expect(actorId).not.toBeNull()
  const drawn = await register({ applicant: aPerson({ name: 'ئابدۇللا مەمەت' }) })
  expect((await preview(drawn, 'requestSupplement', input)).undrawn).toEqual([])
})

describe('every letter leaves with the approval that its kind needs', () => {
  const up = async (id: string) => (await show(id)).waitingLetters
  const take = async (id: string, name: StepName, input: object, role: Role, login = role.toLowerCase()) => {
    const actor = await officer(today, [role], login)
    return inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, name, input))
  }
  const dueOn = '2026-03-30'
  const objecting = async () => {
    const id = await register()
    await step(id, 'consult', consult('投标技术方案'))
    await step(id, 'answerConsultation', { consultation: 1, on: today, opinion: 'objects', reason: '商业秘密' })
    return id
  }
  const kinds: readonly (readonly [StepName, object, readonly Role[], () => Promise<string>])[] = [
    ['requestSupplement', { items: '名称', dueOn }, ['unitHead'], register],
    ['requestReasons', { facts: '三十件', dueOn }, ['unitHead'], register],
    ['consult', consult('投标技术方案'), ['unitHead'], register],
    ['notifyThirdParty', { consultation: 1, reason: '公共利益' }, ['unitHead', 'ogiHead'], objecting],
  ]
  test.each(kinds)('%s', async (name, input, levels, begin) => {
    const id = await begin()
    const before = (await show(id)).letters.length
    const { sentBy } = await take(id, name, input, 'clerk')
    expect([sentBy, (await show(id)).letters.length]).toEqual([null, before])
    const [letter] = await up(id)
    expect(letter?.levels.map(({ role }) => role)).toEqual(levels)
    const approval = { draft: letter?.draft, hash: letter?.hash }
    await expect(take(id, 'approveLetter', { ...approval, hash: 'another' }, 'unitHead')).rejects.toMatchObject({
      code: 'hash_changed',
    })
    for (const [index, level] of levels.entries()) {
      const late = levels.slice(index + 1)
      for (const other of late) await expect(take(id, 'approveLetter', approval, other)).rejects.toThrow('审批')
      const { sentBy: sent } = await take(id, 'approveLetter', approval, level)
      expect(sent === null).toBe(late.length > 0)
    }
    expect((await show(id)).letters).toHaveLength(before + 1)
    expect((await show(id)).letters.at(-1)?.number).toMatch(/号$/)
    expect(await up(id)).toEqual([])
  })
  test('nobody approves the own letter; what is sent back can be mended and put up again', async () => {
    const id = await register()
    await take(id, 'requestSupplement', { items: '名称', dueOn }, 'clerk', 'both')
    const own = await officer(today, ['unitHead'], 'both')
    const [letter] = await up(id)
    const approval = { draft: letter?.draft, hash: letter?.hash }
    await expect(inOrgan(db, organ.id, (tx) => takeStep(tx, own, id, 'approveLetter', approval))).rejects.toMatchObject(
      {
        code: 'own_letter',
      },
    )
    await expect(take(id, 'requestSupplement', { items: '文号', dueOn }, 'clerk')).rejects.toMatchObject({
      code: 'letter_waiting',
    })
    await expect(take(id, 'draftAnswer', granting('见附件'), 'clerk')).rejects.toMatchObject({ code: 'letter_waiting' })
    await take(id, 'returnLetter', { ...approval, reason: '写得不清楚' }, 'unitHead')
    expect((await show(id)).returnedLetters).toMatchObject([{ reason: '写得不清楚', input: { items: '名称' } }])
    await step(id, 'requestSupplement', { items: '文件的名称', dueOn })
    expect(await show(id)).toMatchObject({ status: 'supplementing', returnedLetters: [] })
  })
  test('a notice that the law no longer allows is not let out by its approval', async () => {
    const id = await register()
    await take(id, 'requestSupplement', { items: '名称', dueOn }, 'clerk')
    const [letter] = await up(id)
    // Received on 10 March: the seventh working day is the 19th.
    const late = await officer('2026-03-20', ['unitHead'])
    const approval = { draft: letter?.draft, hash: letter?.hash }
    await expect(
      inOrgan(db, organ.id, (tx) => takeStep(tx, late, id, 'approveLetter', approval)),
    ).rejects.toMatchObject({
      code: 'supplement_notice_late',
    })
    expect((await show(id)).letters).toEqual([])
  })
  test('the organ may ask for more', async () => {
    const id = await register()
    const levels = ['unitHead', 'legalStaff']
    await choose('supplementLevels', levels)
    await take(id, 'requestSupplement', { items: '名称', dueOn }, 'clerk')
    expect((await up(id))[0]?.levels.map(({ role }) => role)).toEqual(levels)
  })
  test('who is to be consulted is in clear nowhere, before the letter leaves either', async () => {
    const id = await register()
    await take(id, 'consult', consult('投标技术方案', { name: '唯一数据有限公司' }), 'clerk')
    const rows = await owner.selectFrom('requestEvents').select('data').where('requestId', '=', id).execute()
    expect(JSON.stringify(rows)).not.toMatch(/唯一数据|139-1234-5678/)
  })
})

test('a term for the applicant that is shorter than usual, or ends on a day of rest, is remarked on and not refused', async () => {
  const id = await register()
  const remarks = async (dueOn: string) => (await preview(id, 'requestSupplement', { items: '名称', dueOn })).remarks
  expect((await show(id)).supplementBy).toBe('2026-03-31')
  expect(await remarks('2026-03-31')).toEqual([])
  expect(await remarks('2026-03-11')).toEqual([expect.stringContaining('只有1个工作日')])
  expect(await remarks('2026-03-14')).toEqual([
    expect.stringContaining('只有3个工作日'),
    '2026年3月14日是周末，不是工作日，请确认',
  ])
  await choose('supplementWorkingDays', 10)
  expect((await show(id)).supplementBy).toBe('2026-03-24')
  await choose('supplementWorkingDays', 15)
})

test('art. 31: what is taken down as confirmed later than on its day says why', async () => {
  const confirmed = {
    channel: 'online',
    arrivedOn: plainDate('2026-03-06'),
    confirmation: { method: '电话', evidence: '' },
  } as const
  const on = (receivedOn: string, lateReason?: string) =>
    register({ ...confirmed, receivedOn: plainDate(receivedOn), ...(lateReason ? { lateReason } : {}) })
  await expect(on('2026-03-09')).rejects.toMatchObject({ code: 'late_reason_missing', field: 'lateReason' })
  const [event] = (await show(await on('2026-03-09', '周末无人接听'))).events.filter(({ kind }) => kind === 'received')
  expect(event?.data).toMatchObject({ lateReason: '周末无人接听' })
  await on('2026-03-06')
})

test('whoever is about to consult the same party again is told, also while the first letter is being approved', async () => {
  const id = await register()
  const actor = await officer(today, ['clerk'])
  await inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, 'consult', consult('投标技术方案')))
  const told = async (name: string) => (await preview(id, 'consult', consult('合同价款', { name }))).remarks.join('')
  expect(await told('示例 数据服务有限公司')).toContain('正在审批，请确认不是重复')
  expect(await told('示例机械厂')).toBe('')
  const other = await register()
  await step(other, 'consult', consult('投标技术方案'))
  const { remarks } = await preview(other, 'consult', consult('合同价款'))
  expect(remarks).toEqual(['2026年3月10日已经征求过“示例数据服务有限公司”的意见（第三方甲），请确认不是重复'])
})

test('a request of the same number and another name is not called the same applicant’s', async () => {
  const number = '110101199003070134'
  await register({ applicant: aPerson({ name: '李四', identityNumber: number }) })
  await register({ applicant: aPerson({ name: '王 五', identityNumber: number }) })
  const { similar } = await show(await register({ applicant: aPerson({ name: '王五', identityNumber: number }) }))
  expect(
    similar
      .slice(0, 2)
      .map(({ why: said }) => said)
      .toSorted(),
  ).toEqual(['同一申请人', '证件号码相同，姓名或者名称不同，请核对'])
})

test('a mark of secrecy in a supplement that a clerk took down keeps letters back until the registration is put right', async () => {
  const id = await register()
  await step(id, 'requestSupplement', { items: '请写明年份', dueOn: '2026-03-20' })
  await step(id, 'receiveSupplement', { on: today, text: '【内部文件】2025年的合同' })
  expect(await why(id, 'draftAnswer', granting('见附件的合同'))).toBe('secrecy_in_letter')
  await step(id, 'correctRegistration', { to: { supplement: '2025年的合同' }, reason: '来信没有这几个字' })
  const { letter } = await preview(id, 'draftAnswer', granting('见附件的合同'))
  expect(letter?.paragraphs.join('')).toContain('补正后的内容为：“2025年的合同”')
})
