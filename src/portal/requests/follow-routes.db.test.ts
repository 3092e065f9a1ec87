import { describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inOrgan } from '../../db/organ.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import { aSiteToAsk, today } from '../testing/a-site-to-ask.ts'
import { sendWhileNobodyCounts } from '../testing/held-counter.ts'
import { limits } from './limits.ts'

const { db, url, owner, organ, path, casePath, visitor, ask, officer, follow, passHour } = await aSiteToAsk()
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })

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
    passHour()
    expect(await seen()).toContain('请重新输入查询码和查询口令')
  })

  test('the display is switched with code and secret still in their fields, and nothing is looked for', async () => {
    const { code, secret } = await ask()
    const one = visitor()
    const form = (await one.get(`${path}/follow`)).body
    expect(form.match(/name="to"/g)).toHaveLength(2)
    expect(form).not.toContain('action="/display"')
    const turned = await one.send(`${path}/follow`, { code, secret, to: 'size' })
    expect([turned.statusCode, turned.headers['set-cookie']]).toEqual([200, expect.stringContaining('display=large')])
    for (const kept of [`value="${code}"`, `value="${secret}"`, 'class="large"']) expect(turned.body).toContain(kept)
    expect((await one.send(`${path}/follow`, { code, secret })).statusCode).toBe(303)
  })

  test('H342: the page shows personal data masked', async () => {
    const { seen } = await follow(await ask({ address: '示例市人民路2号3单元401室' }))
    const page = await seen()
    expect(page).toContain('110***********002X')
    expect(page).toContain('138****8000')
    for (const secret of ['11010519491231002X', '13800138000', '张三丰', '401室']) expect(page).not.toContain(secret)
  })

  test('however many guess at once, others are left connections to the database, and the right code is looked at', async () => {
    const { code, secret } = await ask()
    const one = visitor()
    const guess = () => one.send(`${path}/follow`, { code: '0000-0000-0000-0001', secret: '0000-0000' })
    await guess()
    const answers = await sendWhileNobodyCounts({ db, owner }, limits.followedFrom, guess, async () => {
      expect((await visitor().send(`${path}/follow`, { code, secret })).statusCode).toBe(303)
    })
    for (const { statusCode } of answers) expect([404, 429]).toContain(statusCode)
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

  test('who guesses is told from the sixth time on; the right code and secret open all the while', async () => {
    const asked = await ask()
    const right = { code: asked.code, secret: asked.secret }
    const who = visitor()
    expect((await who.send(`${path}/follow`, { ...asked, id: '' } as never)).statusCode).toBe(400)
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        who.send(`${path}/follow`, { code: String(index).padStart(16, '2'), secret: '22222222' }),
      ),
    )
    const count = (wanted: number) => guesses.filter(({ statusCode }) => statusCode === wanted).length
    expect([count(404), count(429)]).toEqual([5, 15])
    expect((await who.send(`${path}/follow`, right)).statusCode).toBe(303)
    // Nor does it help to know the code.
    const secrets = Array.from({ length: 8 }, () => visitor().send(`${path}/follow`, { ...right, secret: '22222222' }))
    expect((await Promise.all(secrets)).filter(({ statusCode }) => statusCode === 429)).toHaveLength(3)
    expect((await visitor().send(`${path}/follow`, right)).statusCode).toBe(303)
    passHour()
    expect((await who.send(`${path}/follow`, { ...right, secret: '22222222' })).statusCode).toBe(404)
  })

  test('who leaves has left, also for whoever kept the cookie; another visit of theirs goes on', async () => {
    const asked = await ask()
    const [first, second] = [await follow(asked), await follow(asked)]
    expect((await first.get()).statusCode).toBe(200)
    await first.who.send(`${casePath}/leave`, {}, { cookie: first.cookie })
    expect((await first.get()).statusCode).toBe(403)
    expect(await first.seen()).toContain('请重新输入查询码和查询口令')
    const act = await first.who.send(`${casePath}/withdraw`, { seq: '1', reason: '' }, { cookie: first.cookie })
    expect(act.statusCode).toBe(403)
    expect((await second.get()).statusCode).toBe(200)
  })

  test('a code that was issued anew against identity opens; the old one does not, nor who had just opened with it', async () => {
    const asked = await ask()
    const before = await follow(asked)
    const shown = { shown: 'residentId', checked: '当面核对原件，与登记一致', reason: '回执遗失' }
    const clerk = await officer(today, ['clerk'])
    const { registered } = await inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, asked.id, 'reissueReceipt', shown))
    const [code = '', secret = ''] = [registered[0]?.receipt.code, registered[0]?.receipt.secret]
    expect(registered[0]?.acknowledgement.paragraphs.join('')).toContain('此前的查询码和查询口令已经失效')
    expect((await before.get()).statusCode).toBe(403)
    expect((await visitor().send(`${path}/follow`, { code: asked.code, secret: asked.secret })).statusCode).toBe(404)
    expect((await visitor().send(`${path}/follow`, { code, secret: asked.secret })).statusCode).toBe(404)
    const { seen } = await follow({ code, secret })
    expect(await seen()).toContain('核对身份后补发查询码和查询口令，原来的已经失效')
    const told = await owner.selectFrom('auditEntries').select('detail').where('subject', '=', asked.id).execute()
    const events = await owner.selectFrom('requestEvents').select('data').where('requestId', '=', asked.id).execute()
    expect(JSON.stringify([told, events])).toContain('回执遗失')
    for (const part of [code, secret]) expect(JSON.stringify([told, events])).not.toContain(part)
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
      method: 'POST',
      url: `${path}/follow`,
      remoteAddress: '127.0.0.1',
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
