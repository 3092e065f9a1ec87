import { createHash, randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { composeMail } from '../../app/compose-mail.ts'
import { plainDate } from '../../days/plain-date.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { sendQueued } from '../../mail/outbox.ts'
import type { OutgoingMail } from '../../mail/transport.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { listOwnTurns } from '../../review/turns/actions.ts'
import { aSiteOfRecords, today } from '../testing/a-site-of-records.ts'
import { aBrowser } from '../testing/asking.ts'
import { aVisitor, hiddenField } from '../testing/forms.ts'

const site = await aSiteOfRecords()
const { app, db, owner, organ } = site
const record = await site.publish({ title: '示例市统计公告' })
const path = `/${organ.slug}/feedback`
let visitors = 0
const visitor = () => {
  visitors += 1
  return aVisitor(app, `192.0.2.${visitors}`)
}
const aForm = (facts: Record<string, string> = {}) => ({
  key: randomUUID(),
  page: record.path,
  told: '',
  kind: 'correction',
  text: '第二条“按装”应为“安装”',
  name: '',
  phone: '',
  email: '',
  ...facts,
})
const codeOn = (page: string) => /<dd class="code">([^<]+)<\/dd>/.exec(page)?.[1] ?? ''
const numberOn = (page: string) => /意见2026-\d{5}/.exec(page)?.[0] ?? ''
const count = async () => {
  const { total } = await owner
    .selectFrom('feedback')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}
const idOf = async (page: string) =>
  (await owner.selectFrom('feedback').select('id').where('number', '=', numberOn(page)).executeTakeFirstOrThrow()).id

const signedIn = async (role: Role, login?: string) => {
  const office = await site.officer(today, [role], login)
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, office.id ?? '')
  return { actor: office, browser }
}
const clerk = await signedIn('clerk')
const take = (id: string, step: string, input: object, seq = 1, by = clerk.browser) =>
  by.send('POST', `/feedback/${id}/steps/${step}`, { seq, input }, { headers: { 'idempotency-key': randomUUID() } })

