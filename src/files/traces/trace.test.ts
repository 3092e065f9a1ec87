import { Document, Packer, Paragraph } from 'docx'
import { expect, test } from 'vitest'
import { makePdf } from '../../../tests/hostile/make-file.ts'
import { writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'
import { readApart } from '../inspect/apart.ts'
import { photo, wordFile, wordParagraph, wordRun } from '../testing/word-file.ts'
import { hiddenRuns } from './office.ts'
import { hasPlace } from './photo-place.ts'
import { traceFile } from './trace.ts'

const traceApart = async (bytes: Uint8Array) => {
  const reading = await readApart(null, bytes)
  if (reading === 'failed') throw new Error('the look came to nothing')
  return reading.traces
}

const core = (creator: string, by: string) =>
  `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${by}</cp:lastModifiedBy></cp:coreProperties>`

test('a Word document shows its changes, comments, hidden words, authors, files within and places of photographs', async () => {
  const body = [
    wordParagraph(wordRun('自'), `<w:ins w:id="1" w:author="张三">${wordRun('2026年')}</w:ins>`),
    wordParagraph(
      '<w:del w:id="2" w:author="张三"><w:r><w:delText>2025年</w:delText></w:r></w:del>',
      wordRun('起施行'),
    ),
    wordParagraph(wordRun('内部意见', '<w:vanish/>'), wordRun('目录', '<w:webHidden/>')),
  ]
  const traces = await traceApart(
    wordFile(body.join(''), {
      'word/comments.xml':
        '<w:comments><w:comment w:id="1"><w:p><w:r><w:t>这里再改改</w:t></w:r></w:p></w:comment></w:comments>',
      'word/embeddings/底稿.xlsx': Buffer.from('PK'),
      'word/media/image1.jpg': photo(true),
      'word/media/image2.jpg': photo(false),
      'docProps/core.xml': core('张三', 'Administrator'),
      'docProps/app.xml': '<Properties><Company>示例科技公司</Company></Properties>',
      'docProps/custom.xml':
        '<Properties><property fmtid="x" pid="2" name="KSOProductBuildVer"/><property fmtid="x" pid="3" name="案号"/></Properties>',
    }),
  )
  expect(traces?.found).toEqual([
    { kind: 'trackedChanges', where: '正文第1段插入“2026年”' },
    { kind: 'trackedChanges', where: '正文第2段删除“2025年”' },
    { kind: 'hiddenContent', where: '正文第3段的隐藏文字“内部意见”' },
    { kind: 'comments', where: '“这里再改改”' },
    { kind: 'embeddedFile', where: '底稿.xlsx' },
    ...['作者 张三', '单位 示例科技公司', '自定义属性 案号'].map((where) => ({ kind: 'author', where })),
    { kind: 'photoPlace', where: '1张照片' },
  ])
  // What was deleted can be read again, and so can the comment: both are looked through.
  for (const words of ['2026年', '2025年', '内部意见', '这里再改改']) expect(traces?.text).toContain(words)
})

test('a clean document by a program has none', async () => {
  const file = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('正文')] }] }))
  expect((await traceFile(file))?.found).toEqual([])
})

test('a workbook shows hidden sheets, rows and columns; numbers are read as they are', async () => {
  const file = await writeXlsx({
    properties: { creator: '李四' },
    sheets: [
      { name: '公示', rows: [['张三', 13800138000, '110105194912310038']], rowDefs: new Map([[0, { hidden: true }]]) },
      { name: '底稿', rows: [['不公开']], hidden: true },
    ],
  })
  const traces = await traceFile(Buffer.from(file))
  expect(traces?.found).toEqual([
    { kind: 'hiddenContent', where: '工作表“公示”隐藏的第1行' },
    { kind: 'hiddenContent', where: '隐藏的工作表“底稿”' },
    { kind: 'author', where: '作者 李四' },
  ])
  expect(traces?.text).toBe('张三\t13800138000\t110105194912310038\n不公开')
})

/** A PDF of one page with these words, a remark on it, and an author; readers find its parts without a table of them. */
const pdfWith = (words: string) => {
  const content = `BT /F1 12 Tf 50 700 Td (${words}) Tj ET`
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Annot/Subtype/Text/Rect[50 700 70 720]/Contents(call 13800138000)>>',
    '<</Author(Zhang San)>>',
  ]
  const objects = parts.map((part, index) => `${index + 1} 0 obj\n${part}\nendobj\n`)
  return Buffer.from(`%PDF-1.7\n${objects.join('')}trailer\n<</Root 1 0 R/Info 7 0 R/Size 8>>\n%%EOF`)
}

test('of a text that is too long it is said that its end was not looked at', async () => {
  const found = async (count: number) => (await traceFile(Buffer.from('字'.repeat(count))))?.found
  expect(await found(400_000)).toEqual([])
  expect(await found(400_001)).toEqual([{ kind: 'notLookedInto', where: '前40万字以后的文字' }])
})

test('a PDF shows its author, the remarks on it and its words; one without words says so', async () => {
  const traces = await traceApart(pdfWith('Notice 2026'))
  expect(traces?.found).toEqual([
    { kind: 'comments', where: '第1页“call 13******000”' },
    { kind: 'author', where: '作者 Zhang San' },
  ])
  expect(traces?.text).toContain('Notice 2026')
  expect(traces?.text).toContain('13800138000')
  expect(await traceFile(makePdf(Buffer.alloc(0)))).toMatchObject({
    found: [{ kind: 'unreadable' }],
  })
})

test('a photograph says where it was taken, or does not', async () => {
  expect((await traceFile(photo(true)))?.found).toEqual([{ kind: 'photoPlace', where: '这张照片' }])
  expect((await traceFile(photo(false)))?.found).toEqual([])
  const whole = photo(true)
  for (let length = 0; length < whole.length; length += 1) hasPlace(whole.subarray(0, length))
})

test('what is broken is not looked into, and markup that never ends takes no longer than it is', async () => {
  expect(await traceFile(Buffer.from('PK\x03\x04 and no more'))).toBeUndefined()
  expect(await traceFile(Buffer.from('%PDF-1.7 and no more'))).toMatchObject({ found: [{ kind: 'brokenFile' }] })
  const before = process.cpuUsage()
  hiddenRuns('<w:r><w:rPr><w:vanish/>'.repeat(100_000))
  const { user } = process.cpuUsage(before)
  expect(user / 1000).toBeLessThan(2_000)
})
