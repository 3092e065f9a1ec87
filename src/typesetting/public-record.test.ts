import { convertToHtml } from 'mammoth'
import { extractText, extractTextItems, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { readZip } from '../files/zip/read-zip.ts'
import type { PrintedBlock, PrintedRecord, PrintedRun } from './public-record.ts'
import { publicRecordDocx } from './public-record-docx.ts'
import { publicRecordPdf } from './public-record-pdf.ts'

const run = (text: string, facts: object = {}) => ({
  text,
  bold: false,
  italic: false,
  underline: false,
  struck: false,
  side: 'line' as const,
  href: '',
  ...facts,
})
const paragraphOf = (...runs: PrintedRun[]) =>
  ({ kind: 'paragraph', align: 'left', indented: true, runs }) satisfies PrintedBlock
const paragraph = (text: string): PrintedBlock => paragraphOf(run(text))
const cell = (text: string, facts: object = {}) => ({
  isHeader: false,
  colspan: 1,
  rowspan: 1,
  blocks: [paragraph(text)],
  ...facts,
})
const aRecord = (...blocks: PrintedBlock[]): PrintedRecord => ({
  title: '关于统计调查的通知',
  organ: '示例市统计局',
  day: [2026, 11, 24],
  head: [{ name: '发文字号', value: '示统发〔2026〕8号' }],
  notes: ['本文件自2026年12月1日起施行。'],
  blocks: [paragraph('现印发给你们。'), ...blocks],
  attachments: ['申报表.docx', '名单.xlsx'],
  url: 'https://www.shili.example/tjj/records/2026-00001',
})
const pdfText = async (record: PrintedRecord) =>
  (await extractText(await publicRecordPdf(record), { mergePages: true })).text.replace(/\s/g, '')
const wordHtml = async (record: PrintedRecord) =>
  (await convertToHtml({ buffer: Buffer.from(await publicRecordDocx(record)) })).value

const table: PrintedBlock = {
  kind: 'table',
  columns: 2,
  rows: [
    [cell('指标', { isHeader: true }), cell('周期', { isHeader: true })],
    [cell('能源', { rowspan: 2 }), cell('月报')],
    [cell('季报')],
    [cell('合计两项', { colspan: 2 })],
  ],
}

describe('a published record on paper', () => {
  test('is a tagged PDF/UA with title, author and language, the same bytes each time', async () => {
    const pdf = await publicRecordPdf(aRecord(table))
    expect(Buffer.from(pdf).includes('pdfuaid')).toBe(true)
    const { info } = await getMeta(await getDocumentProxy(pdf.slice()))
    expect(info).toMatchObject({ Title: '关于统计调查的通知', Author: '示例市统计局', Language: 'zh-CN' })
    expect(await publicRecordPdf(aRecord(table))).toEqual(pdf)
  })

  test('a note leads to its paragraph and back in both forms', async () => {
    const record = aRecord(
      paragraphOf(run('数'), run('[1]', { side: 'superscript', to: 'note-1', place: 'note-call-1' })),
      { ...paragraphOf(run('[1]', { to: 'note-call-1' }), run(' 快报数。')), place: 'note-1' },
    )
    const html = await wordHtml(record)
    expect(html).toMatch(/<a id="note-call-1"><\/a><a href="#note-1"><sup>\[1\]<\/sup><\/a>/)
    expect(html).toMatch(/<a id="note-1"><\/a><a href="#note-call-1">\[1\]<\/a> 快报数。/)
    const pdf = await getDocumentProxy((await publicRecordPdf(record)).slice())
    const links = (await (await pdf.getPage(1)).getAnnotations()).filter(({ subtype }) => subtype === 'Link')
    expect(links.map(({ dest, url }) => (dest ? 'within' : url))).toEqual(['within', 'within', record.url])
  })

  test('columns are as wide as they were drawn, in both forms', async () => {
    const drawn = aRecord({ ...table, shares: [20, 80] })
    const { items } = await extractTextItems(await getDocumentProxy((await publicRecordPdf(drawn)).slice()))
    const at = (words: string) => items.flat().find(({ str }) => str.replace(/\s/g, '') === words)?.x ?? 0
    // A fifth of 156 mm, in points.
    expect(at('周期') - at('指标')).toBeCloseTo((156 / 25.4) * 72 * 0.2, 0)
    const files = await readZip(await publicRecordDocx(drawn))
    const document = typeof files === 'string' ? undefined : files.find(({ name }) => name === 'word/document.xml')
    expect(document?.read().toString()).toContain('<w:gridCol w:w="1769"/><w:gridCol w:w="7076"/>')
  })

  test('raised, lowered and struck words stay so in both forms', async () => {
    const record = aRecord({
      kind: 'paragraph',
      align: 'left',
      indented: true,
      runs: [
        run('10'),
        run('8', { side: 'superscript' }),
        run('CO'),
        run('2', { side: 'subscript' }),
        run('旧规定', { struck: true }),
      ],
    })
    expect(await wordHtml(record)).toContain('10<sup>8</sup>CO<sub>2</sub><s>旧规定</s>')
    const { items } = await extractTextItems(await getDocumentProxy((await publicRecordPdf(record)).slice()))
    const sizeOf = (words: string) => items.flat().find(({ str }) => str.includes(words))?.fontSize ?? 0
    expect(sizeOf('8')).toBeLessThan(sizeOf('CO'))
  })

  test('has head, notes, text, tables, lists, attachments and address in both forms', async () => {
    const list: PrintedBlock = {
      kind: 'list',
      ordered: true,
      items: [[paragraph('统一申报')], [paragraph('逐项审批')]],
    }
    const link: PrintedBlock = {
      kind: 'paragraph',
      align: 'left',
      indented: true,
      runs: [run('见统计法', { href: 'https://www.gov.cn/tjf', bold: true }), run('\n'), run('下一行')],
    }
    const record = aRecord({ kind: 'heading', level: 2, runs: [run('一、总体要求')] }, table, list, link)
    const pdf = await pdfText(record)
    const word = await wordHtml(record)
    for (const words of [
      '示统发〔2026〕8号',
      '起施行。',
      '一、总体要求',
      '合计两项',
      '统一申报',
      '见统计法',
      '名单.xlsx',
      'records/2026-00001',
    ]) {
      expect(pdf).toContain(words)
      expect(word.replace(/<[^>]+>/g, '')).toContain(words)
    }
    expect(word).toContain('rowspan="2"')
    expect(word).toContain('href="https://www.gov.cn/tjf"')
    expect(word).toContain('<ol>')
  })

  test('what is no picture is named by its words, and nothing else is lost', async () => {
    const broken = { format: 'png', width: 10, height: 10, bytes: new Uint8Array([1, 2, 3]) } as const
    const pdf = await pdfText(aRecord({ kind: 'picture', alt: '调查流程示意图', picture: broken }, table))
    expect(pdf).toContain('（图片：调查流程示意图）')
    expect(pdf).toContain('合计两项')
  })

  test('text is text and never markup, whatever it is', async () => {
    const strange = '#panic("x") $a^2$ *b* _c_ @d <e> `f` \\u{41} [g] //h & 阿卜杜拉·买买提 𠮷野'
    const record = { ...aRecord(paragraph(strange)), title: strange, notes: [strange], attachments: [strange] }
    expect((await pdfText(record)).split(strange.replace(/\s/g, '')).length - 1).toBeGreaterThanOrEqual(4)
    expect(await wordHtml({ ...record, title: '\u0000\u0008断\ud800裂' })).toContain('断')
  })
})