describe('the form', () => {
  test('stands at the foot of a record, and knows of which page it speaks', async () => {
    const foot = /href="([^"]+)"[^>]*>对本页有疑问、纠错或者意见/.exec(await site.page(record.path))?.[1] ?? ''
    const form = await site.page(foot.replaceAll('&amp;', '&'))
    expect(form).toContain(`<a href="${record.path}" target="_blank" rel="noopener">示例市统计公告</a>`)
    expect(hiddenField(form, 'page')).toBe(record.path)
  })

  test.for(['/elsewhere/records/2026-00001', '/javascript:alert(1)', `/${'x'.repeat(400)}`])(
    'another address than one of this organ’s pages leads to the organ: %s',
    async (page) => {
      const form = await site.page(`${path}?${new URLSearchParams({ page })}`)
      expect(hiddenField(form, 'page')).toBe(`/${organ.slug}/`)
    },
  )

  test('what is wrong comes back with everything that was typed', async () => {
    const answer = await visitor().send(path, aForm({ text: '', name: '张三', email: 'zhang', kind: 'question' }))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('有2处需要改正')
    for (const kept of ['value="张三"', 'value="zhang"', record.path]) expect(answer.body).toContain(kept)
    expect(answer.body).toMatch(/value="question"[^>]*checked|checked[^>]*value="question"/)
  })

  test('whoever asks for information is told of its own way before anything is kept', async () => {
    const before = await count()
    const form = aForm({ kind: 'question', text: '请提供征地批复的复印件' })
    const told = await visitor().send(path, form)
    expect(told.body).toContain('还没有提交')
    expect(told.body).toContain(`/${organ.slug}/requests/new?wanted=`)
    expect(await count()).toBe(before)
    const sent = await visitor().send(path, { ...form, told: hiddenField(told.body, 'told') })
    expect(sent.body).toContain('已经收到')
    expect(await count()).toBe(before + 1)
  })

  test('the same form is the same feedback, however often and however close together; another text under its key is set aside', async () => {
    const before = await count()
    const form = aForm()
    const answers = await Promise.all(Array.from({ length: 4 }, () => visitor().send(path, form)))
    expect(new Set(answers.map(({ body }) => codeOn(body))).size).toBe(1)
    expect(codeOn(answers[0]?.body ?? '')).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    expect(await count()).toBe(before + 1)
    const other = await visitor().send(path, { ...form, text: '改动过的话' })
    expect([other.statusCode, other.body.includes('改动过的话')]).toEqual([409, true])
    expect(hiddenField(other.body, 'key')).not.toBe(form.key)
    expect(await count()).toBe(before + 1)
  })

  test('its receipt and its answer are pages that may be read again, by this browser alone, and Back leads to the receipt', async () => {
    const before = await count()
    const one = aBrowser(visitor())
    const key = hiddenField((await one.get(path)).body, 'key')
    const receipt = await one.send(path, aForm({ key }))
    expect(one.at()).toBe(`${path}/receipt?key=${key}`)
    const again = await one.get(one.at())
    expect([again.headers['cache-control'], codeOn(again.body)]).toEqual(['no-store', codeOn(receipt.body)])
    await one.get(`${path}?key=${key}`)
    expect(one.at()).toBe(`${path}/receipt?key=${key}`)
    await one.send(`${path}/answer`, { code: codeOn(receipt.body) })
    const answer = one.at()
    expect(answer).not.toContain(codeOn(receipt.body))
    expect((await one.get(answer)).body).toContain('正在办理')
    for (const address of [answer, `${path}/receipt?key=${key}`]) {
      const other = aBrowser(visitor())
      expect((await other.get(address)).body).not.toMatch(/正在办理|class="code"/)
    }
    expect(await count()).toBe(before + 1)
  })

  test('the display is switched with the code still in its field, and again after a wrong one', async () => {
    const one = aBrowser(visitor())
    const code = 'AAAA-BBBB-CCCC-DDDD'
    expect((await one.get(`${path}/answer`)).body).not.toContain('action="/display"')
    const turned = await one.send(`${path}/answer`, { code, to: 'size' })
    expect([turned.statusCode, turned.body.includes('没有这个查询码')]).toEqual([200, false])
    for (const kept of [`value="${code}"`, 'class="large"']) expect(turned.body).toContain(kept)
    expect((await one.send(`${path}/answer`, { code })).body).toContain('没有这个查询码')
    expect((await one.send(`${path}/answer`, { code, to: 'contrast' })).body).toContain(`value="${code}"`)
  })

  test('what was kept of it is gone when it is cleared', async () => {
    const one = aBrowser(visitor())
    const key = hiddenField((await one.get(path)).body, 'key')
    const back = await one.send(path, aForm({ key, kind: '', phone: '13800001234' }))
    expect(back.body).toContain('清除已填内容')
    await one.send(`${path}/clear`, { key, page: record.path })
    expect((await one.get(`${path}?key=${key}`)).body).not.toContain('13800001234')
  })

  test('a page of another site sends nothing', async () => {
    const answer = await visitor().send(path, aForm(), { origin: 'https://evil.example' })
    expect(answer.statusCode).toBe(403)
  })

  test('the sixth of one network costs a proof of work, carries everything on and is not refused', async () => {
    const many = visitor()
    for (let sent = 0; sent < 5; sent += 1) expect((await many.send(path, aForm())).body).toContain('已经收到')
    const sixth = aForm({ name: '李四' })
    const asked = await many.send(path, sixth)
    expect(asked.body).toContain('您的意见还没有提交')
    expect(asked.headers['content-security-policy']).toContain("script-src 'self'")
    const [, challenge = '', bits = ''] = /data-challenge="([^"]+)" data-bits="(\d+)"/.exec(asked.body) ?? []
    const carried = Object.fromEntries(Object.keys(sixth).map((name) => [name, hiddenField(asked.body, name)]))
    expect(carried).toEqual(sixth)
    const done = await many.send(path, { ...carried, challenge, proof: work(challenge, Number(bits)) })
    expect(done.body).toContain('已经收到')
  })

  test('nothing of the words and of who wrote them stands legible in the database', async () => {
    await visitor().send(path, aForm({ text: '绝密的话', name: '王五六', phone: '13800001234', email: 'w@example.cn' }))
    const rows = JSON.stringify(await owner.selectFrom('feedback').selectAll().execute())
    const journal = JSON.stringify(await owner.selectFrom('auditEntries').selectAll().execute())
    for (const secret of ['绝密的话', '王五六', '13800001234', 'w@example.cn']) {
      expect(rows).not.toContain(secret)
      expect(journal).not.toContain(secret)
    }
  })
})

