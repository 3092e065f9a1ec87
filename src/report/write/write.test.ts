import { parseDocument } from 'htmlparser2'
import { convertToHtml } from 'mammoth'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { Refusal } from '../../refusal.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { figure } from '../report.ts'
import { cellsOf, sheetTables } from '../sheet.ts'
import { aReport } from '../testing/a-report.ts'
import { type ReportForm, reportForms } from './forms.ts'
import { gridOf, headersOf } from './grid.ts'
import { figureText, printReport } from './printed.ts'
import { reportFileName, writeReport } from './write.ts'

const formats = ['2021', '2019'] as const
const text = async (...args: Parameters<typeof writeReport>) => new TextDecoder().decode(await writeReport(...args))
const letterhead = { organ: '示例市统计局', contact: ['联系电话：0000-1234567'], publishedOn: plainDate('2025-01-20') }

/** Longer and stranger than any organ writes; nothing of it may act as markup. */
const strange = `<script>alert(1)</script> & "x" $a^2$ #panic("x") \\u{41} [b] *c* \`d\` ${'很长的句子，'.repeat(2000)}𠮷野\u0000\u0007\ud800|`
const strangeReport = () =>
  aReport({ sections: [{ id: 'overview', heading: '一、总体情况 <b>#x', paragraphs: [strange, '𠮷野家 & Co'] }] })

const labelsOf = (format: (typeof formats)[number]) => [
  ...new Set(sheetTables(reportFormats[format]).flatMap(({ rows }) => rows.flat().flatMap(({ label }) => label ?? []))),
]
const squeezed = (value: string) => value.replace(/\s/g, '')

