import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { newId } from '../../db/new-id.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { printedCode, receiptHashes, receiptOf } from '../../requests/receipt.ts'
import { findDraft } from '../../requests/store/drafts.ts'
import { aForm, aSiteToAsk, onReceipt, pdf } from '../testing/a-site-to-ask.ts'
import { aBrowser } from '../testing/asking.ts'
import { hiddenField } from '../testing/forms.ts'

const { db, owner, organ, path, visitor, count } = await aSiteToAsk()
const wish = '企业一套表直报名录，写了很久'
const browser = () => aBrowser(visitor())
const rest: Record<string, string> = aForm()
const drafts = () => owner.selectFrom('requestDrafts').selectAll().execute()

describe('every step is a page of its own', () => {
  test('a form that is sent leads to a page that may be read again, and to no second request', async () => {
    const one = browser()
    const key = await one.begin(path, wish)
    expect(one.at()).toBe(`${path}/new/details?key=${key}`)
    const before = await count('requests')
    const first = await one.upload(`${path}/submit`, { ...rest, key, content: wish })
    expect(one.at()).toBe(`${path}/receipt?key=${key}`)
    expect(first.statusCode).toBe(200)
    expect(first.headers['cache-control']).toBe('no-store')
    const again = await one.get(one.at())
    expect(onReceipt(again.body, '查询口令')).toBe(onReceipt(first.body, '查询口令'))
    expect(again.body).toContain('data:image/svg+xml;base64,')
    expect(again.body).toContain(`name="back" value="${path}/receipt?key=${key}"`)
    const file = await one.get(`${path}/receipt.pdf?key=${key}`)
    expect(file.rawPayload.subarray(0, 4).toString()).toBe('%PDF')
    expect(file.headers['cache-control']).toBe('no-store')
    expect((await visitor().get(`${path}/receipt.pdf?key=${key}`)).statusCode).toBe(410)
    // Back: the form that was sent shows its receipt and can be sent no more.
    await one.get(`${path}/new/details?key=${key}`)
    expect(one.at()).toBe(`${path}/receipt?key=${key}`)
    expect(await count('requests')).toBe(before + 1)
  })

  test('a receipt in whose place another was given out shows its codes no more', async () => {
    const one = browser()
    const key = await one.begin(path, wish)
    await one.upload(`${path}/submit`, { ...rest, key, content: wish })
    await owner
      .updateTable('requests')
      .set({ receiptCodeHash: randomBytes(32) })
      .where('receiptCodeHash', '=', receiptHashes(receiptOf(key)).receiptCodeHash)
      .execute()
    for (const address of [`${path}/receipt?key=${key}`, `${path}/receipt.pdf?key=${key}`]) {
      const refused = await one.get(address)
      expect(refused.statusCode).toBe(409)
      expect(refused.body).toContain('查询码已经补发')
      expect(refused.body).not.toContain(printedCode(receiptOf(key).code))
    }
  })

  test('going back, turning the display and coming again keeps what was typed in every step', async () => {
    const one = browser()
    const key = await one.begin(path, wish)
    const typed = { ...rest, key, content: wish, name: '王小二' }
    const back = await one.upload(`${path}/submit`, { ...typed, to: 'wish' })
    expect(one.at()).toBe(`${path}/new?key=${key}`)
    expect(back.body).toContain(`${wish}</textarea>`)
    await one.send(`${path}/new`, { key, content: `${wish}，2026年` })
    const details = await one.get(`${path}/new/details?key=${key}`)
    expect(details.body).toContain('value="王小二"')
    expect(details.body).toContain(`${wish}，2026年</textarea>`)
    const large = await one.upload(`${path}/submit`, { ...typed, name: '王小三', to: 'size' })
    expect(one.at()).toBe(`${path}/new/details?key=${key}`)
    expect(large.body).toContain('<html lang="zh-CN" class="large">')
    expect(large.body).toContain('value="王小三"')
    expect(large.body).not.toContain('需要改正')
  })

  test('what is to be mended stands on the page of the form, with its files, and stays there', async () => {
    const one = browser()
    const key = await one.begin(path, wish)
    const file = { field: 'identity', name: '身份证.pdf', bytes: pdf }
    const bad = { field: 'attachment', name: '照片.heic', bytes: Buffer.from('nothing of the kind\0') }
    await one.upload(`${path}/submit`, { ...rest, key, content: wish, identityNumber: '1' }, [file, bad])
    expect(one.at()).toBe(`${path}/new/details?key=${key}`)
    const { body } = await one.get(one.at())
    expect(body).toContain('<a href="#identityNumber">')
    expect(body).toContain('<a href="#attachment">')
    expect(body).toContain('✓ 已上传：身份证.pdf')
    expect(body).toMatch(/<title>有误，请改正/)
  })

  test('two tabs of one browser fill in two forms', async () => {
    const one = browser()
    const [first, second] = [await one.begin(path, '第一件事'), await one.begin(path, '第二件事')]
    expect((await one.get(`${path}/new?key=${first}`)).body).toContain('第一件事</textarea>')
    expect((await one.get(`${path}/new?key=${second}`)).body).toContain('第二件事</textarea>')
  })

  test('changed after it was sent, a form gives the text back, ready to be sent as another request', async () => {
    const one = browser()
    const key = await one.begin(path, wish)
    await one.upload(`${path}/submit`, { ...rest, key, content: wish })
    const { body } = await one.upload(`${path}/submit`, { ...rest, key, content: '另一件事' })
    expect(body).toContain('之后改动的内容没有提交')
    expect(body).toContain('另一件事</textarea>')
    const next = hiddenField(body, 'key')
    expect(next).not.toBe(key)
    const sent = await one.upload(`${path}/submit`, { ...rest, key: next, content: '另一件事' })
    expect(onReceipt(sent.body, '申请编号')).toBeDefined()
    expect((await one.get(`${path}/receipt?key=${key}`)).body).toContain('申请已经提交')
  })

  test('what was looked for and not found stands in the first step', async () => {
    const one = browser()
    const { body, headers } = await one.get(`${path}/new?wanted=${encodeURIComponent('<供热>应急预案')}`)
    expect(body).toContain('&lt;供热&gt;应急预案</textarea>')
    expect(headers['cache-control']).toBe('no-store')
    const key = hiddenField(body, 'key')
    const first = one.at()
    await one.send(`${path}/new`, { key, content: '供热应急预案2026年' })
    expect((await one.get(first)).body).toContain('供热应急预案2026年</textarea>')
  })

  test('Back to the first page and on again is the same form, with its details and files', async () => {
    const one = browser()
    const { headers, body } = await one.get(`${path}/new`)
    const first = one.at()
    expect(headers['cache-control']).toBe('no-store')
    expect(body).toMatch(/<textarea[^>]* autoComplete="off"/i)
    expect(body).not.toContain('清除已填内容')
    const key = hiddenField(body, 'key')
    await one.send(`${path}/new`, { key, content: wish })
    const file = { field: 'identity', name: '身份证.pdf', bytes: pdf }
    await one.upload(`${path}/submit`, { ...rest, key, content: wish, name: '王小二', to: 'size' }, [file])
    const back = await one.get(first)
    expect(back.body).toContain(`${wish}</textarea>`)
    expect(back.body).toContain('清除已填内容')
    const before = (await drafts()).length
    const again = await one.send(`${path}/new`, { key: hiddenField(back.body, 'key'), content: wish })
    expect(again.body).toContain('value="王小二"')
    expect(again.body).toContain('已上传：身份证.pdf')
    expect((await drafts()).length).toBe(before)
    await one.send(`${path}/new/clear`, { key })
    const cleared = await one.get(first)
    expect([cleared.statusCode, cleared.body.includes(wish)]).toEqual([200, false])
  })
})