describe('in the office', () => {
  test('it waits for the clerks with its day, is answered, and the answer is read under its code and leaves by mail', async () => {
    const receipt = (await visitor().send(path, aForm({ email: 'reader@example.cn' }))).body
    expect(receipt).toContain('2026年12月1日')
    const id = await idOf(receipt)
    const mine = async () => (await lookInOrgan(db, organ.id, (tx) => listOwnTurns(tx, clerk.actor))).items
    const { length: waiting } = await mine()
    expect((await mine()).find((turn) => turn.id.includes(id))).toMatchObject({
      title: numberOn(receipt),
      dueOn: '2026-12-01',
      path: `/feedback/${id}`,
    })
    const read = async () => (await visitor().send(`${path}/answer`, { code: codeOn(receipt).toLowerCase() })).body
    expect(await read()).toContain('正在办理')
    expect((await take(id, 'answer', { text: '已改正，谢谢' })).statusCode).toBe(200)
    expect(await read()).toContain('已改正，谢谢')
    expect(await mine()).toHaveLength(waiting - 1)

    const queued = JSON.stringify(await owner.selectFrom('outbox').selectAll().execute())
    expect(queued).not.toContain('reader@example.cn')
    const sent: OutgoingMail[] = []
    const transport = { send: async (mail: OutgoingMail) => void sent.push(mail), close: () => {} }
    await sendQueued(
      db,
      organ.id,
      transport,
      composeMail(() => plainDate(today), ''),
    )
    const toReader = sent.filter(({ toAddress }) => toAddress === 'reader@example.cn')
    expect(toReader).toHaveLength(1)
    expect(toReader[0]?.body).toContain('已改正，谢谢')
  })

  test('a code that nobody has opens nothing', async () => {
    const wrong = await visitor().send(`${path}/answer`, { code: 'AAAA-BBBB-CCCC-DDDD' })
    expect([wrong.statusCode, wrong.body.includes('没有这个查询码')]).toEqual([404, true])
  })

  test('one that somebody else has just worked on is not overtaken, and one without an answer says why', async () => {
    const receipt = (await visitor().send(path, aForm())).body
    const id = await idOf(receipt)
    expect((await take(id, 'close', { reason: '与前一件重复' })).json()).toMatchObject({
      status: 'closed',
      usedDays: 0,
    })
    expect((await take(id, 'answer', { text: '再答' })).json().code).toBe('changed_meanwhile')
    expect((await visitor().send(`${path}/answer`, { code: codeOn(receipt) })).body).toContain('与前一件重复')
  })

  test('who wrote is masked, and shown for a reason that is recorded', async () => {
    const id = await idOf((await visitor().send(path, aForm({ name: '赵六', phone: '13900005678' }))).body)
    expect((await clerk.browser.send('GET', `/feedback/${id}`)).json().sender).toEqual({
      name: '赵*',
      phone: '139****5678',
      email: '',
    })
    const opened = await clerk.browser.send('POST', `/feedback/${id}/sender`, { reason: '电话核实' })
    expect(opened.json()).toEqual({ name: '赵六', phone: '13900005678', email: '' })
    const { action } = await owner
      .selectFrom('auditEntries')
      .select('action')
      .orderBy('seq', 'desc')
      .where('organId', '=', organ.id)
      .executeTakeFirstOrThrow()
    expect(action).toBe('feedback.senderRevealed')
  })

  test('another organ’s is not there', async () => {
    const id = await idOf((await visitor().send(path, aForm())).body)
    const other = await anOffice(db, { slug: 'shili-xxj', name: '示例市信息局' })
    const { id: staff } = await other.officer(today, ['clerk'])
    const stranger = new Browser(app)
    stranger.cookie = await sessionCookie(db, other.organ.id, staff ?? '')
    expect((await stranger.send('GET', `/feedback/${id}`)).statusCode).toBe(404)
    expect((await take(id, 'answer', { text: '不是我们的' }, 1, stranger)).statusCode).toBe(404)
    expect((await stranger.send('GET', '/feedback')).json()).toMatchObject({ items: [], total: 0 })
  })

  test('every number of the figures is as long as the list behind it', async () => {
    const { counts } = (await clerk.browser.send('GET', '/feedback/figures?year=2026')).json()
    for (const { month, kind, received, answered, closed, open } of counts)
      for (const [status, number] of Object.entries({ '': received, answered, closed, open })) {
        const asked = new URLSearchParams({ year: '2026', month, kind, ...(status && { status }) })
        const { total } = (await clerk.browser.send('GET', `/feedback?${asked}`)).json()
        expect([month, kind, status, total]).toEqual([month, kind, status, number])
      }
    expect(counts.reduce((sum: number, each: { received: number }) => sum + each.received, 0)).toBe(await count())
  })

  test('a list is narrowed to what was said of one page', async () => {
    await visitor().send(path, aForm({ page: `/${organ.slug}/` }))
    const about = encodeURIComponent(`/${organ.slug}/`)
    const { items, total } = (await clerk.browser.send('GET', `/feedback?about=${about}`)).json()
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ pagePath: `/${organ.slug}/`, excerpt: aForm().text })
  })
})

const work = (challenge: string, bits: number): string => {
  for (let tried = 0; ; tried += 1) {
    const hash = createHash('sha256').update(`${challenge}.${tried}`).digest()
    if (hash.readUInt32BE(0) >>> (32 - bits) === 0) return String(tried)
  }
}
