import iconv from 'iconv-lite'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { multipartOf } from '../../portal/testing/forms.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'

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

const look = async (name: string, bytes: Buffer, file: string) => {
  const { payload, contentType } = multipartOf({}, [{ field: 'file', name: file, bytes }])
  const address = `/word-lists/preview?${new URLSearchParams({ name, source: '' })}`
  return (await head.send('POST', address, payload, { headers: { 'content-type': contentType } })).json()
}
const words = async (search: Record<string, string> = {}) =>
  (await head.send('GET', `/word-lists/words?${new URLSearchParams(search)}`)).json()

test('a plain text, one word a line: seen before it is taken in, and then found', async () => {
  const first = Buffer.from('渡假\t度假\n\n按装,安装\n'.replace(',', '\t'))
  expect(await look('文本', first, '词.txt')).toMatchObject({ isKnown: false, changes: { counts: { added: 2 } } })
  expect((await words({ q: '渡假' })).total).toBe(0)
  expect((await take('文本', first, '词.txt')).json()).toMatchObject({ words: 2 })
  const next = Buffer.from('渡假\t休假\n既使\t即使\n')
  expect(await look('文本', next, '词.txt')).toMatchObject({
    isKnown: true,
    count: 0,
    problems: [],
    changes: {
      added: [{ word: '既使' }],
      changed: [{ word: '渡假', suggestion: '休假' }],
      removed: [{ word: '按装', suggestion: '安装' }],
      unchanged: 0,
    },
  })
  expect(await words({ q: '度假' })).toMatchObject({ total: 1, items: [{ word: '渡假', listName: '文本' }] })
  expect((await words({ q: '%' })).total).toBe(0)
  expect((await words({ list: (await words({ q: '渡假' })).items[0].listId })).total).toBe(2)
})

test('a look at a wrong file names its rows, and nothing changes', async () => {
  const { total } = await words()
  expect(await look('文本', Buffer.from('好词\n字\n好词\n'), '词.txt')).toMatchObject({
    changes: null,
    count: 2,
    problems: [{ row: 2 }, { row: 3, message: '“好词”重复' }],
  })
  expect((await words()).total).toBe(total)
})

test('who neither heads the work body nor administers the system has no business here', async () => {
  const clerk = await signedIn('clerk', ['clerk'])
  for (const path of ['/word-lists', '/word-lists/words', '/word-lists/template'])
    expect((await clerk.send('GET', path)).statusCode, path).toBe(403)
  expect((await take('甲', Buffer.from('词语\n'), '词.csv', clerk)).statusCode).toBe(403)
})

test.for<[string, Buffer]>([
  ['no header', Buffer.from('a,b\r\nc,d\r\n')],
  ['a header alone', Buffer.from('词语\r\n')],
  ['names that programs know', Buffer.from('__proto__,constructor,toString\r\nx,y,z\r\n')],
  ['no text', Buffer.from([0xff, 0xfe, 0xfd, 0, 0])],
])('refused: %s', async ([, bytes]) => {
  expect((await take('坏表', bytes, '词表.csv')).statusCode).toBe(422)
})
