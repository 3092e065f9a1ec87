import { chineseDate } from '../../days/plain-date.ts'
import { typesetPdf } from '../../typesetting/typeset.ts'
import { bandsOf, isColumnHeader, labelColumns } from './grid.ts'
import { ledParagraph } from './plain-text.ts'
import type { PrintedReport, PrintedTable } from './printed.ts'
import source from './report.typ?raw'

function sheet({ width, grid }: PrintedTable) {
  const bands = bandsOf(grid).map(({ head, rows }) => ({
    head,
    rows: rows.map((row) =>
      row.map((cell) => ({
        text: cell.text,
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        label: cell.scope !== null,
        centred: isColumnHeader(cell) || cell.scope === 'rowgroup',
        // A group that fits on a page stays on one; the group of all results cannot.
        breakable: cell.rowspan > longestUnbroken,
      })),
    ),
  }))
  const figures = grid.flat().filter(({ scope }) => scope === null)
  return {
    columns: width,
    labels: labelColumns(grid),
    equal: figures.every(({ colspan }) => colspan > 1),
    longest: Math.max(1, ...figures.map(({ text }) => text.length)),
    bands,
  }
}

const longestUnbroken = 10

/** The report as a tagged A4 PDF in the type area of GB/T 9704-2012. */
export function writePdf(report: PrintedReport): Promise<Uint8Array> {
  const { title, organ, letterhead } = report
  return typesetPdf(source, {
    title,
    author: organ,
    description: title,
    date: letterhead?.publishedOn?.split('-').map(Number) ?? null,
    sections: report.sections.map(({ heading, paragraphs, table }) => ({
      heading,
      paragraphs: paragraphs.map(ledParagraph),
      table: table && sheet(table),
    })),
    signature: letterhead?.publishedOn ? { organ: letterhead.organ, day: chineseDate(letterhead.publishedOn) } : null,
    contact: letterhead?.contact ?? [],
  })
}
