import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { sealBytes } from '../../db/sealed.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { acceptFile } from '../../files/accept.ts'
import { inOrganWithFiles, keepReading } from '../../files/readings.ts'
import { addFile } from '../../files/store.ts'
import { pdfFile, pdfStream, pdfText } from '../../files/testing/pdf-file.ts'
import { wordFile, wordParagraph, wordRun } from '../../files/testing/word-file.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice, type Office } from '../../organs/testing/officers.ts'
import { givenFile } from '../answer-files.ts'
import { showCase } from '../show.ts'
import type { StepName } from '../step-inputs.ts'
import { anIntake } from '../testing/an-intake.ts'
import { byPost, onlineToday } from '../testing/served.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db, owner } = await testDatabase()
const office = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })
const { organ, officer } = office
const today = '2026-03-02'

const asked = async () => {
  const actor = await officer(today, ['clerk'])
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(today)))
  return one?.request.id ?? ''
}
const step = async (id: string, role: Role, name: StepName, input: object) => {
  const actor = await officer(today, [role])
  return (await inOrganWithFiles(db, organ.id, (tx) => takeStep(tx, actor, id, name, input))).request
}
const show = async (id: string) => {
  const actor = await officer(today, ['clerk'])
  return inOrgan(db, organ.id, (tx) => showCase(tx, actor, id))
}
const upload = async (name: string, content: string | Buffer, { organ }: Office = office) => {
  const accepted = await acceptFile(name, Buffer.from(content))
  return (await inOrgan(db, organ.id, (tx) => addFile(tx, organ.id, accepted, 24))).id
}
const give = (id: string, fileIds: readonly string[], confirmations: readonly object[] = []) =>
  step(id, 'clerk', 'draftAnswer', {
    confirmations,
    outcome: 'granted',
    answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
    fileIds,
  })
const hashOf = async (id: string) => (await show(id)).draft?.hash ?? ''
const approve = async (id: string, hash: string) => {
  for (const role of ['unitHead', 'ogiHead'] as const) await step(id, role, 'approveAnswer', { hash, opinion: '' })
}
const take = (id: string, fileId: string) =>
  inOrgan(db, organ.id, (tx) => givenFile(tx, { organId: organ.id, id }, fileId))
const gone = { code: 'answer_file_gone', field: 'fileIds' }

