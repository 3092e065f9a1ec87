import { readXlsx, writeXlsx } from 'hucre/xlsx'
import iconv from 'iconv-lite'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../cli/serve.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { multipartOf } from '../../portal/testing/forms.ts'

const { db, url } = await testDatabase()
const now = () => new Date('2026-11-24T02:00:00Z')
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' }, now)
afterAll(() => app.close())
const { organ } = await anOffice(db)
const other = await anOffice(db, { slug: 'shili-daj', name: '示例市档案局', letterCode: '示档' })

async function signedIn(login: string, roles: readonly Role[], organId = organ.id): Promise<Browser> {
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organId, await addStaff(db, organId, { login, roles }), true, now())
  return browser
}
const head = await signedIn('head', ['ogiHead'])
const admin = await signedIn('admin', ['systemAdmin'])
const stranger = await signedIn('stranger', ['ogiHead'], other.organ.id)

const take = (name: string, bytes: Buffer, file = '词表.xlsx', who = head) => {
  const { payload, contentType } = multipartOf({}, [{ field: 'file', name: file, bytes }])
  const address = `/word-lists?${new URLSearchParams({ name, source: '省政府办公厅通报' })}`
  return who.send('POST', address, payload, { headers: { 'content-type': contentType } })
}
const workbook = async (...rows: (string | Date | null)[][]) =>
  Buffer.from(await writeXlsx({ sheets: [{ name: '词表', rows }] }))

test('a workbook is taken in, handed out as it was, replaced and taken away', async () => {
  const rows = [
    ['词语', '类别', '建议改为', '处理', '启用日期'],
    ['实例市', '错误表述', '示例市', '禁用', null],
    ['示例市工商局', '机关名称', '示例市市场监督管理局', '须说明', '2019-01-10'],
    ['最佳', '敏感词', '', '提示', null],
  ]
  const answer = await take('常见错误', await workbook(...rows))
  expect(answer.json(), answer.body).toMatchObject({ words: 3, before: 0 })
  const { items } = (await head.send('GET', '/word-lists')).json()
  expect(items).toMatchObject([{ name: '常见错误', source: '省政府办公厅通报', words: 3, changedBy: '某head' }])

  const out = await head.send('GET', `/word-lists/${items[0].id}.xlsx`)
  expect(out.headers['content-disposition']).toContain('.xlsx')
  const { sheets } = await readXlsx(out.rawPayload)
  expect(sheets[0]?.rows.map((row) => row.map((cell) => cell || null))).toEqual(
    rows.map((row) => row.map((cell) => cell || null)),
  )

  const again = await take('常见错误', out.rawPayload, '词表.xlsx', admin)
  expect(again.json()).toMatchObject({ id: items[0].id, words: 3, before: 3 })
  expect((await stranger.send('GET', '/word-lists')).json().items).toEqual([])
  expect((await stranger.send('DELETE', `/word-lists/${items[0].id}`)).statusCode).toBe(404)
  expect((await stranger.send('GET', `/word-lists/${items[0].id}.xlsx`)).statusCode).toBe(404)
  expect((await head.send('DELETE', `/word-lists/${items[0].id}`)).statusCode).toBe(204)
  expect((await head.send('GET', '/word-lists')).json().items).toEqual([])
})

test('a csv in GBK with two columns under other names', async () => {
  const answer = await take('新华社', iconv.encode('错误词,正确词\r\n既使,即使\r\n', 'gbk'), '词表.csv')
  expect(answer.json()).toMatchObject({ words: 1 })
})

test('one wrong row and nothing is taken; every wrong row is named', async () => {
  const answer = await take(
    '坏表',
    await workbook(
      ['词语', '类别', '处理', '启用日期'],
      ['字', null, null, null],
      ['好词', '坏类', null, null],
      ['重词', null, null, null],
      ['重词', null, null, null],
      ['日期', null, null, '2026-02-30'],
    ),
  )
  expect(answer.statusCode).toBe(422)
  expect(answer.json()).toMatchObject({ count: 4, problems: [{ row: 2 }, { row: 3 }, { row: 5 }, { row: 6 }] })
  const { items } = (await head.send('GET', '/word-lists')).json()
  expect(items.map(({ name }: { name: string }) => name)).toEqual(['新华社'])
})

test.for<[string, Buffer]>([
  ['no header', Buffer.from('a,b\r\nc,d\r\n')],
  ['a header alone', Buffer.from('词语\r\n')],
  ['names that programs know', Buffer.from('__proto__,constructor,toString\r\nx,y,z\r\n')],
  ['no text', Buffer.from([0xff, 0xfe, 0xfd, 0, 0])],
])('refused: %s', async ([, bytes]) => {
  expect((await take('坏表', bytes, '词表.csv')).statusCode).toBe(422)
})
