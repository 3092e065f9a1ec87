import type { Organ } from '../../organs/organ.ts'
import type { ReportOfYear } from '../../report/store/reports-of-year.ts'
import { tidyFigures } from '../../report/tidy-figures.ts'
import { csvCell, csvStart, lineEnd } from '../../workbooks/xlsx/csv.ts'

/** What a line of figures says, as other programs rely on it. */
export const figureColumns = ['organ', 'year', 'table', 'row', 'column', 'value'] as const

/**
 * Every figure that the reports of a year state, a line each; nothing of a report that is paused. Ids and numbers need no quotation
 * marks and no guard; a figure that is text as printed has both.
 */
export function figuresCsv(organs: readonly Organ[], reports: readonly ReportOfYear[], year: number): Buffer {
  const figuresOf = new Map(reports.map(({ organId, figures }) => [organId, figures]))
  const lines = organs.flatMap(({ id, slug }) => {
    const figures = figuresOf.get(id)
    if (!figures) return []
    return tidyFigures(figures).map(({ cell: { table, row, column }, value }) => {
      const written = typeof value === 'number' ? value : csvCell(value)
      return `${slug},${year},${table},${row},${column},${written}${lineEnd}`
    })
  })
  // The mark apart: with it the whole would be held in two bytes a letter.
  return Buffer.concat([csvStart, Buffer.from(`${figureColumns.join(',')}${lineEnd}${lines.join('')}`)])
}
