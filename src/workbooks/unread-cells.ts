import type { Column } from './ledger.ts'
import { cellKey, columnLetter, isBlank, type MergedCells, plainLabel, type RawCell, type Table } from './table.ts'

const withoutValue = '是公式，但文件里没有保存计算结果，读不出来。请用 Excel 或 WPS 打开这个文件，按“保存”后再导入'

/** Why a cell that looks blank is not: a formula that was never worked out, or a part of merged cells. */
export function whyUnread(table: Table, row: number, column: number): string | undefined {
  if (table.unvalued?.has(cellKey(row, column))) return withoutValue
  if (!table.merged || !isBlank(table.rows[row]?.[column])) return undefined
  const first = mergedAt(table.merged, row, column)
  if (!first || isBlank(table.rows[first.startRow]?.[first.startCol])) return undefined
  const at = `${columnLetter(first.startCol)}${first.startRow + 1}`
  return `与${at}单元格合并，只有${at}有内容。请取消合并单元格，逐格填写后再导入`
}

const indexes = new WeakMap<readonly MergedCells[], ReadonlyMap<number, readonly MergedCells[]>>()

/** The merged cells that a cell is part of and not the first of; looked for by row, since there may be many. */
function mergedAt(merged: readonly MergedCells[], row: number, column: number): MergedCells | undefined {
  let byRow = indexes.get(merged)
  if (!byRow) {
    const rows = new Map<number, MergedCells[]>()
    for (const cells of merged)
      for (let each = cells.startRow; each <= Math.min(cells.endRow, cells.startRow + mostMerged); each += 1)
        (rows.get(each) ?? rows.set(each, []).get(each))?.push(cells)
    byRow = rows
    indexes.set(merged, byRow)
  }
  return byRow
    .get(row)
    ?.find(
      ({ startRow, startCol, endCol }) =>
        column >= startCol && column <= endCol && !(startRow === row && startCol === column),
    )
}

/** A merge is as long as somebody drew it; over more rows it is a mistake. */
const mostMerged = 5_000

const summary =
  /^(?:合计|总计|小计|共计|累计|填表人|填表日期|填报人|填报单位|填报日期|制表人?|制表日期|审核人?|审批人?|负责人|单位负责人|分管领导|经办人|联系人|联系电话|备注|说明|填表说明|注)(?:$|[\s:：（(，,、]|\d)/

/**
 * What a row is called that sums up or signs a table and is none of its entries, such as 合计 or 填表人. It must lack most of
 * what an entry needs: somebody may ask about 说明.
 */
export function summaryRow(columns: readonly (Column | undefined)[], cells: readonly RawCell[]): string | undefined {
  const needed = columns.flatMap((column, index) => (column?.required ? [index] : []))
  const given = needed.filter((index) => !isBlank(cells[index])).length
  if (given * 2 > needed.length || (needed.length === 1 && given === 1)) return undefined
  const first = cells.find((cell) => !isBlank(cell))
  const text = typeof first === 'string' ? first.normalize('NFKC').replace(/\s+/g, '') : ''
  const found = summary.exec(first === undefined ? '' : text)?.[0] ?? ''
  return found ? plainLabel(found).replace(/\d+$/, '') || undefined : undefined
}
