import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReportFormat } from '../../law/report-format.ts'
import { figure } from '../report.ts'
import { cellsOf, sheetTables } from '../sheet.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import type { Reading } from './reading.ts'
import { chanceOf } from './testing/chance.ts'
import { anyFigures, cleanHand, type Figures, printed, printedFormats, reportText } from './testing/printed-report.ts'
import { soundFigures } from './testing/sound-figures.ts'
import { layouts } from './testing/text-layouts.ts'

const forms = Object.entries(printedFormats).map(([format, form]) => ({ format, form }))
const figuresOf = ({ report: { proactive, requests, remedies } }: Reading): Figures => ({
  proactive,
  requests,
  remedies,
})

/** The tables of a form as a web page; `change` takes the rows of each. */
function webPage(form: ReportFormat, figures: Figures, change: (rows: string[], id: string) => string[]): Reading {
  const tables = new Map(sheetTables(form).map((table) => [table.id as string, table]))
  const parts = form.sections.map(({ id, heading }) => {
    const rows = tables.get(id)?.rows.map((row) => {
      const cells = row.map((cell) => {
        const text = printed(figures, cell, cleanHand)
        return `<td colspan="${cell.colspan}" rowspan="${cell.rowspan}">${text}</td>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    return `<p>${heading}</p>${rows ? `<table>${change(rows, id).join('')}</table>` : '<p>按规定办理各项工作。</p>'}`
  })
  return readPage(pageFromHtml(parts.join('')))
}

describe.each(forms)('a report of form $format is read as it was written', ({ format, form }) => {
  const [figures] = fc.sample(anyFigures(form), { numRuns: 1, seed: 7 })
  if (!figures) throw new Error('no figures')

  test.for(Object.keys(layouts))('in layout %s', (layout) => {
    const print = layouts[layout]
    if (!print) throw new Error(layout)
    const reading = readPage(pageFromText(reportText(form, figures, print, cleanHand)))
    expect(figuresOf(reading)).toEqual(figures)
    expect(reading.report.format).toBe(format)
    expect(reading.findings.map(({ code }) => code)).toEqual(format === 'mixed' ? ['MIXED_FORMAT'] : [])
  })
  test('as a web page', () => {
    const reading = webPage(form, figures, (rows) => rows)
    expect(figuresOf(reading)).toEqual(figures)
    expect(reading.findings.map(({ code }) => code)).toEqual(format === 'mixed' ? ['MIXED_FORMAT'] : [])
  })
  test('with a row taken out, repeated or exchanged: each figure right or not at all, and the lack is told', () => {
    const chance = chanceOf(3)
    for (let run = 0; run < 12; run += 1) {
      const truth = soundFigures(form, chance, 900)
      const [id, at, what] = [chance.oneOf(['proactive', 'requests', 'remedies']), chance.below(99), chance.below(3)]
      const { report, findings } = webPage(form, truth, (rows, table) => {
        if (table !== id) return rows
        const place = at % rows.length
        const row = rows[place] ?? ''
        if (what === 0) return rows.toSpliced(place, 1)
        return what === 1
          ? rows.toSpliced(place, 0, row)
          : rows.toSpliced(place, 1, row.replace(/>(\d+)</, '>$17<'), row)
      })
      const spoken = new Set(findings.flatMap(({ row, rows = [] }) => [row, ...rows]))
      for (const cell of cellsOf(form)) {
        const read = figure(report, cell)
        if (read === null)
          expect(
            [cell.row, cell.table].some((one) => spoken.has(one)),
            `${cell.row} ${run}`,
          ).toBe(true)
        else expect(String(read), `${cell.row} ${run}`).toBe(String(figure(truth, cell)))
      }
    }
  })
})