describe('a draft', () => {
  test('that has had its day is said to be gone, with what to do; a form just opened says nothing of the kind', async () => {
    const hour = 3_600_000
    const said = async (key: string) => (await browser().get(`${path}/new?key=${key}`)).body.includes('现在已经删除')
    expect(await said(newId(Date.now() - 25 * hour))).toBe(true)
    expect(await said(newId(Date.now() - 23 * hour))).toBe(false)
    expect(await said(randomUUID())).toBe(false)
  })

  test('opens to the browser that made it and to no other, and stands nowhere in clear', async () => {
    const one = browser()
    const key = await one.begin(path, wish)
    await one.upload(`${path}/submit`, { ...rest, key, content: wish, name: '欧阳秘密', to: 'wish' })
    const page = `${path}/new/details?key=${key}`
    expect((await visitor().get(page)).statusCode).toBe(410)
    const other = browser()
    await other.begin(path, '别的事')
    const seen = await other.get(page)
    expect([seen.statusCode, seen.body.includes('欧阳秘密')]).toEqual([410, false])
    const { rows } = await sql<{ row: string }>`select d::text as row from request_drafts d`.execute(owner)
    const all = rows.map(({ row }) => row).join('\n')
    const half = one.cookie().split('=')[1] ?? 'none'
    for (const text of ['欧阳秘密', key, half]) expect(all.includes(text), text).toBe(false)
  })

  test('is cleared with its files: Back shows nothing any more, and other forms of the browser stay', async () => {
    const one = browser()
    const sent = await one.begin(path, wish)
    await one.upload(`${path}/submit`, { ...rest, key: sent, content: wish })
    const other = await one.begin(path, '别的事')
    const key = await one.begin(path, wish)
    await one.upload(`${path}/submit`, { ...rest, key, content: wish, to: 'wish' }, [
      { field: 'identity', name: '身份证.pdf', bytes: pdf },
    ])
    const files = () => owner.selectFrom('waitingFiles').selectAll().execute()
    const [waiting, kept] = [(await files()).length, (await drafts()).length]
    const { body } = await one.send(`${path}/new/clear`, { key })
    expect(body).toContain('已填内容已经清除')
    expect(body).toContain('在本机关填写的其他申请仍然保留')
    expect([(await files()).length, (await drafts()).length]).toEqual([waiting - 1, kept - 1])
    expect((await one.get(`${path}/new/details?key=${key}`)).statusCode).toBe(410)
    expect((await one.get(`${path}/new/details?key=${other}`)).body).toContain('别的事</textarea>')
    expect((await one.get(`${path}/receipt?key=${sent}`)).body).toContain('申请已经提交')
    await one.send(`${path}/new/clear`, { key: sent })
    expect((await one.get(`${path}/receipt?key=${sent}`)).statusCode).toBe(410)
  })

  test('is forgotten after a day, and its receipt after an hour', async () => {
    const one = browser()
    const key = await one.begin(path, wish)
    const pass = (time: string) =>
      sql`update request_drafts set expires_at = expires_at - ${time}::interval`.execute(owner)
    await pass('23 hours')
    expect((await one.get(`${path}/new?key=${key}`)).statusCode).toBe(200)
    await one.upload(`${path}/submit`, { ...rest, key, content: wish })
    const text = JSON.stringify(await drafts())
    expect(text).not.toContain(wish)
    await pass('61 minutes')
    expect((await one.get(`${path}/receipt?key=${key}`)).statusCode).toBe(410)
  })

  test('where one network fills the room, its own oldest go and nobody else’s', async () => {
    await owner.deleteFrom('requestDrafts').execute()
    const other = browser()
    const key = await other.begin(path, wish)
    const row = (n: number) => ({
      organId: organ.id,
      id: Buffer.alloc(32, n),
      sealed: 'x',
      network: Buffer.from('one'),
      bytes: 4 * 1024 * 1024,
      savedAt: sql<Date>`now() - ${n} * interval '1 minute'`,
      expiresAt: sql<Date>`now() + interval '1 day'`,
    })
    await owner.insertInto('requestDrafts').values([1, 2, 3, 4, 5, 6].map(row)).execute()
    await browser().begin(path, '别的事')
    const left = (await drafts()).filter(({ network }) => network.equals(Buffer.from('one')))
    expect(left.map(({ id }) => id[0]).toSorted()).toEqual([1, 2, 3, 4])
    expect((await other.get(`${path}/new?key=${key}`)).statusCode).toBe(200)
    await owner.deleteFrom('requestDrafts').where('network', '=', Buffer.from('one')).execute()
  })

  test('moved to another row does not open', async () => {
    const one = browser()
    await one.begin(path, wish)
    await owner
      .updateTable('requestDrafts')
      .set({ id: Buffer.alloc(32, 7) })
      .where('id', '=', (eb) => eb.selectFrom('requestDrafts').select('id').orderBy('savedAt', 'desc').limit(1))
      .execute()
    const place = { organId: organ.id, id: Buffer.alloc(32, 7) }
    await expect(lookInOrgan(db, organ.id, (tx) => findDraft(tx, place))).rejects.toThrow('seal')
  })
})