describe('the information given as files', () => {
  test('goes up for approval with the letter, and to the applicant once the answer is sent', async () => {
    const id = await asked()
    const fileId = await upload('企业名录.txt', '甲公司')
    await give(id, [fileId])
    const { draft, files, given } = await show(id)
    expect(draft?.letter.enclosures).toMatchObject([{ name: '企业名录.txt' }])
    expect(draft?.files).toMatchObject([{ id: fileId, purpose: 'answer' }])
    expect(files.map(({ purpose }) => purpose)).toEqual(['answer'])
    expect(given).toEqual([])
    await approve(id, await hashOf(id))
    await expect(take(id, fileId)).rejects.toMatchObject({ code: 'unknown_file' })
    await step(id, 'clerk', 'issueAnswer', { hash: await hashOf(id), ...onlineToday })
    expect((await show(id)).given).toMatchObject([{ id: fileId }])
    expect((await take(id, fileId)).bytes.toString()).toBe('甲公司')
    const kept = await owner.selectFrom('files').select('expiresAt').where('id', '=', fileId).executeTakeFirst()
    expect(kept?.expiresAt).toBeNull()
  })

  test('stays with the next draft unless it is taken out; what was taken out is never given', async () => {
    const id = await asked()
    const [stays, leaves] = [await upload('甲.txt', '甲'), await upload('乙.txt', '乙')]
    await give(id, [leaves, stays])
    const before = await hashOf(id)
    await step(id, 'unitHead', 'returnAnswer', { hash: before, reason: '乙不宜公开' })
    const { returned } = await show(id)
    expect(returned).toMatchObject({ reason: '乙不宜公开', draft: { files: [{ id: leaves }, { id: stays }] } })
    await give(id, [stays])
    const { draft, files } = await show(id)
    expect(draft?.files.map(({ name }) => name)).toEqual(['甲.txt'])
    expect(new Map(files.map(({ name, purpose }) => [name, purpose]))).toEqual(
      new Map([
        ['甲.txt', 'answer'],
        ['乙.txt', 'formerAnswer'],
      ]),
    )
    expect(draft?.hash).not.toBe(before)
    await approve(id, await hashOf(id))
    await step(id, 'clerk', 'issueAnswer', { hash: await hashOf(id), ...onlineToday })
    await expect(take(id, leaves)).rejects.toMatchObject({ code: 'unknown_file' })
  })

  test('a request that is withdrawn before the answer is sent gives nothing', async () => {
    const id = await asked()
    const fileId = await upload('甲.txt', '甲')
    await give(id, [fileId])
    const paper = await upload('撤回申请.txt', '我撤回申请')
    await step(id, 'clerk', 'withdraw', { fileIds: [paper] })
    // Up for approval already: a second person has to confirm.
    expect((await show(id)).status).toBe('approving')
    expect((await show(id)).withdrawal).toMatchObject({ proof: { fileIds: [paper] } })
    await step(id, 'unitHead', 'confirmWithdrawal', {})
    const { status, files } = await show(id)
    expect([status, files.find((file) => file.id === paper)?.purpose]).toEqual(['concluded', 'evidence'])
    expect((await show(id)).given).toEqual([])
    await expect(take(id, fileId)).rejects.toMatchObject({ code: 'unknown_file' })
  })

  test('papers of the way are added to the case whenever they come in, after its end too; the applicant does not get them', async () => {
    const id = await asked()
    await step(id, 'clerk', 'withdraw', { on: today, evidence: '申请人来电' })
    const [slip, foreign] = [await upload('邮件退回.txt', '查无此人'), await upload('别处.txt', '别处', other)]
    await step(id, 'clerk', 'note', { text: '寄给申请人的函件退回', fileIds: [slip] })
    const { files, events } = await show(id)
    expect(events.at(-1)).toMatchObject({ kind: 'noted', data: { text: '寄给申请人的函件退回' } })
    expect(files).toMatchObject([{ id: slip, purpose: 'evidence', seq: events.at(-1)?.seq }])
    await expect(take(id, slip)).rejects.toMatchObject({ code: 'unknown_file' })
    for (const fileId of [slip, foreign])
      await expect(step(id, 'clerk', 'note', { text: '再来', fileIds: [fileId] })).rejects.toMatchObject({
        code: 'unknown_file',
      })
  })
})

