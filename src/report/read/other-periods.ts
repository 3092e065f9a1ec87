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
export const isUnderOtherYear = '所在的表格上方写着别的年份，这些数字可能不是本年的'

/** Such as 2023年, 2023年度情况, 表二 2023年度数据统计: what stands alone above a table and names a year, and no day. */
const caption = /^(?:附?表[一二三四五六七八九十\d]{0,2})?(20\d\d)年度?(?!\d)[^月日]{0,10}$/

/** Rows of a table above which, between its heading and its first row, a caption names another year than the report's. */
export function rowsUnderOtherYear({ pieces, rows }: Tables, from: number, year: number | null): RowHere[] {
  const [first] = rows.filter(({ occurrence }) => occurrence.first >= from)
  if (!first || year === null) return []
  const years = pieces
    .slice(from, first.occurrence.first)
    .flatMap(({ kind, bare }) => (kind === 'text' ? Number(caption.exec(bare)?.[1] ?? 0) || [] : []))
  const isOther = years.length > 0 && years.at(-1) !== year
  return isOther ? rows.filter(({ label }) => label.table === first.label.table) : []
}