describe.each(formats)('the form of %s', (format) => {
  const tables = sheetTables(reportFormats[format])

  test('every table tiles its grid, and every figure stands under a row or column header', () => {
    for (const table of tables) {
      const grid = gridOf(table)
      expect(grid).toHaveLength(table.rows.length)
      for (const cell of grid.flat().filter(({ scope }) => scope === null)) {
        const headers = headersOf(grid, cell)
        expect(headers.some(({ scope }) => scope === 'col')).toBe(true)
        if (table.id !== 'remedies') expect(headers.some(({ scope }) => scope === 'row')).toBe(true)
      }
    }
  })

  test('the page names the headers of each figure, and shows each figure once and in order', async () => {
    const report = aReport({ format })
    const html = await text(report, 'html')
    const ids = new Set([...html.matchAll(/<th id="([^"]+)"/g)].map(([, id]) => id))
    const figures = [...html.matchAll(/<td headers="([^"]+)"[^>]*>([^<]*)<\/td>/g)]
    expect(figures.map(([, , value]) => value)).toEqual(
      tables.flatMap(({ rows }) =>
        rows.flat().flatMap(({ cell, kind }) => (cell ? figureText(figure(report, cell), kind) : [])),
      ),
    )
    for (const [, headers = ''] of figures) {
      for (const id of headers.split(' ')) expect(ids).toContain(id)
    }
    expect(html).not.toContain(' style="')
    expect(html).toMatch(/<style>[^<]*\.statutory-table/)
    expect(html.match(/<caption/g)).toHaveLength(3)
  })

  test('Word shows the same figures, with merged cells and repeated heads', async () => {
    const report = aReport({ format })
    const { value } = await convertToHtml({ buffer: Buffer.from(await writeReport(report, 'docx')) })
    const spans = (html: string) =>
      (html.match(/(?:col|row)span="(\d+)"/gi) ?? []).map((each) => each.toLowerCase()).sort()
    expect(spans(value)).toEqual(spans(await text(report, 'html')))
    const shown = [...value.matchAll(/<t[dh][^>]*>(?:<p>)?([+\d—]+)(?:<\/p>)?<\/t[dh]>/g)].map(
      ([, figureShown]) => figureShown,
    )
    expect(shown.map(Number)).toEqual(cellsOf(reportFormats[format]).map((cell) => figure(report, cell)))
    expect(value).toContain('<h1>二、主动公开政府信息情况</h1>')
  })

  test('Excel keeps the figures as numbers', async () => {
    const report = aReport({ format })
    const { sheets } = await readXlsx(await writeReport(report, 'xlsx'))
    expect(sheets.map(({ name }) => name)).toEqual(['总体情况', '主动公开', '申请办理', '复议诉讼', '问题与其他事项'])
    const numbers = sheets.slice(1).flatMap(({ rows }) => rows.flat().filter((value) => typeof value === 'number'))
    expect(numbers).toEqual(cellsOf(reportFormats[format]).map((cell) => figure(report, cell)))
  })

  test('the PDF is tagged, titled and Chinese, and its text holds every label', async () => {
    const pdf = await writeReport(aReport({ format }), 'pdf', letterhead)
    const document = await getDocumentProxy(pdf.slice())
    const { markInfo, info, lang } = {
      markInfo: await document.getMarkInfo(),
      info: (await getMeta(document)).info,
      lang: ((await document.getMetadata()).info as { Language?: string }).Language,
    }
    expect(markInfo?.Marked).toBe(true)
    expect(info.Title).toContain('政府信息公开工作年度报告')
    expect(info.Author).toBe('示例市统计局')
    expect(lang).toBe('zh-CN')
    const { text: shown } = await extractText(document, { mergePages: true })
    for (const label of labelsOf(format)) expect(squeezed(shown)).toContain(squeezed(label))
  })

  test('plain text gives each row one line with its groups', async () => {
    const lines = (await text(aReport({ format, value: () => 0 }), 'txt')).split('\n')
    expect(lines).toContain('三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |')
    expect(lines).toContain('规章 | 0 | 0 | 0 |')
  })
})

test('equal reports give equal bytes of PDF, Excel, page and text', async () => {
  for (const form of ['pdf', 'xlsx', 'html', 'txt', 'json'] as const) {
    expect(await writeReport(aReport(), form, letterhead)).toEqual(await writeReport(aReport(), form, letterhead))
  }
})

test('a figure that the report does not state is a dash, never 0', async () => {
  const report = aReport({ value: () => null })
  expect(await text(report, 'txt')).toContain('规章 | — | — | — |')
  expect(await text(report, 'html')).toContain('aria-label="未载明">—</span>')
  const { sheets } = await readXlsx(await writeReport(report, 'xlsx'))
  expect(
    sheets
      .slice(1)
      .flatMap(({ rows }) => rows.flat())
      .filter((value) => typeof value === 'number'),
  ).toEqual([])
  expect(sheets[1]?.rows[3]?.[3]).toBe('—')
})

test('an amount keeps its decimals, a change its sign', async () => {
  const report = aReport()
  report.proactive['administrativeFees.amountWan'] = '103.3870'
  expect(await text(report, 'txt')).toContain('行政事业性收费 | 103.3870 |')
  const { sheets } = await readXlsx(await writeReport(report, 'xlsx'))
  expect(sheets[1]?.rows.at(-1)).toContain(103.387)
  expect(figureText(4, 'delta')).toBe('+4')
  expect(figureText(-3, 'delta')).toBe('-3')
  expect(figureText(0, 'delta')).toBe('0')
})

test.each(Object.keys(reportForms) as ReportForm[])('no text acts as markup in %s', async (form) => {
  const bytes = await writeReport(strangeReport(), form)
  expect(bytes.length).toBeGreaterThan(1000)
  if (form === 'html') {
    const html = new TextDecoder().decode(bytes)
    expect(html).not.toContain('<script')
    expect(JSON.stringify(parseDocument(html), ['children', 'data'])).toContain('<script>alert(1)</script> & ')
  }
  if (form === 'docx') {
    const { value } = await convertToHtml({ buffer: Buffer.from(bytes) })
    expect(value).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; ')
    expect(value).toContain('𠮷野家 &amp; Co')
  }
  if (form === 'xlsx') {
    const { sheets } = await readXlsx(bytes)
    expect(sheets[0]?.rows.flat()).toContain('𠮷野家 & Co')
  }
  if (form === 'pdf') {
    const { text: shown } = await extractText(bytes, { mergePages: true })
    expect(squeezed(shown)).toContain(squeezed('$a^2$ #panic("x") \\u{41} [b] *c* `d`'))
    expect(squeezed(shown)).toContain('𠮷野家&Co')
  }
  if (form === 'txt') expect(new TextDecoder().decode(bytes)).toContain('𠮷野�｜\n')
})

test('a report of mixed or unknown format is refused', async () => {
  for (const format of ['mixed', null] as const) {
    await expect(writeReport({ ...aReport(), format }, 'txt')).rejects.toBeInstanceOf(Refusal)
  }
})

test('files are named after the report, without characters that file systems refuse', () => {
  expect(reportFileName(aReport(), 'docx')).toBe('示例市统计局2024年政府信息公开工作年度报告.docx')
  expect(reportFileName({ title: '../a\\b:"c"\n', organ: null, year: null }, 'pdf')).toBe('abc.pdf')
})

test('a section that the report lacks is not made up, but the tables stand', () => {
  const { sections } = printReport(aReport({ sections: [] }))
  expect(sections.map(({ id }) => id)).toEqual(['proactive', 'requests', 'remedies'])
})
