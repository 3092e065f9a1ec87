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
