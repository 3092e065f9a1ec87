import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../cli/serve.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { addFile } from '../../files/store.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import { showCase } from '../../requests/show.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import { linkFile } from '../../requests/store/files.ts'
import { aFilledForm } from '../../requests/testing/a-submission.ts'
import { aVisitor, hiddenField } from '../testing/forms.ts'

const { db, url, owner } = await testDatabase()
const today = '2026-11-24'
let now = new Date()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: today }, () => new Date(now))
afterAll(() => app.close())
const { organ, officer } = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })

let visitors = 0
const visitor = () => aVisitor(app, `198.51.100.${++visitors}`)
const path = '/shili-tjj/requests'
const casePath = `${path}/follow/case`

interface Asked {
  readonly id: string
  readonly code: string
  readonly secret: string
}

async function ask(facts: Record<string, string> = {}): Promise<Asked> {
  const { body } = await visitor().upload(`${path}/submit`, { key: randomUUID(), ...aFilledForm(facts) })
  const [code = '', secret = ''] = [...body.matchAll(/<dd class="code">([^<]+)<\/dd>/g)].map(([, text]) => text ?? '')
  const number = /<dt>申请编号<\/dt><dd>([^<]+)/.exec(body)?.[1] ?? ''
  const { id } = await owner.selectFrom('requests').select('id').where('number', '=', number).executeTakeFirstOrThrow()
  return { id, code, secret }
}

const step = async (id: string, role: Role, name: StepName, input: unknown) => {
  const actor = await officer(today, [role])
  return inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, name, input))
}
const confirm = (id: string) => step(id, 'clerk', 'confirmReceipt', { on: today, method: '电话', evidence: '已通话' })

/** Somebody who has given code and secret. */
async function follow({ code, secret }: Pick<Asked, 'code' | 'secret'>) {
  const who = visitor()
  const answer = await who.send(`${path}/follow`, { code, secret })
  expect(answer.statusCode).toBe(303)
  const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
  const seen = async (at = casePath) => (await who.get(at, { cookie })).body
  const fill = async (at: string, texts: Record<string, string>) =>
    who.send(`${casePath}/${at}`, { seq: hiddenField(await seen(), 'seq') || '1', ...texts }, { cookie })
  return { who, cookie, seen, fill, get: (at: string) => who.get(at, { cookie }) }
}

