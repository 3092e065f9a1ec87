import { describe, expect, test } from 'vitest'
import { aText } from '../../disclosure/testing/a-record.ts'
import { aSiteOfRecords } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const hideReason = '原文误将当事人的姓名和住所公开'
const words = (text: string) => Buffer.from(text)

/** A notice that named a person, in its text and in a file, and its correction. */
async function corrected(title: string, hides: boolean) {
  const old = await site.upload('处理名单.txt', words('欧阳雪梅，东街'))
  const kept = await site.upload('法律依据.txt', words('统计法'))
  const text = aText('对欧阳雪梅的申报不予采纳。')
  const { key, path, number } = await site.publish({ title, text, attachments: [old, kept], summary: '涉及欧阳雪梅' })
  const act = { kind: 'correct' as const, reason: '更正处理结果', ...(hides ? { hideReason } : {}) }
  const fresh = await site.upload('处理结果.txt', words('一户不予采纳'))
  const now = { text: aText('对一户的申报不予采纳。'), summary: '一户', attachments: [fresh, kept] }
  // Files come and go with the text: what is replaced has its old address.
  await site.follow(key, act, now)
  return { key, path, number, old, kept, fresh }
}
const file = (path: string, fileId: string) => site.get(`${path}/files/${fileId}`)

describe('a correction that hides the original', () => {
  test('history tells that it was corrected, when and why, and no word of what it was', async () => {
    const { path } = await corrected('关于统计申报的公告', true)
    const history = await site.page(`${path}/history`)
    expect(history).not.toMatch(/欧阳|雪梅|东街|处理名单/)
    expect(history).toContain('本条信息共公开过2版')
    expect(history).toContain('这一版的原文已经隐去，不再公开。')
    expect(history).toContain('理由：更正处理结果')
    expect(history).toContain(`更正前的原文已经隐去。理由：${hideReason}`)
    expect(history).not.toContain('class="changes"')
    const page = await site.page(path)
    expect(page).toContain(`更正前的原文已经隐去。理由：${hideReason}`)
    expect(page).not.toContain('欧阳')
  })

  test('old files answer with what became of them, not with bytes; what still stands is still read', async () => {
    const { path, old, kept, fresh } = await corrected('关于统计申报的第二号公告', true)
    const gone = await file(path, old.fileId)
    expect(gone.statusCode).toBe(410)
    expect(gone.headers['content-type']).toContain('text/html')
    expect(gone.body).toContain('这个文件已经隐去')
    expect(gone.body).toContain(hideReason)
    expect(gone.body).not.toMatch(/欧阳|东街|处理名单/)
    expect((await file(path, kept.fileId)).body).toBe('统计法')
    expect((await file(path, fresh.fileId)).body).toBe('一户不予采纳')
    expect((await file(path, 'b3b1f1f0-0000-4000-8000-000000000001')).statusCode).toBe(404)
  })

  test('programs, feeds and search agree', async () => {
    const { path, number } = await corrected('关于统计申报的第三号公告', true)
    const one = await site.get(`/api/records/shili-tjj/${number}`)
    expect(one.json().correction).toMatchObject({ reason: '更正处理结果', hideReason })
    const lists = [
      '/shili-tjj/search?q=欧阳雪梅',
      '/search/feed.atom?q=欧阳雪梅',
      '/api/search?q=欧阳雪梅',
      '/api/records',
      '/feed.atom',
      '/shili-tjj/feed.rss',
      '/shili-tjj/columns/tzgg',
      `/api/records/shili-tjj/${number}`,
    ]
    for (const list of lists) {
      const { body } = await site.get(encodeURI(list))
      // A page of a search says what was looked for.
      expect(body, list).not.toMatch(/东街|处理名单|涉及欧阳|对欧阳/)
    }
    const { total } = (await site.get(encodeURI('/api/search?q=欧阳雪梅'))).json()
    expect(total).toBe(0)
    expect((await site.get(`${path}.docx`)).statusCode).toBe(200)
  })

  test('a later correction that hides nothing brings nothing back', async () => {
    const { key, path, old } = await corrected('关于统计申报的第四号公告', true)
    await site.follow(key, { kind: 'correct', reason: '改正错字' }, { text: aText('对一户的申报不采纳。') })
    const history = await site.page(`${path}/history`)
    expect(history).not.toContain('欧阳')
    expect(history).toContain('本条信息共公开过3版')
    expect(history).toContain('class="changes"')
    expect((await file(path, old.fileId)).statusCode).toBe(410)
  })

  test('a correction without the flag shows its words, and says of an old file when it went', async () => {
    const { path, old } = await corrected('关于统计申报的第五号公告', false)
    expect(await site.page(`${path}/history`)).toContain('欧阳')
    const gone = await file(path, old.fileId)
    expect(gone.statusCode).toBe(410)
    expect(gone.body).toMatch(/于\d{4}年\d+月\d+日变动这条信息时替换或者去掉了它/)
    expect(gone.body).toContain(`href="${path}/history"`)
  })

  test('the organ keeps every word', async () => {
    const { key } = await corrected('关于统计申报的第六号公告', true)
    const kept = await site.owner
      .selectFrom('revisions')
      .select('content')
      .where('recordId', '=', key.recordId)
      .where('edition', '=', 1)
      .execute()
    expect(JSON.stringify(kept)).toContain('欧阳雪梅')
  })

  test('the flag is part of what is signed, and asks for its reason', async () => {
    const { key } = await site.publish({ title: '关于统计申报的第七号公告' })
    const act = { kind: 'correct' as const, reason: '更正', hideReason: '' }
    await expect(site.follow(key, act)).rejects.toMatchObject({ code: 'gate_shut', field: 'act.hideReason' })
  })
})
