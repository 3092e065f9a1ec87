import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { photo, wordFile, wordParagraph, wordRun } from '../../files/testing/word-file.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { multipartOf } from '../../portal/testing/forms.ts'
import { plainTextOf } from '../../text/plain.ts'
import { Content } from '../content.ts'

const { db, url, owner } = await testDatabase()
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
const clerk = await signedIn('clerk', ['clerk'])
const stranger = await signedIn('stranger', ['clerk'], other.organ.id)

const begin = async (type = 'policyDocument') => {
  const { recordId, edition } = (await clerk.send('POST', '/records', { type })).json()
  return `/records/${recordId}/editions/${edition}`
}
const importInto = (address: string, bytes: Buffer, name = '通知.docx', who = clerk) => {
  const { payload, contentType } = multipartOf({}, [{ field: 'file', name, bytes }])
  return who.send('POST', `${address}/import`, payload, { headers: { 'content-type': contentType } })
}
const centred = (text: string) => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${wordRun(text)}</w:p>`
const drawing =
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图" descr="流程图"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
const picture = {
  'word/media/image1.jpeg': photo(false),
  'word/_rels/document.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.jpeg"/></Relationships>',
}

const notice = wordFile(
  [
    centred('示例市统计局文件'),
    centred('示统发〔2026〕8号'),
    centred('关于做好普查工作的通知'),
    wordParagraph(wordRun('各县（区）统计局：')),
    wordParagraph(wordRun('一、总体要求')),
    wordParagraph(
      wordRun('普查'),
      `<w:ins w:id="1" w:author="张三">${wordRun('如期')}</w:ins>`,
      `<w:del w:id="2" w:author="张三"><w:r><w:delText>延期</w:delText></w:r></w:del>`,
      wordRun('开始。'),
      wordRun('内部掌握', '<w:vanish/>'),
    ),
    wordParagraph(drawing),
    wordParagraph(wordRun('附件：任务分工表')),
    wordParagraph(wordRun('示例市统计局')),
    wordParagraph(wordRun('2026年11月20日')),
  ].join(''),
  picture,
)

test('an official document fills the draft; its pictures wait; nothing is saved until the drafter saves', async () => {
  const address = await begin()
  const answer = await importInto(address, notice)
  expect(answer.statusCode, answer.body).toBe(200)
  const imported = answer.json()
  expect(imported.content).toMatchObject({
    title: '关于做好普查工作的通知',
    documentNumber: '示统发〔2026〕8号',
    madeOn: '2026-11-20',
    genre: '通知',
    issuingOrgan: '示例市统计局',
  })
  const content = Content.parse(imported.content)
  expect(plainTextOf(content.text)).toBe(
    [
      '各县（区）统计局：',
      '一、总体要求',
      '普查如期开始。',
      '流程图',
      '附件：任务分工表',
      '示例市统计局',
      '2026年11月20日',
    ].join('\n'),
  )
  expect(content.text.content[1]).toMatchObject({ type: 'heading', attrs: { level: 2 } })
  expect(imported.findings.map(({ gate }: { gate: string }) => gate)).toEqual(['trackedChanges', 'hiddenContent'])
  expect(imported.notes).toEqual([expect.stringContaining('任务分工表')])
  expect(imported.replacesText).toBe(false)

  const untouched = (await clerk.send('GET', address)).json()
  expect(untouched).toMatchObject({ revision: 1, content: { title: '' } })
  const saved = await clerk.send('PUT', address, { basedOn: 1, content })
  expect(saved.json()).toMatchObject({ revision: 2 })
  const { rows } = await sql<{ waiting: boolean }>`
    select f.expires_at is not null as waiting from record_files r join files f on f.id = r.file_id`.execute(owner)
  expect(rows).toEqual([{ waiting: false }])
  const view = (await clerk.send('GET', address)).json()
  expect(view.findings).toEqual([])
})

test('what was typed stays what was typed, and the answer says that the draft has a text', async () => {
  const address = await begin()
  const { content } = (await clerk.send('GET', address)).json()
  const typed = {
    ...content,
    title: '我的标题',
    madeOn: '2026-11-01',
    issuingOrgan: '示例市人民政府',
    text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: '我的正文' }] }] },
  }
  await clerk.send('PUT', address, { basedOn: 1, content: typed })
  const imported = (await importInto(address, notice)).json()
  expect(imported).toMatchObject({
    content: {
      title: '我的标题',
      madeOn: '2026-11-01',
      issuingOrgan: '示例市人民政府',
      documentNumber: '示统发〔2026〕8号',
    },
    found: { title: '关于做好普查工作的通知', madeOn: '2026-11-20' },
    replacesText: true,
  })
})

test.for<[string, Buffer, string, string]>([
  ['a classified mark', wordFile(wordParagraph(wordRun('机密★10年'))), '通知.docx', 'classified_file'],
  ['macros', wordFile('', { 'word/vbaProject.bin': 'x' }), '通知.docx', 'unsafe_file'],
  [
    'an entity from outside',
    wordFile('', { 'word/styles.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:styles/>' }),
    '通知.docx',
    'unsafe_file',
  ],
  ['a text file', Buffer.from('通知'), '通知.txt', 'not_a_word_file'],
  ['the old form', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '通知.doc', 'unsupported_file'],
  ['nothing', Buffer.alloc(0), '通知.docx', 'empty_file'],
])('refused: %s', async ([, bytes, name, code]) => {
  const answer = await importInto(await begin(), bytes, name)
  expect(answer.json()).toMatchObject({ code })
  expect([400, 422]).toContain(answer.statusCode)
})

test('nobody reads a file into another organ’s draft, or one that can no longer be changed', async () => {
  const address = await begin()
  expect((await importInto(address, notice, '通知.docx', stranger)).statusCode).toBe(404)
  const { seq } = (await clerk.send('GET', address)).json()
  await clerk.send('POST', `${address}/steps/discard`, { seq, input: { reason: '不用了' } })
  expect((await importInto(address, notice)).statusCode).toBe(409)
  expect((await clerk.send('POST', `${address}/import`, { a: 1 })).statusCode).toBe(400)
})

const numberedBullets = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1">${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${level % 3 === 0 ? 'decimal' : 'bullet'}"/><w:lvlText w:val="%${level + 1}."/></w:lvl>`).join('')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${[0, 1, 2, 3, 4, 5, 6, 7, 8].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`

/** Documents of lists of every depth, marks, links, fields and tables, in each other. */
const block = fc.letrec<{ block: string; cell: string }>((tie) => {
  const run = fc.constantFrom(
    wordRun('字'),
    wordRun('粗', '<w:b/><w:i/><w:u w:val="single"/>'),
    wordRun('2', '<w:vertAlign w:val="superscript"/>'),
    wordRun('旧', '<w:strike/><w:b/>'),
    wordRun('隐', '<w:vanish/>'),
    '<w:r><w:footnoteReference w:id="1"/></w:r>',
    `<w:hyperlink w:anchor="a">${wordRun('链', '<w:b/>')}</w:hyperlink>`,
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:r><w:br/></w:r>',
  )
  const paragraph = fc
    .tuple(fc.array(run, { maxLength: 6 }), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 3 }))
    .map(
      ([runs, level, list]) =>
        `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${runs.join('')}</w:p>`,
    )
  return {
    block: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      paragraph,
      paragraph,
      tie('cell').map((cell) => `<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>`),
    ),
    cell: fc
      .array(tie('block'), { minLength: 1, maxLength: 4 })
      .map((blocks) => `<w:tc>${blocks.join('')}<w:p/></w:tc>`),
  }
}).block

test('whatever a Word document holds, what is read from it can be saved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 20, maxLength: 60 }), async (blocks) => {
      const address = await begin('notice')
      const bytes = wordFile(blocks.join(''), { 'word/numbering.xml': numberedBullets })
      const imported = await importInto(address, bytes)
      expect(imported.statusCode, imported.body).toBe(200)
      const { content } = imported.json()
      const saved = await clerk.send('PUT', address, { basedOn: 1, content })
      expect(saved.statusCode, saved.body).toBe(200)
    }),
    { numRuns: 12 },
  )
})

test('what was lost or changed on the way is said in words, with its paragraph', async () => {
  const bytes = wordFile(
    wordParagraph(wordRun('本通知有效。'), wordRun('原规定', '<w:strike/>'), '<w:unheardOf/>') +
      wordParagraph('<w:fldSimple w:instr=" DATE "/>', wordRun('后文')),
  )
  const { notes, content } = (await importInto(await begin(), bytes)).json()
  expect(notes).toEqual([
    'Word 文件里有1处文字加了删除线，已照样划去。已经无效的请删去，仍然有效的请去掉删除线：“原规定”（在“本通知有效。原规定…”一段）',
    expect.stringContaining('“DATE”（在“后文…”一段）'),
    expect.stringMatching(/^有1种 Word 内容没有读懂/),
  ])
  expect(plainTextOf(content.text)).toBe('本通知有效。〔已划去：原规定〕\n后文')
})

test('a text that is too deep is refused at its paragraph, and one as deep as a text may be is saved', async () => {
  const nested = (depth: number): object =>
    depth === 0
      ? { type: 'paragraph', content: [{ type: 'text', text: '深', marks: [{ type: 'bold' }] }] }
      : { type: 'blockquote', content: [nested(depth - 1)] }
  const address = await begin()
  const { content } = (await clerk.send('GET', address)).json()
  const textOf = (depth: number) => ({
    type: 'doc',
    content: [{ type: 'paragraph' }, { type: 'paragraph' }, nested(depth)],
  })
  const deep = await clerk.send('PUT', address, { basedOn: 1, content: { ...content, text: textOf(24) } })
  expect(deep.statusCode).toBe(422)
  expect(deep.json()).toMatchObject({
    message: '正文第3段层次过深，请减少列表、引用或者表格的嵌套',
    fields: { 'content.text.2': expect.stringContaining('第3段') },
  })
  const text = { type: 'doc', content: [{ type: 'paragraph' }, { type: 'heading', attrs: { level: 9 } }] }
  expect((await clerk.send('PUT', address, { basedOn: 1, content: { ...content, text } })).json()).toMatchObject({
    fields: { 'content.text.1': '正文第2段有网页不能显示的内容，请删去这一段，重新输入' },
  })
  expect((await clerk.send('PUT', address, { basedOn: 1, content: { ...content, text: textOf(20) } })).statusCode).toBe(
    200,
  )
})
