import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { ReportFormat } from '../../law/report-format.ts'
import { type Figure, setFigure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { readReport } from './read-report.ts'
import { reportDocx, reportHtml, reportXlsx } from './testing/documents.ts'
import { anyFigures, cleanHand, hands, printedFormats, reportText, stated } from './testing/printed-report.ts'
import { layouts } from './testing/text-layouts.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const forms = Object.entries(printedFormats).map(([format, form]) => ({ format, form }))
const [sample] = fc.sample(anyFigures(printedFormats['2021'] as ReportFormat), { numRuns: 1, seed: 2024 })

const read = async (bytes: Uint8Array, name: string) => {
  const { report, findings, readable } = await readReport(bytes, name)
  const { proactive, requests, remedies } = report
  return { report, findings, readable, figures: { proactive, requests, remedies } }
}

/** A row whose total is blank behind the sum of its cells: it may be one that has lost a cell, and is refused as such. */
const looksSlipped = (row: Readonly<Record<string, Figure>>): boolean => {
  const { total, otherOrg, ...others } = row
  const sum = Object.values(others).reduce<number>((all, value) => all + Number(value ?? 0), 0)
  return total === null && sum > 0 && sum === Number(otherOrg ?? 0)
}

describe('documents with real tables', () => {
  test.for(forms)('a web page of form $format, blank cells staying blank', async ({ format, form }) => {
    const blanks = fc.array(fc.nat(cellsOf(form).length - 1), { maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(
        anyFigures(form),
        blanks,
        fc.constantFrom(...Object.keys(hands)),
        async (figures, empty, hand) => {
          const cells = cellsOf(form)
          for (const index of empty) {
            const cell = cells[index]
            if (cell?.table === 'requests') setFigure(figures, cell, null)
          }
          fc.pre(!Object.values(figures.requests).some(looksSlipped))
          const result = await read(encode(reportHtml(form, figures, hands[hand] ?? cleanHand)), 'report.html')
          expect(result.figures).toEqual(stated(form, figures, hand))
          expect(result.report.format).toBe(format)
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  })

  test.for(forms)('a Word document and a workbook of form $format', async ({ format, form }) => {
    for (const figures of fc.sample(anyFigures(form), { numRuns: 3, seed: 50 })) {
      const word = await read(await reportDocx(form, figures, cleanHand), 'report.docx')
      expect(word.figures).toEqual(figures)
      const workbook = await read(await reportXlsx(form, figures, cleanHand), 'report.xlsx')
      expect(workbook.figures).toEqual(figures)
      expect([word.report.format, workbook.report.format]).toEqual([format, format])
    }
  })

  test('a report that we wrote as JSON', async () => {
    const form = printedFormats['2021']
    if (!form || !sample) throw new Error('no form')
    const text = reportText(form, sample, layouts.B ?? (() => ''), cleanHand)
    const { report } = await read(encode(text), 'report.txt')
    const again = await read(encode(JSON.stringify(report)), 'report.json')
    expect(again.report).toEqual(report)
    expect(again.findings).toEqual([])
  })
})

describe('texts in any encoding', () => {
  const text =
    sample && printedFormats['2021']
      ? reportText(printedFormats['2021'], sample, layouts.A ?? (() => ''), cleanHand)
      : ''
  test.for(['utf8', 'utf-16le', 'utf-16be', 'gbk', 'gb18030'])('%s', async (encoding) => {
    const bare = await read(new Uint8Array(iconv.encode(text, encoding)), 'report.txt')
    const marked = await read(new Uint8Array(iconv.encode(text, encoding, { addBOM: true })), 'report.txt')
    expect([bare.figures, marked.figures]).toEqual([sample, sample])
  })

  test('a web page in the charset that it names', async () => {
    const html =
      '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>一、总体情况</p><p>共公开信息3条。</p>'
    const { report } = await read(new Uint8Array(iconv.encode(html, 'gbk')), 'report.htm')
    expect(report.sections).toEqual([{ id: 'overview', heading: '一、总体情况', paragraphs: ['共公开信息3条。'] }])
  })
})

describe('what is no readable report is refused with a reason', () => {
  const zip = (flags: number, size: number) => {
    const local = Buffer.alloc(30 + 13)
    local.write('PK\x03\x04', 'latin1')
    local.writeUInt16LE(13, 26)
    local.write('word/document', 30)
    const central = Buffer.alloc(46 + 13)
    central.write('PK\x01\x02', 'latin1')
    central.writeUInt16LE(flags, 8)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(13, 28)
    central.write('word/document', 46)
    const end = Buffer.alloc(22)
    end.write('PK\x05\x06', 'latin1')
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(local.length, 16)
    return new Uint8Array(Buffer.concat([local, central, end]))
  }
  test.for([
    { what: 'an empty file', bytes: new Uint8Array(), says: '空' },
    { what: 'a picture', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), says: '图片' },
    { what: 'binary garbage', bytes: new Uint8Array(5000).map((_, index) => (index * 7919) % 256), says: '不是可读的' },
    {
      what: 'an old or encrypted Office file',
      bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      says: '旧版',
    },
    { what: 'an encrypted archive', bytes: zip(1, 10), says: '密码' },
    { what: 'an archive that would expand beyond bounds', bytes: zip(0, 4_000_000_000), says: '过大' },
    { what: 'a broken PDF', bytes: encode('%PDF-1.7\nnothing'), says: '损坏' },
    { what: 'broken JSON', bytes: encode('{"organ": '), says: 'JSON' },
    { what: 'deeply nested JSON', bytes: encode('['.repeat(100_000)), says: 'JSON' },
    { what: 'another text', bytes: encode('今天天气很好，我们去公园散步。'), says: '没有找到' },
    {
      what: 'a page of open tags',
      bytes: encode(`<html>${'<table><tr><td colspan=99999 rowspan=99999>'.repeat(20_000)}`),
      says: '嵌套过深',
    },
    {
      what: 'a page of millions of open tags',
      bytes: encode(`<html>${'<table><tr><td>'.repeat(200_000)}`),
      says: '嵌套过深',
    },
  ])('$what', async ({ what, bytes, says }) => {
    const name = what.includes('JSON') ? 'x.json' : 'x.bin'
    const { readable, findings, figures } = await read(bytes, name)
    expect(readable).toBe(false)
    expect(findings.map(({ code, severity }) => ({ code, severity }))).toEqual([
      { code: 'UNREADABLE', severity: 'error' },
    ])
    expect(findings[0]?.message).toContain(says)
    expect(figures).toEqual({ proactive: {}, requests: {}, remedies: {} })
  })
})
