import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { aForm, aSiteToAsk } from '../testing/a-site-to-ask.ts'
import { aBrowser } from '../testing/asking.ts'
import { hiddenField } from '../testing/forms.ts'

const { owner, organ, path, visitor } = await aSiteToAsk()
const browser = () => aBrowser(visitor())

describe('what is public already', () => {
  beforeAll(async () => {
    const channel = await owner
      .insertInto('channels')
      .values({ organId: organ.id, kind: 'website', name: '示例市政府网站' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const item = {
      organId: organ.id,
      channelId: channel.id,
      originality: 'original',
      publishedOn: '2025-03-01',
    } as const
    await owner
      .insertInto('publications')
      .values([
        { ...item, title: '示例市2025年老旧小区改造计划', url: 'https://www.shili.example/1' },
        { ...item, title: '老旧小区改造资金安排', url: 'javascript:alert(1)' },
        { ...item, title: '老旧小区改造旧公告', url: 'https://www.shili.example/2', withdrawnOn: '2025-04-01' },
      ] as never)
      .execute()
    await owner
      .insertInto('normativeDocuments')
      .values({
        organId: organ.id,
        kind: 'normativeDocuments',
        title: '统计上严重失信企业信用管理办法',
        documentNumber: '示统发〔2024〕3号',
        issuedOn: '2024-02-01',
        effectiveFrom: '2024-03-01',
        repealedOn: '2025-12-31',
      } as never)
      .execute()
  })

  test('is shown before the form, by words or by document number; withdrawn items are not', async () => {
    const byWords = await browser().send(`${path}/new`, { content: '我想了解老旧小区改造的计划' })
    expect(byWords.body).toContain('<a href="https://www.shili.example/1"')
    expect(byWords.body).toContain('老旧小区改造资金安排')
    expect(byWords.body).not.toContain('javascript:')
    expect(byWords.body).not.toContain('旧公告')
    const byNumber = await browser().send(`${path}/new`, { content: '示统发〔2024〕3号' })
    expect(byNumber.body).toContain('统计上严重失信企业信用管理办法')
    expect(byNumber.body).toContain('已废止')
  })

  test('helped, nothing is asked and it is counted once; else the form follows with the text', async () => {
    const one = browser()
    await one.get(`${path}/new`)
    const { body } = await one.send(`${path}/new`, { content: '老旧小区改造计划' })
    const key = hiddenField(body, 'key')
    for (let clicked = 0; clicked < 2; clicked += 1) {
      expect((await one.send(`${path}/new/helped`, { key })).body).toContain('您的申请没有提交')
    }
    const other = await one.send(`${path}/new`, { content: '老旧小区改造计划' })
    const details = await one.send(`${path}/new/details`, { key: hiddenField(other.body, 'key') })
    expect(details.body).toContain('>老旧小区改造计划</textarea>')
    const uses = await owner.selectFrom('suggestionUses').select('helped').orderBy('helped').execute()
    expect(uses).toEqual([{ helped: false }, { helped: true }])
  })

  test('is counted as used only where this browser has a form: what anybody sends leaves no row', async () => {
    const uses = () => owner.selectFrom('suggestionUses').select('id').execute()
    const before = await uses()
    const one = browser()
    await one.get(`${path}/new`)
    for (const who of [visitor(), one])
      for (const step of ['helped', 'details'])
        await who.send(`${path}/new/${step}`, { key: randomUUID(), content: '老旧小区改造计划' })
    expect(await uses()).toEqual(before)
  })

  test('a draft that had to make room takes nothing along: the page holds the wish and it goes on', async () => {
    const one = browser()
    await one.get(`${path}/new`)
    const { body } = await one.send(`${path}/new`, { content: '老旧小区改造计划' })
    const [key, content] = [hiddenField(body, 'key'), hiddenField(body, 'content')]
    await owner.deleteFrom('requestDrafts').execute()
    const details = await one.send(`${path}/new/details`, { key, content })
    expect(one.at()).toBe(`${path}/new/details?key=${key}`)
    expect(details.body).toContain('>老旧小区改造计划</textarea>')
    await owner.deleteFrom('requestDrafts').execute()
    const wish = await one.send(`${path}/new`, { key, content, to: 'wish' })
    expect(one.at()).toBe(`${path}/new?key=${key}`)
    expect(wish.body).toContain('>老旧小区改造计划</textarea>')
  })

  test('“解答了” ends the own form and no other, and is no answer to one that was sent', async () => {
    const one = browser()
    const [first, second] = [await one.begin(path, '老旧小区改造'), await one.begin(path, '第二件事')]
    await one.upload(`${path}/submit`, { ...aForm(), key: second })
    const third = await one.begin(path, '第三件事')
    await one.send(`${path}/new/helped`, { key: first })
    expect((await one.get(`${path}/new/details?key=${first}`)).statusCode).toBe(410)
    expect((await one.get(`${path}/new/details?key=${third}`)).body).toContain('第三件事</textarea>')
    expect((await one.send(`${path}/new/helped`, { key: second })).body).toContain('申请已经提交')
  })

  test('whose browser refuses cookies is given the next page at once, with the wish', async () => {
    const who = visitor()
    const first = await who.get(`${path}/new`)
    const { body } = await who.get(String(first.headers.location))
    const key = hiddenField(body, 'key')
    const shown = await who.send(`${path}/new`, { key, content: '老旧小区改造计划' })
    expect([shown.statusCode, shown.body.includes('这些信息可能已经公开')]).toEqual([200, true])
    const content = hiddenField(shown.body, 'content')
    const again = await who.send(`${path}/new`, { key, content, to: 'wish' })
    expect(again.body).toContain('老旧小区改造计划</textarea>')
    const large = await who.send(`${path}/new`, { key, content, to: 'size' })
    expect(large.body).toContain('class="large"')
    const details = await who.send(`${path}/new/details`, { key, content })
    expect([details.statusCode, details.body.includes('老旧小区改造计划</textarea>')]).toEqual([200, true])
    expect((await who.send(`${path}/new`, { key, content: '' })).statusCode).toBe(422)
    const typed = { ...aForm({ name: '王小二' }), key }
    for (const to of ['wish', 'size', 'contrast']) {
      const turned = await who.upload(`${path}/submit`, { ...typed, to })
      expect([turned.statusCode, turned.body.includes('value="王小二"')], to).toEqual([200, true])
    }
    expect((await who.upload(`${path}/submit`, typed)).body).toContain('申请已经提交')
  })

  test('nothing is wrong before somebody goes on: the display is switched over an empty form', async () => {
    const wrong = '请写明您需要的政府信息'
    for (const one of [browser(), visitor()]) {
      const first = await one.get(`${path}/new`)
      const at = String(first.headers.location ?? '')
      const key = hiddenField(first.body || (await one.get(at)).body, 'key')
      for (const to of ['size', 'contrast']) {
        const turned = await one.send(`${path}/new`, { key, content: '', to })
        expect([turned.statusCode, turned.body.includes(wrong)]).toEqual([200, false])
      }
      const gone = await one.send(`${path}/new`, { key, content: '' })
      expect(gone.body).toContain(wrong)
    }
    const one = browser()
    const key = hiddenField((await one.get(`${path}/new`)).body, 'key')
    // Once somebody has gone on with nothing, that is said until something is typed.
    await one.send(`${path}/new`, { key, content: '' })
    expect((await one.send(`${path}/new`, { key, content: '', to: 'size' })).body).toContain(wrong)
    expect((await one.send(`${path}/new`, { key, content: '改造', to: 'size' })).body).not.toContain(wrong)
  })

  test('where nothing fits, the form comes at once', async () => {
    const { body } = await browser().send(`${path}/new`, { content: '企业一套表直报名录' })
    expect(body).toContain('填写政府信息公开申请')
  })

  test.for(["政策' OR '1'='1", '100%_折扣\\', 'a & | ! ( ) :* <->', '<script>alert(1)</script>'])(
    'the wish “%s” is a text',
    async (content) => {
      const { statusCode, body } = await browser().send(`${path}/new`, { content })
      expect(statusCode).toBe(200)
      expect(body).not.toContain('<script')
    },
  )
})

test('every page says what it is; unknown organs are not found; forms reached by address begin again', async () => {
  for (const page of ['/', '/form', `/new?key=${randomUUID()}`, '/follow']) {
    const { statusCode, body } = await visitor().get(path + page)
    expect(statusCode).toBe(200)
    expect(body).toContain('依申请公开')
    expect(body).not.toMatch(/ style="|<style| on[a-z]+="/)
  }
  expect((await visitor().get('/nowhere/requests/')).statusCode).toBe(404)
  expect((await visitor().upload('/nowhere/requests/submit', aForm())).statusCode).toBe(404)
  for (const page of ['/new/details', '/submit']) {
    const answer = await visitor().get(path + page)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${path}/new`])
  }
  expect((await visitor().get('/sitemap.xml')).body).toContain(`${path}/</loc>`)
  expect((await visitor().get('/shili-tjj/')).body).toContain(`href="${path}/"`)
})