describe('what leaves is looked at', () => {
  const boxed = () => upload('名单.pdf', pdfFile(`${pdfText('王建国')} 0 0 0 rg 50 690 100 30 re f`))

  test('an enclosure with words under a box is not put up for approval without a reason', async () => {
    const id = await asked()
    const fileId = await boxed()
    await expect(give(id, [fileId])).rejects.toMatchObject({ code: 'enclosure_needs_reason', field: 'fileIds' })
    const other = { fileId, kind: 'comments', reason: '公开信息' }
    await expect(give(id, [fileId], [other])).rejects.toMatchObject({ code: 'enclosure_needs_reason' })
    expect((await show(id)).status).toBe('processing')
  })

  test('the reason stays with the answer and in the audit, and the approvers see it', async () => {
    const id = await asked()
    const fileId = await boxed()
    await give(id, [fileId], [{ fileId, kind: 'coveredText', reason: '当事人已经书面同意公开姓名' }])
    expect((await show(id)).draft?.looked).toMatchObject([
      {
        name: '名单.pdf',
        kind: 'coveredText',
        severity: 'confirm',
        where: '第1页“王建国”',
        reason: '当事人已经书面同意公开姓名',
      },
    ])
    const audited = await owner
      .selectFrom('auditEntries')
      .select('detail')
      .where('subject', '=', id)
      .where('action', '=', 'request.draftAnswer')
      .executeTakeFirst()
    expect(JSON.stringify(audited)).toContain('当事人已经书面同意公开姓名')
    await approve(id, await hashOf(id))
    await step(id, 'clerk', 'issueAnswer', { hash: await hashOf(id), ...onlineToday })
    expect((await show(id)).given).toHaveLength(1)
  })

  test('an identity number among the words asks for a reason', async () => {
    const id = await asked()
    const fileId = await upload('名单.txt', '张三 110105194912310038')
    await expect(give(id, [fileId])).rejects.toMatchObject({ code: 'enclosure_needs_reason' })
    await give(id, [fileId], [{ fileId, kind: 'identityNumber', reason: '申请人本人的号码' }])
    expect((await show(id)).draft?.looked).toMatchObject([{ kind: 'identityNumber', where: '“11*************038”' }])
  })

  test.each([
    ['mobilePhone', '联系人李四 138 1234 5678', '“138********78”'],
    ['bankCard', '账号6222021001116245702', ''],
    ['homeAddress', '当事人李四，住示例市和平路15号', ''],
    ['minor', '学生姓名、班级、监护人', ''],
    ['identityNumberUnsure', '身份证号 110105194912310039', ''],
  ])('so does what a publication would be stopped for: %s', async (kind, words, where) => {
    const id = await asked()
    const fileId = await upload('名单.txt', words)
    await expect(give(id, [fileId])).rejects.toMatchObject({ code: 'enclosure_needs_reason', field: 'fileIds' })
    await give(id, [fileId], [{ fileId, kind, reason: '当事人书面同意' }])
    const { draft } = await show(id)
    expect(draft?.looked).toMatchObject([{ kind, severity: 'confirm', where: expect.stringContaining(where) }])
    expect(draft?.looked[0]?.where).not.toMatch(/\d{4}.?\d{4}|15号/)
  })

  test('of a PDF the page is named; what the applicant has registered is no news and stops nothing', async () => {
    const id = await asked()
    const mine = '张三，住示例市人民路1号，电话13800138000，身份证11010519491231002X'
    await give(id, [await upload('档案.txt', mine)])
    expect((await show(id)).draft?.looked).toEqual([])
    const other = await asked()
    const second = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 11 0 R/Resources<</Font<</F1 5 0 R>>>>>>'
    const objects = [second, pdfStream('', pdfText('电话13912345678'))]
    const pages = pdfFile(pdfText('首页'), { objects }).toString('latin1')
    const both = Buffer.from(pages.replace('[3 0 R]/Count 1', '[3 0 R 10 0 R]/Count 2'), 'latin1')
    const fileId = await upload('名单.pdf', both)
    await give(other, [fileId], [{ fileId, kind: 'mobilePhone', reason: '对外公布的号码' }])
    expect((await show(other)).draft?.looked[0]?.where).toBe('第2页“139******78”')
  })

  test('what is told only stops nothing', async () => {
    const id = await asked()
    const core = '<p><dc:creator>张三</dc:creator></p>'
    const fileId = await upload('批复.docx', wordFile(wordParagraph(wordRun('同意')), { 'docProps/core.xml': core }))
    await give(id, [fileId])
    expect((await show(id)).draft?.looked).toMatchObject([{ kind: 'author', severity: 'hint', where: '作者 张三' }])
  })

  test('what nobody can open stops the answer, whatever reason is given', async () => {
    const id = await asked()
    const fileId = await upload('扫描件.pdf', Buffer.from('%PDF-1.7 and no more'))
    const reason = { fileId, kind: 'brokenFile', reason: '已经核对' }
    await expect(give(id, [fileId], [reason])).rejects.toMatchObject({ code: 'enclosure_shut' })
  })

  test('an answer that was drafted before anybody looked is neither approved nor sent', async () => {
    const id = await asked()
    const fileId = await upload('名录.txt', '甲公司')
    await give(id, [fileId])
    const hash = await hashOf(id)
    const seen = { words: '', traces: { text: '', found: [{ kind: 'hiddenContent' as const, where: '第1页' }] } }
    const look = (found: typeof seen.traces.found) =>
      inOrgan(db, organ.id, (tx) => keepReading(tx, organ.id, fileId, { words: '', traces: { text: '', found } }))
    await look(seen.traces.found)
    await expect(step(id, 'unitHead', 'approveAnswer', { hash, opinion: '' })).rejects.toMatchObject({
      code: 'enclosure_unanswered',
    })
    await look([])
    await approve(id, hash)
    await look(seen.traces.found)
    await expect(step(id, 'clerk', 'issueAnswer', { hash, ...byPost })).rejects.toMatchObject({
      code: 'enclosure_unanswered',
    })
    await step(id, 'unitHead', 'returnAnswer', { hash, reason: '换掉附件' })
  })
})