describe('code and secret', () => {
  test('open the request for an hour, on its own pages only, however they are typed', async () => {
    const asked = await ask()
    const typed = {
      code: ` ${asked.code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `,
      secret: asked.secret,
    }
    const answer = await visitor().send(`${path}/follow`, typed)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, casePath])
    expect(answer.headers['set-cookie']).toMatch(
      /^kaicheng-request=[\w.-]+; Path=\/shili-tjj\/requests\/follow; Max-Age=3600; SameSite=Strict; HttpOnly$/,
    )
    const { seen } = await follow(asked)
    const page = await seen()
    expect(page).toContain('已提交，待确认')
    expect(page).toContain('老旧小区改造计划及资金安排')
    now = new Date(now.getTime() + 3_601_000)
    expect(await seen()).toContain('请重新输入查询码和查询口令')
  })

  test('H342: the page shows personal data masked', async () => {
    const { seen } = await follow(await ask({ address: '示例市人民路2号3单元401室' }))
    const page = await seen()
    expect(page).toContain('110***********002X')
    expect(page).toContain('138****8000')
    for (const secret of ['11010519491231002X', '13800138000', '张三丰', '401室']) expect(page).not.toContain(secret)
  })

  test('a wrong code and a wrong secret are answered alike', async () => {
    const { code, secret } = await ask()
    const wrongs = [
      { code: '0000-0000-0000-0000', secret },
      { code, secret: '0000-0000' },
      { code: secret, secret: code },
    ]
    const answers = await Promise.all(wrongs.map((wrong) => visitor().send(`${path}/follow`, wrong)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    const plain = answers.map(({ body }) => body.replace(/value="[^"]*"/g, ''))
    expect(new Set(plain).size).toBe(1)
    const elsewhere = await visitor().send('/shili-daj/requests/follow', { code, secret })
    expect(elsewhere.statusCode).toBe(404)
  })

  test('five wrong tries an hour shut an address, also when all come at once, and right ones do not count', async () => {
    const asked = await ask()
    const who = visitor()
    for (let times = 0; times < 8; times += 1) {
      expect((await who.send(`${path}/follow`, { ...asked, id: '' } as never)).statusCode).toBe(400)
      expect((await who.send(`${path}/follow`, { code: asked.code, secret: asked.secret })).statusCode).toBe(303)
    }
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        who.send(`${path}/follow`, { code: String(index).padStart(16, '2'), secret: '22222222' }),
      ),
    )
    const statuses = guesses.map(({ statusCode }) => statusCode)
    expect([
      statuses.filter((status) => status === 404).length,
      statuses.filter((status) => status === 429).length,
    ]).toEqual([5, 15])
    const shut = await who.send(`${path}/follow`, { code: asked.code, secret: asked.secret })
    expect(shut.statusCode).toBe(429)
    now = new Date(now.getTime() + 3_601_000)
    expect((await who.send(`${path}/follow`, { code: asked.code, secret: asked.secret })).statusCode).toBe(303)
  })

  test('five wrong secrets from five addresses shut the code', async () => {
    const { code, secret } = await ask()
    for (let times = 0; times < 5; times += 1)
      expect((await visitor().send(`${path}/follow`, { code, secret: '22222222' })).statusCode).toBe(404)
    expect((await visitor().send(`${path}/follow`, { code, secret })).statusCode).toBe(429)
  })

  test('H212, H214: a number opens nothing, and neither does a forged or foreign cookie', async () => {
    const [mine, theirs] = [await ask(), await ask()]
    const number = await visitor().send(`${path}/follow`, { code: '示统依申请〔2026〕1号', secret: '1' })
    expect(number.statusCode).toBe(404)
    const { cookie } = await follow(mine)
    const forged = cookie.replace(mine.id, theirs.id)
    expect(forged).not.toBe(cookie)
    for (const value of [forged, 'kaicheng-request=x', ''])
      expect((await visitor().get(casePath, { cookie: value })).statusCode).toBe(403)
    expect((await visitor().get('/shili-daj/requests/follow/case', { cookie })).statusCode).toBe(403)
    expect(other.organ.id).not.toBe(organ.id)
  })

  test('what was typed wrong stays, but not the secret', async () => {
    const { statusCode, body } = await visitor().send(`${path}/follow`, { code: 'ABCD', secret: '' })
    expect(statusCode).toBe(422)
    expect(body).toMatch(/name="code" value="ABCD"/)
    expect(body).toContain('请填写查询口令')
  })

  test('behind TLS the cookie is secure, and leaving ends it', async () => {
    const secure = await buildApp({ db, url }, { KAICHENG_TODAY: today, KAICHENG_PROXIES: '127.0.0.1' })
    const { code, secret } = await ask()
    const answer = await secure.inject({
      ...{ method: 'POST', url: `${path}/follow`, remoteAddress: '127.0.0.1' },
      headers: { host: '127.0.0.1', 'x-forwarded-proto': 'https', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ code, secret }).toString(),
    })
    expect(answer.headers['set-cookie']).toMatch(/^__Secure-kaicheng-request=.*; Secure$/)
    await secure.close()
    const { who, cookie } = await follow({ code, secret })
    const left = await who.send(`${casePath}/leave`, {}, { cookie })
    expect([left.statusCode, left.headers['set-cookie']]).toEqual([303, expect.stringContaining('Max-Age=0')])
  })
})

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
    const seq = hiddenField(page, 'seq')
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
    const again = await who.upload(`${casePath}/supplement`, { seq, text: '再来一次' }, [], { cookie })
    expect(again.statusCode).toBe(409)
  })

  test('art. 35: explains reasons on line', async () => {
    const asked = await ask()
    await confirm(asked.id)
    await step(asked.id, 'clerk', 'requestReasons', { facts: '一个月内申请200件', dueOn: '2026-12-08' })
    const { fill, seen } = await follow(asked)
    expect(await seen()).toContain('请您说明理由')
    expect((await fill('reasons', { text: '' })).statusCode).toBe(422)
    expect((await fill('reasons', { text: '做研究' })).statusCode).toBe(303)
    expect(await seen()).toContain('收到您说明的理由')
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
    expect((await fill('withdraw', { seq: '3', reason: '' })).statusCode).toBe(409)
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
      statement: '现将您申请的批复文件复印件随本答复提供。',
    }
    await step(asked.id, 'clerk', 'draftAnswer', draft)
    const inside = await (await follow(asked)).seen()
    expect(inside).toContain('<h1>正在办理</h1>')
    expect(inside).not.toContain('审批')
    const clerk = await officer(today, ['clerk'])
    const seen = await inOrgan(db, organ.id, (tx) => showCase(tx, clerk, asked.id))
    const hash = seen.draft?.hash
    for (const role of ['unitHead', 'ogiHead'] as const)
      await step(asked.id, role, 'approveAnswer', { hash, opinion: '' })
    await step(asked.id, 'clerk', 'issueAnswer', { hash, service: '网上' })
    const [given, evidence] = await inOrgan(db, organ.id, async (tx) => {
      const ids: string[] = []
      for (const [purpose, name] of [
        ['answer', '批复.pdf'],
        ['evidence', '通话记录.pdf'],
      ] as const) {
        const file = { name, contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4'), sha256: 'x' }
        const { id } = await addFile(tx, organ.id, file, null)
        await linkFile(tx, { organId: organ.id, id: asked.id }, id, purpose, 1)
        ids.push(id)
      }
      return ids
    })
    const { get, seen: page } = await follow(asked)
    expect(await page()).toContain('答复文号：示统公复〔2026〕')
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
    const stranger = await follow(await ask())
    expect((await stranger.get(`${casePath}/files/${given}`)).statusCode).toBe(404)
    expect((await stranger.get(`${casePath}/${letter}`)).statusCode).toBe(404)
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
  })
})
