import type { Headers } from './headers.ts'
import type { Problems } from './problem.ts'
import { columnLetter, type Table } from './table.ts'

/** 万元, 千元, （万）, 美元: anything but yuan. */
const otherUnit =
  /(?:亿|[千百十]?万|[千百])元|[（(/／:：]\s*(?:亿|[千百十]?万|[千百])\s*[）)]?$|[美欧日港澳韩]元|港币|英镑/

/** Amounts are kept in yuan: of a head that names another unit each of them would be ten thousand times too small. */
export function refuseUnits(headers: Headers, { name, rows }: Table, problems: Problems): boolean {
  const { columns, row } = headers
  const above = rows.slice(0, row + 1)
  const amounts = columns.flatMap((column, index) => (column?.kind === 'money' ? [{ column, index }] : []))
  const refuse = (unit: string, where: { readonly column?: string; readonly cell?: string }) =>
    problems.add({
      sheet: name,
      row: row + 1,
      ...where,
      reason: `写明的单位是“${unit}”，台账的金额以元计。请把金额换算成元，表头改为“元”，再导入`,
    })
  const before = problems.count
  for (const { column, index } of amounts) {
    const head = above.map((cells) => String(cells[index] ?? '').replaceAll(/\s/g, '')).join('')
    const [unit] = otherUnit.exec(head) ?? []
    if (unit)
      refuse(unit.replace(/[（()）:：/／]/g, ''), { column: column.header, cell: `${columnLetter(index)}${row + 1}` })
  }
  // A line above the table that says it for all of it.
  const line = above
    .flat()
    .find((cell) => /^[（(]?(?:金额)?(?:计量)?单位[:：]/.test(String(cell ?? '').replaceAll(/\s/g, '')))
  const [unit] = otherUnit.exec(String(line ?? '').replaceAll(/\s/g, '')) ?? []
  if (unit && amounts.length > 0 && problems.count === before) refuse(unit.replace(/[（()）:：/／]/g, ''), {})
  return problems.count > before
}