describe('approval binds the files', () => {
  test('the same words with another file are another text: earlier approvals do not count', async () => {
    const id = await asked()
    await give(id, [await upload('名录.txt', '甲公司')])
    const hash = await hashOf(id)
    await step(id, 'unitHead', 'approveAnswer', { hash, opinion: '' })
    await step(id, 'ogiHead', 'returnAnswer', { hash, reason: '换为最新的名录' })
    await give(id, [await upload('名录.txt', '甲公司、乙公司')])
    const { approvals, draft } = await show(id)
    expect(draft?.hash).not.toBe(hash)
    expect(approvals.map(({ approved }) => approved)).toEqual([null, null])
    await expect(step(id, 'unitHead', 'approveAnswer', { hash, opinion: '' })).rejects.toMatchObject({
      code: 'hash_changed',
    })
  })

  test.each([
    [
      'content',
      async (id: string) => ({
        sealed: await sealBytes(Buffer.from('乙公司'), { table: 'files', organId: organ.id, id }),
      }),
    ],
    ['name', async () => ({ name: '别的名录.txt' })],
  ])('a file whose %s was changed in the database after approval is not sent', async (_, change) => {
    const id = await asked()
    const fileId = await upload('名录.txt', '甲公司')
    await give(id, [fileId])
    const hash = await hashOf(id)
    await approve(id, hash)
    await owner
      .updateTable('files')
      .set(await change(fileId))
      .where('id', '=', fileId)
      .execute()
    await expect(step(id, 'clerk', 'issueAnswer', { hash, ...byPost })).rejects.toMatchObject({
      code: 'hash_changed',
    })
    expect((await show(id)).status).toBe('approved')
  })
})

describe('which files may be given', () => {
  test('none of another organ, of another request, of the applicant, or that has expired', async () => {
    const scan = await upload('申请书.txt', '申请')
    const clerk = await officer(today, ['clerk'])
    const intake = anIntake(today, { files: [{ id: scan, purpose: 'scan' }] })
    const [own] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, intake))
    const id = own?.request.id ?? ''
    const given = await upload('甲.txt', '甲')
    await give(await asked(), [given])
    const expired = await upload('乙.txt', '乙')
    await owner
      .updateTable('files')
      .set({ expiresAt: sql<Date>`now() - interval '1 minute'` })
      .where('id', '=', expired)
      .execute()
    for (const fileId of [await upload('丙.txt', '丙', other), given, scan, expired])
      await expect(give(id, [fileId])).rejects.toMatchObject(gone)
    expect((await show(id)).status).toBe('processing')
  })

  test('each once, and none with an answer that gives nothing', async () => {
    const id = await asked()
    const fileId = await upload('甲.txt', '甲')
    await expect(give(id, [fileId, fileId])).rejects.toThrow('同一个文件只附一次')
    const refusing = {
      outcome: 'notProcessed.petitionOrComplaint',
      answers: { complete: 'yes', information: 'petition' },
      fileIds: [fileId],
    }
    await expect(step(id, 'clerk', 'draftAnswer', refusing)).rejects.toMatchObject({ code: 'nothing_given' })
  })
})
