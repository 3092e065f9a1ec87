import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { aText } from '../../disclosure/testing/a-record.ts'
import { aSiteOfRecords } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const { get, page } = site

describe('what became of it', () => {
  test('a correction says why and when, and the history shows which words', async () => {
    const { key, path } = await site.publish({ title: '关于会议时间的公告', text: aText('会议定于上午九时召开。') })
    await site.follow(key, { kind: 'correct', reason: '时间有误' }, { text: aText('会议定于下午三时召开。') })
    await vi.waitUntil(async () => (await page(path)).includes('更正说明'))
    expect(await page(path)).toContain('理由：时间有误')
    const history = await page(`${path}/history`)
    expect(history).toContain('共公开过2版')
    expect(history).toMatch(/<del>上午/)
    expect(history).toMatch(/<ins>下午/)
    expect(history).toContain('首次公开')
  })

  test('a withdrawn one leaves a tombstone with reason and whom to ask, and nothing of its text anywhere', async () => {
    const file = await site.upload('名单.txt', Buffer.from('张三的电话'))
    const { key, path } = await site.publish({
      title: '关于名单的公示',
      text: aText('张三，住东街。'),
      attachments: [file],
    })
    expect((await get(path)).statusCode).toBe(200)
    await site.follow(key, { kind: 'withdraw', reason: '含有不应公开的个人信息' })
    await vi.waitUntil(async () => (await get(path)).statusCode === 410)
    for (const address of [path, `${path}/history`, `${path}.pdf`, `${path}.docx`, `${path}/files/${file.fileId}`]) {
      const answer = await get(address)
      expect(answer.statusCode).toBe(410)
      for (const words of ['关于名单的公示', '含有不应公开的个人信息', '向谁询问', '010-00000000'])
        expect(answer.body).toContain(words)
      expect(answer.body).not.toContain('东街')
    }
    const api = await get(path.replace('/shili-tjj/records', '/api/records/shili-tjj'))
    expect(api.json()).toMatchObject({ code: 'withdrawn', reason: '含有不应公开的个人信息' })
    expect(api.statusCode).toBe(410)
    expect(api.body).not.toContain('东街')
  })

  test('whom a licence was about is said nowhere once it is withdrawn', async () => {
    const { key, path } = await site.publish({
      type: 'licenceDecision',
      columnId: 'xzxk',
      title: '关于王某某的行政许可决定书',
      documentNumber: '示统许〔2026〕3号',
      fields: { counterparty: '王某某', decidedOn: '2026-11-20' },
    })
    await site.follow(key, { kind: 'withdraw', reason: '公示期限届满' })
    await vi.waitUntil(async () => (await get(path)).statusCode === 410)
    expect(await page(path)).toContain('已撤回：行政许可决定')
    const api = await get(path.replace('/shili-tjj/records', '/api/records/shili-tjj'))
    expect(api.json()).toMatchObject({
      title: '行政许可决定',
      message: expect.stringMatching(/^这条信息已于\d{4}年\d{1,2}月\d{1,2}日撤回$/),
    })
    for (const address of [path, `${path}/history`, path.replace('/shili-tjj/records', '/api/records/shili-tjj')])
      expect((await get(address)).body).not.toContain('王某某')
  })

  test('once withdrawn and published anew, what was withdrawn is not shown by comparison', async () => {
    const { key, path } = await site.publish({ title: '关于补贴的公示', text: aText('李四，银行账号一。') })
    const gone = await site.follow(key, { kind: 'withdraw', reason: '有个人信息' })
    await site.follow(
      gone.key,
      { kind: 'correct', reason: '删去个人信息后重新公开' },
      { title: '关于补贴的公示（更正）', text: aText('共一人。') },
    )
    await vi.waitUntil(async () => (await get(`${path}/history`)).statusCode === 200)
    expect(await page(`${path}/history`)).not.toContain('李四')
  })

  test('a repealed one stays, with a banner before its text', async () => {
    const { key, path } = await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '关于旧制度的通知',
      documentNumber: '示统发〔2018〕1号',
      madeOn: plainDate('2018-01-02'),
      effectiveFrom: plainDate('2018-02-01'),
    })
    await site.follow(key, {
      kind: 'repeal',
      reason: '已有新规定',
      on: plainDate('2026-11-20'),
      by: '示统发〔2026〕8号',
    })
    await vi.waitUntil(async () => (await page(path)).includes('record-banner'))
    const html = await page(path)
    expect(html).toContain(
      '本文件已于2026年11月20日废止（示统发〔2026〕8号），仅供查阅，不再执行。废止理由：已有新规定',
    )
    expect(html).toContain('<dt>有效性</dt><dd><span class="validity repealed">废止</span></dd>')
  })

  test('one whose term is over says so everywhere: that it has lapsed, since which day and why', async () => {
    const { path } = await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '关于试点期限的通知',
      documentNumber: '示统发〔2021〕6号',
      madeOn: plainDate('2021-03-02'),
      effectiveFrom: plainDate('2021-03-02'),
      validUntil: plainDate('2026-03-01'),
    })
    await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '关于试点分工的通知',
      documentNumber: '示统发〔2021〕7号',
      madeOn: plainDate('2021-03-02'),
      effectiveFrom: plainDate('2021-03-02'),
    })
    await site.owner
      .updateTable('normativeDocuments')
      .set({ validUntil: plainDate('2025-12-31'), lapsedBy: '示统发〔2025〕9号', recordId: null })
      .where('documentNumber', '=', '示统发〔2021〕7号')
      .execute()
    const words = '自2026年3月2日起失效：有效期至2026年3月1日，已经届满'
    await vi.waitUntil(async () => (await page(path)).includes('record-banner'))
    const html = await page(path)
    expect(html).toContain(`本文件${words}，仅供查阅，不再执行。`)
    expect(html).toContain(`<dt>有效性</dt><dd><span class="validity expired">失效</span><span>${words}</span></dd>`)
    for (const list of ['/shili-tjj/library', '/shili-tjj/columns/xzgfxwj', '/shili-tjj/search?q=试点期限'])
      expect(await page(encodeURI(list))).toContain(words)
    expect(await page('/shili-tjj/library')).toContain('自2026年1月1日起失效：由示统发〔2025〕9号宣布失效')
    const api = await get(path.replace('/shili-tjj/records', '/api/records/shili-tjj'))
    expect(api.json()).toMatchObject({ validity: 'expired', validityReason: words })
  })

  test('a document whose number is corrected stands in the library once, under the right number', async () => {
    const { key, path } = await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '关于统计台账的通知',
      documentNumber: '示统发〔2019〕3号',
      madeOn: plainDate('2019-03-02'),
      effectiveFrom: plainDate('2019-03-02'),
    })
    await site.follow(key, { kind: 'correct', reason: '文号有误' }, { documentNumber: '示统发〔2019〕13号' })
    await vi.waitUntil(async () => (await page(path)).includes('〔2019〕13号'))
    const library = await page('/shili-tjj/library')
    expect(library.match(/关于统计台账的通知/g)).toHaveLength(1)
    expect(library).not.toContain('〔2019〕3号')
    const { rows } = await sql<{ number: string }>`
      select document_number as number from normative_documents where title = '关于统计台账的通知'`.execute(site.owner)
    expect(rows).toEqual([{ number: '示统发〔2019〕13号' }])
  })

  test('what was repealed or withdrawn leads to the document that is named as its reason, and that one back to it', async () => {
    const { path: newer } = await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '示例市统计局关于印发《数据质量办法》的通知',
      documentNumber: '示统发〔2026〕9号',
      madeOn: plainDate('2026-11-20'),
      effectiveFrom: plainDate('2026-11-21'),
    })
    const { key, path } = await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '关于数据质量的通知',
      documentNumber: '示统发〔2019〕9号',
      madeOn: plainDate('2019-03-02'),
      effectiveFrom: plainDate('2019-03-02'),
    })
    const why = { reason: '由《数据质量办法》代替', on: plainDate('2026-11-21'), by: '示统发〔2026〕9号' }
    await site.follow(key, { kind: 'repeal', ...why })
    await vi.waitUntil(async () => (await page(path)).includes('已于2026年11月21日废止'))
    expect(await page(path)).toContain(`废止（<a href="${newer}">示统发〔2026〕9号</a>）`)
    expect(await page(newer)).toMatch(
      new RegExp(`<h2>废止时提到本文件的文件</h2><ul><li><a href="${path}">关于数据质量的通知</a>`),
    )
    expect(await page(path)).not.toContain('废止时提到本文件的文件')
    const notice = await site.publish({ title: '关于数据报送的公告' })
    await site.follow(notice.key, { kind: 'withdraw', reason: '以《数据质量办法》为准' })
    await vi.waitUntil(async () => (await get(notice.path)).statusCode === 410)
    expect(await page(notice.path)).toContain(`以<a href="${newer}">《数据质量办法》</a>为准`)
  })

  test('what is repealed stays repealed, by what and why, and is found so, when its text is corrected afterwards', async () => {
    const { key, path } = await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '关于考核评比的通知',
      documentNumber: '示统发〔2017〕5号',
      madeOn: plainDate('2017-03-02'),
      effectiveFrom: plainDate('2017-03-02'),
    })
    const why = { reason: '已有新规定', on: plainDate('2026-11-20'), by: '示统发〔2026〕8号' }
    const repealed = await site.follow(key, { kind: 'repeal', ...why })
    await site.follow(repealed.key, { kind: 'correct', reason: '有错别字' }, { text: aText('改正后的正文。') })
    await vi.waitUntil(async () => (await page(path)).includes('改正后的正文'))
    expect(await page(path)).toContain('本文件已于2026年11月20日废止（示统发〔2026〕8号）')
    expect(await page(path)).toContain('废止理由：已有新规定')
    const found = async (validity: string) =>
      JSON.parse(await page(`/api/search?q=${encodeURIComponent('考核评比')}&validity=${validity}`)).records.map(
        ({ title }: { title: string }) => title,
      )
    expect(await found('repealed')).toEqual(['关于考核评比的通知'])
    expect(await found('inForce')).toEqual([])
    const register = await site.owner
      .selectFrom('normativeDocuments')
      .select(['repealedOn', 'repealedBy'])
      .where('documentNumber', '=', '示统发〔2017〕5号')
      .executeTakeFirstOrThrow()
    expect(register).toEqual({ repealedOn: why.on, repealedBy: why.by })
  })
})