test('a name without a letter is asked about once, and is nobody’s mistake the second time', async () => {
  const one = browser()
  const key = await one.begin(path, wish)
  const typed = { ...rest, key, content: wish, name: '12345' }
  expect((await one.upload(`${path}/submit`, typed)).body).toContain('姓名是“12345”，里面没有文字')
  expect((await one.upload(`${path}/submit`, { ...typed, name: '1234' })).body).toContain('姓名是“1234”')
  expect((await one.upload(`${path}/submit`, { ...typed, name: '1234' })).body).toContain('申请已经提交')
})

test('every file of one sending that cannot be taken is named, with what to do', async () => {
  const one = browser()
  const key = await one.begin(path, wish)
  const no = (name: string) => ({ field: 'attachment', name, bytes: Buffer.from('D0CF11E0A1B11AE1', 'hex') })
  const { body } = await one.upload(`${path}/submit`, { ...rest, key, content: wish }, [
    no('材料.wps'),
    no('照片.heic'),
  ])
  for (const said of ['材料.wps', '类型选“Word 文档（.docx）”', '照片.heic', '“设置—相机—格式”'])
    expect(body).toContain(said)
})

test('a whole form that a program sends without cookies is answered with the receipt, as ever', async () => {
  const sent = await visitor().upload(`${path}/submit`, aForm())
  expect([sent.statusCode, sent.headers['set-cookie']]).toEqual([200, undefined])
  expect(onReceipt(sent.body, '查询码')).toMatch(/^[0-9A-Z-]{19}$/)
})
