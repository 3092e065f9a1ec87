import { describe, expect, test } from 'vitest'
import { reportFormats } from '../../law/report-formats.ts'
import { typesetPdf } from '../../typesetting/typeset.ts'
import { checkReport } from '../check/check-report.ts'
import { unreadOf } from '../finding.ts'
import { type CellRef, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { readReport } from './read-report.ts'
import { chanceOf } from './testing/chance.ts'
import { partsOf } from './testing/damaged-report.ts'
import { headers } from './testing/damages.ts'
import { type PdfLook, printedPdf } from './testing/printed-pdf.ts'
import type { Figures } from './testing/printed-report.ts'
import { isTable, type Part, type PrintedCell } from './testing/printed-tables.ts'
import { soundFigures } from './testing/sound-figures.ts'

const form = reportFormats['2021']
const usual: PdfLook = { size: 9, labelWidth: 90, isRuled: true, align: 'center', foot: 60 }
const placeOf = ({ row, column }: CellRef): string => `${row}/${column}`
const figuresOf = (seed: number, most = 30): Figures => soundFigures(form, chanceOf(seed), most)

const changed = (parts: readonly Part[], change: (cell: PrintedCell) => PrintedCell): Part[] =>
  parts.map((part) => (isTable(part) ? { ...part, rows: part.rows.map((row) => row.map(change)) } : part))

async function read(
  figures: Figures,
  look: Partial<PdfLook>,
  change: (cell: PrintedCell) => PrintedCell = (cell) => cell,
  printedForm = form,
) {
  const bytes = await printedPdf(changed(partsOf(printedForm, figures), change), { ...usual, ...look })
  const { report, findings } = await readReport(bytes, 'report.pdf')
  const lost = cellsOf(form).filter((cell) => figure(report, cell) === null)
  const wrong = cellsOf(form).filter(
    (cell) => figure(report, cell) !== null && String(figure(report, cell)) !== String(figure(figures, cell)),
  )
  return { report, findings, lost, wrong }
}

describe('a printed PDF whose tables have lines', () => {
  test.for([
    ['labels wrapped over many lines', { labelWidth: 36 }],
    ['small print', { size: 6, labelWidth: 60 }],
    ['rows that go on on the next page', { size: 11, labelWidth: 40, foot: 300 }],
    ['rows that go on on the next page, elsewhere', { size: 12, labelWidth: 48, foot: 220 }],
  ] as const)('%s: every figure is read', async ([, look]) => {
    for (const seed of [1, 2, 3]) {
      const { lost, wrong, findings } = await read(figuresOf(seed, seed === 3 ? 2000 : 30), look)
      expect({ wrong: wrong.map(placeOf), lost: lost.map(placeOf) }).toEqual({ wrong: [], lost: [] })
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })

  test.for(['applicants in another order', 'remedies in another order', 'section two in another order'])(
    '%s, as the headers say: every figure is read under its own',
    async (order) => {
      for (const align of ['center', 'right'] as const) {
        const form = headers[order]?.(reportFormats['2021'], chanceOf(9)) ?? reportFormats['2021']
        const { lost, wrong } = await read(figuresOf(8), { align }, undefined, form)
        expect({ wrong: wrong.map(placeOf), lost: lost.map(placeOf) }).toEqual({ wrong: [], lost: [] })
      }
    },
  )

  test('a blank where a 0 belongs is no 0: the others are read, and the blanks are told as what may not have been read', async () => {
    const blank = (cell: PrintedCell) => (cell.place && cell.text === '0' ? { ...cell, text: '' } : cell)
    for (const seed of [4, 5]) {
      const figures = figuresOf(seed)
      const { lost, wrong, findings, report } = await read(figures, { labelWidth: 48 }, blank)
      expect(wrong).toEqual([])
      expect(lost.filter((cell) => String(figure(figures, cell)) !== '0')).toEqual([])
      const unread = unreadOf(findings)
      expect(lost.filter(({ row, table }) => !unread.has(row) && !unread.has(table))).toEqual([])
      const all = [...findings, ...checkReport(report, { unread })]
      expect(all.filter(({ about, severity }) => about === 'report' && severity === 'error')).toEqual([])
    }
  })

  test('a row that the table lacks may have been lost in reading: it is not told of the report', async () => {
    const parts = partsOf(form, figuresOf(6)).map((part) =>
      isTable(part)
        ? { ...part, rows: part.rows.filter((row) => !row.some(({ place }) => place?.row === 'compulsion')) }
        : part,
    )
    const { findings } = await readReport(await printedPdf(parts, usual), 'report.pdf')
    expect(findings.filter(({ row }) => row === 'compulsion').map(({ about }) => about)).toEqual(['reading'])
  })
})

test('digits that are struck through, white or pale count for nothing, and that is told', async () => {
  const cells = [
    '[信息内容], [本年处理决定数量]',
    '[行政许可], [#strike[12]168]',
    '[行政处罚], [#text(fill: white)[9]715]',
    '[行政强制], [23#text(fill: luma(180))[4]]',
  ]
  const bytes = await typesetPdf(
    `#set document(title: "年度报告", date: none)\n#set text(font: songti, lang: "zh")\n二、主动公开政府信息情况\n\n#table(columns: 2, ${cells.join(', ')})`,
    {},
  )
  const { report, findings } = await readReport(bytes, 'report.pdf')
  expect(Object.values(report.proactive).filter((value) => value !== null)).toEqual([])
  const [mine] = findings.filter(({ code }) => code === 'LEFT_OUT')
  expect(mine).toMatchObject({ about: 'reading', actual: 6 })
  expect(mine?.message).toContain('（12、168、9、715、23等）')
})

test('a printed PDF without lines is read right or refused, whatever the order of its columns', async () => {
  const exchanged = headers['applicants in another order']?.(form, chanceOf(9)) ?? form
  for (const [labelWidth, align, printedForm] of [
    [36, 'center', form],
    [90, 'right', form],
    [90, 'center', exchanged],
    [60, 'right', exchanged],
  ] as const) {
    const { wrong, findings, report } = await read(
      figuresOf(7),
      { isRuled: false, labelWidth, align },
      undefined,
      printedForm,
    )
    expect(wrong).toEqual([])
    const all = [...findings, ...checkReport(report, { unread: unreadOf(findings) })]
    expect(all.filter(({ about, severity }) => about === 'report' && severity === 'error')).toEqual([])
  }
})
