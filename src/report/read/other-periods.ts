import type { RowHere } from './choose-rows.ts'
import { gridLine } from './requests-table.ts'
import type { Tables } from './table-rows.ts'

const period = /^(20\d\d)(?:年度?|度)$|^(?:上一?年度?|去年|上年同期|同期|累计|历年)$/

/** Why such a row is given up. */
export const isOfOtherPeriod = '的名称与数字之间写着别的年份，这些数字可能不是本年的'

/** Rows of real tables between whose label and figures a cell names another year than the report's, as where two years stand below each other. */
export const rowsOfOtherPeriods = (tables: Tables, year: number | null): RowHere[] =>
  tables.rows.filter((row) =>
    (gridLine(tables, row) ?? []).some(({ kind, bare }) => {
      const named = kind === 'text' ? period.exec(bare) : null
      return named !== null && (named[1] === undefined || Number(named[1]) !== year)
    }),
  )

/** Why such a row is given up. */
export const isInParts = '分成了几行，各行之前另有名称，不能确定哪一行是合计'

/** Rows of real tables that go on in lines of their own: words stand between label and figures, and the next line has figures and no label of the form. */
export function rowsInParts(tables: Tables): RowHere[] {
  const labelled = new Set(tables.rows.map(({ occurrence }) => tables.pieces[occurrence.last]?.line))
  return tables.rows.filter((row) => {
    const [first] = gridLine(tables, row) ?? []
    if (first?.kind !== 'text' || !/[\u4e00-\u9fff]/.test(first.bare) || labelled.has(first.line + 1)) return false
    const below = tables.pieces.filter(({ line, isGrid }) => isGrid && line === first.line + 1)
    return below.some(({ kind, bare }) => kind === 'text' && bare !== '') && below.some(({ kind }) => kind === 'figure')
  })
}
