import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { addFile } from '../../files/store.ts'
import { pdfFile, pdfText } from '../../files/testing/pdf-file.ts'
import { showCase } from '../../requests/show.ts'
import { linkFile } from '../../requests/store/files.ts'
import { onlineToday } from '../../requests/testing/served.ts'
import { aSiteToAsk, today } from '../testing/a-site-to-ask.ts'
import { hiddenField } from '../testing/forms.ts'

const { db, owner, organ, officer, casePath, ask, follow, step, passHour } = await aSiteToAsk()
const paper = pdfFile(pdfText('批复'))
const sha256 = createHash('sha256').update(paper).digest('hex')
const confirm = (id: string) => step(id, 'clerk', 'confirmReceipt', { on: today, method: '电话', evidence: '已通话' })

describe('what an applicant sees and does', () => {
  test('after confirmation the clock is shown, month by month and as a table', async () => {
    const asked = await ask()
    await confirm(asked.id)
    const page = await (await follow(asked)).seen()
    expect(page).toContain('<h1>正在办理</h1>')
    expect(page).toContain('今天还没有计入工作日，共20个，还剩20个')
    expect(page).toContain('应于2026年12月22日前答复')
    expect(page).toContain('2026年11月')
    expect(page).toMatch(/<th scope="row">2026年12月22日（周二）<\/th><td>工作日，期限最后一日<\/td><td>20<\/td>/)
    expect(page).not.toMatch(/ style="/)
  })

  test('art. 30: supplements on line, with a file, and the clock starts anew', async () => {
    const asked = await ask()
    await confirm(asked.id)
    await step(asked.id, 'clerk', 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-12-15' })
    const { who, cookie, seen } = await follow(asked)
    const page = await seen()
    expect(page).toContain('<h1>请您补正</h1>')
    expect(page).toContain('请写明文件名称')
    expect(page).toContain('政府信息公开申请补正告知书')
    const clerk = await officer(today, ['clerk'])
    const { letters } = await inOrgan(db, organ.id, (tx) => showCase(tx, clerk, asked.id))
    const wrong = { from: '请写明文件名称', to: '请写明文件名称和年份' }
    const correction = {
      letter: letters[0]?.seq,
      corrections: [wrong],
      dueOn: '2026-12-18',
      reason: '漏写',
    }
    await step(asked.id, 'clerk', 'correctLetter', correction)
    const corrected = await seen()
    expect(corrected).toMatch(/补正告知书已由示统公复〔2026〕\d+号更正，以上是更正后的内容/)
    expect(corrected).toContain('<p>请写明文件名称和年份</p>')
    expect(corrected).toContain('请在2026年12月18日前补正')
    expect(corrected).toContain('逾期不补正的，视为放弃申请')
    const seq = hiddenField(corrected, 'seq')
    const file = { field: 'attachment', name: '说明.txt', bytes: Buffer.from('关于小区范围的说明') }
    const empty = await who.upload(`${casePath}/supplement`, { seq, text: ' ' }, [file], { cookie })
    expect([empty.statusCode, empty.body.includes('请填写补正的内容')]).toEqual([422, true])
    const kept = hiddenField(empty.body, 'kept')
    const done = await who.upload(`${casePath}/supplement`, { seq, text: '2025年的改造计划', kept }, [], { cookie })
    expect([done.statusCode, done.headers.location]).toEqual([303, `${casePath}?done=supplement`])
    const after = await seen(`${casePath}?done=supplement`)
    expect(after).toContain('已经收到您的补正')
    expect(after).toContain('收到补正之日，期限重新起算')
    expect(after).toContain('说明.txt')
    expect(after).toContain('您补正的内容：2025年的改造计划')
    expect(after).toMatch(/<dt>补正的内容<\/dt><dd>[^<]*：2025年的改造计划<\/dd>/)
    const day = await who.get(`${casePath}/due.ics`, { cookie })
    expect([day.statusCode, day.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    expect(day.body).toContain('SUMMARY:答复政府信息公开申请的最后一日')
    const again = await who.upload(`${casePath}/supplement`, { seq, text: '再来一次' }, [], { cookie })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('没有提交的内容')
    expect(again.body).toContain('再来一次')
  })

  test('art. 35: explains reasons on line', async () => {
    const asked = await ask()
    await confirm(asked.id)
    await step(asked.id, 'clerk', 'requestReasons', { facts: '一个月内申请200件', dueOn: '2026-12-08' })
    const { who, cookie, fill, seen } = await follow(asked)
    expect(await seen()).toContain('请您说明理由')
    expect((await fill('reasons', { text: '' })).statusCode).toBe(422)
    const seq = hiddenField(await seen(), 'seq')
    const proof = { field: 'attachment', name: '课题证明.txt', bytes: Buffer.from('社科基金课题') }
    const sent = await who.upload(`${casePath}/reasons`, { seq, text: '做研究' }, [proof], { cookie })
    expect(sent.statusCode).toBe(303)
    const after = await seen()
    expect(after).toContain('收到您说明的理由')
    expect(after).toContain('课题证明.txt')
  })

  test('withdraws after being asked again, from our own page only, and once', async () => {
    const asked = await ask()
    const { who, cookie, seen, fill } = await follow(asked)
    expect(await seen(`${casePath}/withdraw`)).toContain('不能恢复')
    const seq = hiddenField(await seen(`${casePath}/withdraw`), 'seq')
    const foreign = await who.send(
      `${casePath}/withdraw`,
      { seq, reason: '' },
      { cookie, 'sec-fetch-site': 'cross-site' },
    )
    expect(foreign.statusCode).toBe(403)
    expect((await who.send(`${casePath}/withdraw`, { seq, reason: '不需要了' }, { cookie })).statusCode).toBe(303)
    const page = await seen()
    expect(page).toContain('已办结')
    expect(page).toContain('您撤回了申请')
    expect(page).not.toMatch(/确认收到|应于/)
    const twice = await fill('withdraw', { seq: '3', reason: '另一个窗口' })
    expect([twice.statusCode, twice.body.includes('另一个窗口')]).toEqual([409, true])
    expect((await fill('withdraw', { seq: '1', reason: '' })).body).toContain('这件申请刚才有了变化')
    expect(await seen(`${casePath}/withdraw`)).not.toContain('确定撤回')
  })

  test('a page of one case never acts on another that was opened since in the same browser', async () => {
    const [first, second] = [await ask(), await ask()]
    for (const { id } of [first, second]) {
      await confirm(id)
      await step(id, 'clerk', 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-12-15' })
    }
    const { who, seen: seenFirst } = await follow(first)
    const shown = { case: await seenFirst(), withdraw: await seenFirst(`${casePath}/withdraw`) }
    const { cookie, seen } = await follow(second)
    const before = await seen()
    const actionOf = (page: string, name: string) =>
      new RegExp(`action="([^"]*/${name}[^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const seq = hiddenField(shown.withdraw, 'seq')
    const refused = [
      await who.send(actionOf(shown.withdraw, 'withdraw'), { seq, reason: '不需要了' }, { cookie }),
      await who.upload(actionOf(shown.case, 'supplement'), { seq, text: '2025年的改造计划' }, [], { cookie }),
      await who.get(/href="([^"]*\/withdraw[^"]*)"/.exec(shown.case)?.[1] ?? '', { cookie }),
      await who.get(/href="([^"]*\/letters\/[^"]*)"/.exec(shown.case)?.[1] ?? '', { cookie }),
    ]
    for (const { statusCode, body } of refused)
      expect([statusCode, body.includes('又查询了另一件申请')]).toEqual([403, true])
    expect(refused[0]?.body).toContain('不需要了')
    expect(refused[1]?.body).toContain('2025年的改造计划')
    expect(await seen()).toBe(before)
  })

  test('what has been done is said only of what happened, whatever the address says', async () => {
    const asked = await ask()
    await confirm(asked.id)
    const { seen } = await follow(asked)
    for (const step of ['withdraw', 'supplement', 'reasons'])
      expect(await seen(`${casePath}?done=${step}`)).not.toMatch(/已经撤回|已经收到/)
  })

  test('the clock of a request that is closed is over', async () => {
    const asked = await ask()
    await confirm(asked.id)
    const { fill, seen } = await follow(asked)
    const seq = hiddenField(await seen(`${casePath}/withdraw`), 'seq')
    expect((await fill('withdraw', { seq, reason: '' })).statusCode).toBe(303)
    const page = await seen()
    expect(page).toContain('申请已经办结，不再计算期限')
    expect(page).not.toMatch(/还剩|应于/)
  })

  test('somebody who acted meanwhile is not overtaken, and the text stays', async () => {
    const asked = await ask()
    await confirm(asked.id)
    await step(asked.id, 'clerk', 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-12-15' })
    const { fill } = await follow(asked)
    const late = await fill('supplement', { seq: '2', text: '我写了很久的文字' })
    expect([late.statusCode, late.body.includes('我写了很久的文字')]).toEqual([409, true])
  })

  test('takes the answer as Word and PDF, and the files given; nothing of others', async () => {
    const asked = await ask()
    await confirm(asked.id)
    const file = { name: '批复.pdf', contentType: 'application/pdf', bytes: paper, sha256 }
    const { id: given } = await inOrgan(db, organ.id, (tx) => addFile(tx, organ.id, file, 24))
    const draft = {
      outcome: 'granted',
      answers: {
        complete: 'yes',
        information: 'yes',
        responsible: 'us',
        held: 'held',
        disclose: 'all',
        how: 'provide',
      },
      fileIds: [given],
    }
    await step(asked.id, 'clerk', 'draftAnswer', draft)
    const early = await follow(asked)
    const inside = await early.seen()
    expect(inside).toContain('<h1>正在办理</h1>')
    expect(inside).not.toMatch(/审批|批复\.pdf/)
    expect((await early.get(`${casePath}/files/${given}`)).statusCode).toBe(404)
    const clerk = await officer(today, ['clerk'])
    const seen = await inOrgan(db, organ.id, (tx) => showCase(tx, clerk, asked.id))
    const hash = seen.draft?.hash
    for (const role of ['unitHead', 'ogiHead'] as const)
      await step(asked.id, role, 'approveAnswer', { hash, opinion: '' })
    await step(asked.id, 'clerk', 'issueAnswer', { hash, ...onlineToday })
    const evidence = await inOrgan(db, organ.id, async (tx) => {
      const { id } = await addFile(tx, organ.id, { ...file, name: '通话记录.pdf' }, null)
      await linkFile(tx, { organId: organ.id, id: asked.id }, id, 'evidence', 1)
      return id
    })
    const { get, seen: page } = await follow(asked)
    expect(await page()).toContain('答复文号：示统公复〔2026〕')
    expect(await page()).toContain('批复.pdf')
    expect(await page()).not.toContain('通话记录')
    const letter = /letters\/\d+\.pdf/.exec(await page())?.[0] ?? ''
    const pdf = await get(`${casePath}/${letter}`)
    expect(pdf.rawPayload.subarray(0, 4).toString()).toBe('%PDF')
    expect(pdf.headers['content-disposition']).toMatch(/^attachment; .*filename\*=UTF-8''/)
    expect(pdf.headers['content-security-policy']).toContain('sandbox')
    expect((await get(`${casePath}/${letter.replace('pdf', 'docx')}`)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await get(`${casePath}/files/${given}`)).statusCode).toBe(200)
    expect((await get(`${casePath}/files/${evidence}`)).statusCode).toBe(404)
    expect((await get(`${casePath}/files/${randomUUID()}`)).statusCode).toBe(404)
    expect((await get(`${casePath}/letters/99.pdf`)).statusCode).toBe(404)
    // Opened twice, it is kept once, as what proves that it arrived, and by nobody's name.
    const served = await inOrgan(db, organ.id, (tx) => showCase(tx, clerk, asked.id))
    expect(served.events.filter(({ kind }) => kind === 'serviceResult')).toMatchObject([
      { data: { result: 'opened' }, actor: { kind: 'applicant', name: '申请人' } },
    ])
    expect(served.service).toMatchObject([{ standing: 'served', isAnswer: true }])
    expect(await page()).toContain('送达政府信息公开申请答复书：网上送达')
    // 复议法 20, 22: body, court and how long, as the answer told it, and the last day counted from its arrival.
    expect(await page()).toMatch(
      /对答复不服的.*申请行政复议.*提起行政诉讼.*送达；申请行政复议的期限从次日起算，最后一日为20\d\d年/s,
    )
    expect(await page()).toMatch(/本机关于.*答复，.*没有逾期。/)
    const seq = Number(/\d+/.exec(letter)?.[0])
    const wrong = { from: '见附件', to: '附件为批复复印件' }
    const correction = { letter: seq, corrections: [wrong], reason: '笔误', service: '网上送达' }
    await step(asked.id, 'clerk', 'correctLetter', correction)
    const corrected = await page()
    expect(corrected).toMatch(/政府信息公开文书更正告知书[\s\S]*<del>见附件<\/del> → <ins>附件为批复复印件<\/ins>/)
    expect(corrected).toMatch(/已由示统公复〔2026〕\d+号更正，请与其一并阅读/)
    expect(corrected).toContain('发出更正告知书')
    expect((await get(`${casePath}/${letter}`)).rawPayload).toEqual(pdf.rawPayload)
    const stranger = await follow(await ask())
    expect((await stranger.get(`${casePath}/files/${given}`)).statusCode).toBe(404)
    expect((await stranger.get(`${casePath}/${letter}`)).statusCode).toBe(404)
    const refused = await owner
      .selectFrom('auditEntries')
      .select('actorKind')
      .where('action', '=', 'access.refused')
      .execute()
    expect(refused).toHaveLength(6)
    expect(new Set(refused.map(({ actorKind }) => actorKind))).toEqual(new Set(['applicant']))
  })

  test('third parties are consulted in words that name nobody, and their letters stay with them', async () => {
    const asked = await ask()
    await confirm(asked.id)
    const party = { party: 'thirdParty', name: '示例建设有限公司', contact: '0000-1', about: '合同价款' }
    await step(asked.id, 'clerk', 'consult', party)
    const page = await (await follow(asked)).seen()
    expect(page).toContain('书面征求第三方的意见')
    expect(page).not.toContain('示例建设')
    expect(page).not.toContain('征求意见书')
    const clerk = await officer(today, ['clerk'])
    const { letters } = await inOrgan(db, organ.id, (tx) => showCase(tx, clerk, asked.id))
    const wrong = { from: '合同价款', to: '合同的价款' }
    const correction = { letter: letters[0]?.seq, corrections: [wrong], reason: '笔误', service: '邮政企业邮寄' }
    await step(asked.id, 'clerk', 'correctLetter', correction)
    expect(await (await follow(asked)).seen()).not.toMatch(/更正|合同的价款/)
  })
})

test('what is sent after the hour of looking at a request is over is given back to whoever typed it', async () => {
  const asked = await ask()
  await confirm(asked.id)
  await step(asked.id, 'clerk', 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-12-15' })
  const { who, cookie, seen } = await follow(asked)
  const seq = hiddenField(await seen(), 'seq')
  passHour()
  const file = { field: 'attachment', name: '说明.txt', bytes: Buffer.from('关于小区范围的说明') }
  const late = await who.upload(`${casePath}/supplement`, { seq, text: '2025年的<改造>计划' }, [file], { cookie })
  expect(late.statusCode).toBe(403)
  for (const words of ['查询码', '您刚才填写、没有提交的内容', '2025年的&lt;改造&gt;计划', '没有提交的文件：说明.txt'])
    expect(late.body).toContain(words)
  const withdrawal = await who.send(`${casePath}/withdraw`, { seq, reason: '已在网上查到' }, { cookie })
  expect([withdrawal.statusCode, withdrawal.body.includes('已在网上查到')]).toEqual([403, true])
  expect((await who.get(casePath, { cookie })).body).not.toContain('没有提交的内容')
})

test('what begins to arrive within the hour of looking is taken in, though the hour ends while its files come', async () => {
  const asked = await ask()
  await confirm(asked.id)
  await step(asked.id, 'clerk', 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-12-15' })
  const { who, cookie, seen } = await follow(asked)
  const texts = { seq: hiddenField(await seen(), 'seq'), text: '2025年的改造计划' }
  const file = { field: 'attachment', name: '说明.txt', bytes: Buffer.from('关于小区范围的说明') }
  const late = await who.upload(`${casePath}/supplement`, texts, [file], { cookie }, passHour)
  expect([late.statusCode, late.headers.location]).toEqual([303, `${casePath}?done=supplement`])
  const after = await (await follow(asked)).seen()
  expect(after).toContain('您补正的内容：2025年的改造计划')
  expect(after).toContain('说明.txt')
})
