import {
  AlignmentType,
  Document,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { expect, test } from 'vitest'
import { readWordApart } from '../inspect/apart.ts'
import { photo, wordFile, wordParagraph, wordRun } from '../testing/word-file.ts'
import { readWord } from './read-word.ts'
import { mostParagraphs, type WordPage, type WordReading } from './word-page.ts'

const htmlOf = async (body: string, parts: Readonly<Record<string, string>> = {}) =>
  pageOf(await readWord(wordFile(body, parts))).html
const pageOf = (reading: WordReading): WordPage => {
  if ('fault' in reading) throw new Error(reading.fault)
  return reading
}

test('headings, sides, lists, merged cells and pictures of a document made by a program', async () => {
  const levels = [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT }]
  const file = await Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: 'chinese', levels }] },
      sections: [
        {
          children: [
            new Paragraph({ text: '关于普查的公告', alignment: AlignmentType.CENTER }),
            new Paragraph({ text: '总则', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: '总体要求', numbering: { reference: 'chinese', level: 0 } }),
            new Paragraph({ text: '主要任务', numbering: { reference: 'chinese', level: 0 } }),
            new Paragraph({ text: '点', bullet: { level: 0 } }),
            new Table({
              rows: [
                new TableRow({
                  children: [
                    new TableCell({ rowSpan: 2, children: [new Paragraph('甲')] }),
                    new TableCell({ children: [new Paragraph('乙')] }),
                  ],
                }),
                new TableRow({ children: [new TableCell({ children: [new Paragraph('丙')] })] }),
              ],
            }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'jpg',
                  data: photo(false),
                  transformation: { width: 10, height: 10 },
                  altText: { name: '图', title: '图', description: '普查流程图' },
                }),
                new TextRun({ text: '粗', bold: true }),
              ],
            }),
          ],
        },
      ],
    }),
  )
  const page = pageOf(await readWordApart(file))
  expect(page.html).toBe(
    '<p class="center">关于普查的公告</p><h1>总则</h1><p>一、总体要求</p><p>二、主要任务</p><ul><li>点</li></ul>' +
      '<table><tr><td rowspan="2"><p>甲</p></td><td><p>乙</p></td></tr><tr><td><p>丙</p></td></tr></table>' +
      '<p><img alt="普查流程图" src="picture:0" /><strong>粗</strong></p>',
  )
  expect(Buffer.from(page.pictures[0]?.bytes ?? [])).toEqual(photo(false))
})

test('as if every change had been accepted: insertions stay, deletions go, moved words stand at their new place', async () => {
  const html = await htmlOf(
    wordParagraph(
      wordRun('自'),
      `<w:ins w:id="1" w:author="张三">${wordRun('2026年')}</w:ins>`,
      '<w:del w:id="2" w:author="张三"><w:r><w:delText>2025年</w:delText></w:r></w:del>',
      wordRun('起施行，'),
      `<w:moveFrom w:id="3" w:author="张三">${wordRun('旧处')}</w:moveFrom>`,
      `<w:moveTo w:id="4" w:author="张三">${wordRun('新处')}</w:moveTo>`,
    ),
  )
  expect(html).toBe('<p>自2026年起施行，新处</p>')
})

test('hidden words are left out, and said', async () => {
  const body = wordParagraph(
    wordRun('公开'),
    wordRun('内部意见', '<w:vanish/>'),
    wordRun('文字', '<w:vanish w:val="0"/>'),
  )
  expect(await readWord(wordFile(body))).toMatchObject({ html: '<p>公开文字</p>', hidden: ['内部意见'] })
})

test('signs that mean something in markup stay what they are', async () => {
  const body = wordParagraph(wordRun('&lt;b&gt; &amp;amp; &quot;引号&quot; &#x4e00;'))
  expect(await htmlOf(body)).toBe('<p>&lt;b&gt; &amp;amp; "引号" 一</p>')
})

const level = (index: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="5">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%1.%4')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
const numbered = (text: string, depth: number, list = 1) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${wordRun(text)}</w:p>`

test('automatic numbers are printed as Word prints them', async () => {
  const body = [
    numbered('甲', 0),
    numbered('子', 1),
    numbered('丑', 1),
    numbered('乙', 0),
    numbered('寅', 1),
    numbered('细', 3),
    numbered('另起', 0, 2),
  ]
  const parts = {
    'word/numbering.xml': numbering,
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="n" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>',
  }
  const html = await htmlOf(body.join(''), parts)
  expect(
    html
      .replace(/<\/p>/g, ' ')
      .replace(/<[^>]+>/g, '')
      .trim(),
  ).toBe('一、甲 （一）子 （二）丑 二、乙 （一）寅 二.1 细 一、另起')
})

test('what is no Word document, or a broken one, is not read', async () => {
  expect(await readWord(Buffer.from('PK\x03\x04'))).toEqual({ fault: 'broken' })
  expect(await readWord(wordFile(''))).toMatchObject({ html: '' })
  expect(await readWordApart(wordFile('<w:p><w:r><w:t>没有结束'))).not.toBeNull()
})

test('three thousand paragraphs and two hundred tables are read whole; more paragraphs than any document has are not', async () => {
  const row = `<w:tr>${`<w:tc>${wordParagraph(wordRun('一二三四'))}</w:tc>`.repeat(4)}</w:tr>`
  const part = `${wordParagraph(wordRun('各县（区）人民政府要确保普查数据真实准确。')).repeat(15)}<w:tbl>${row.repeat(3)}</w:tbl>`
  const { html } = pageOf(await readWordApart(wordFile(part.repeat(200))))
  expect(html.match(/<table>/g)).toHaveLength(200)
  expect(html.match(/<p>/g)).toHaveLength(200 * (15 + 3 * 4))
  const long = wordFile(wordParagraph(wordRun('段')).repeat(mostParagraphs + 1))
  expect(await readWordApart(long)).toEqual({ fault: 'tooLong' })
})

test('a picture that stands everywhere is handed on only so often', async () => {
  const picture =
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="图" descr="图"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  const file = wordFile(wordParagraph(picture).repeat(3), {
    'word/media/image1.png': Buffer.concat([photo(false), Buffer.alloc(12 * 1024 * 1024)]),
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
  })
  const { html, pictures } = pageOf(await readWord(file))
  expect(pictures).toHaveLength(2)
  expect(html.match(/<img /g)).toHaveLength(3)
})
