import { chineseDate } from '../../days/plain-date.ts'
import { isRowHeader, type PlacedCell } from './grid.ts'
import type { PrintedCell, PrintedReport, PrintedTable } from './printed.ts'

/** A bar in a sentence would read as the edge of a cell. */
const sentence = (text: string): string => text.replaceAll('|', '｜')

/** One line a row, `label | a | b |`; each row repeats the groups it stands in, so that it can be read alone. */
function lines({ grid }: PrintedTable): string[] {
  return grid.map((row, index) => {
    const shown = [...new Set<PlacedCell<PrintedCell>>(row)].filter((cell) => cell.row === index || isRowHeader(cell))
    return shown.map(({ text }) => `${text} |`).join(' ')
  })
}

/** The report as plain text in UTF-8: headings and paragraphs on lines of their own, tables flattened row by row. */
export function writeTxt(report: PrintedReport): string {
  const { letterhead } = report
  const blocks = [
    [report.title],
    ...report.sections.flatMap(({ heading, paragraphs, table }) => [
      [...(heading === null ? [] : [sentence(heading)]), ...paragraphs.map(sentence)],
      ...(table ? [lines(table)] : []),
    ]),
    ...(letterhead?.publishedOn ? [[letterhead.organ, chineseDate(letterhead.publishedOn)].map(sentence)] : []),
    ...(letterhead?.contact.length ? [letterhead.contact.map(sentence)] : []),
  ]
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`
}
