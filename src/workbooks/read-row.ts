import { type PlainDate, plainDate } from '../days/plain-date.ts'
import { chineseNumber } from '../law/article-words.ts'
import { readCell, writeCell } from './cell.ts'
import { type Headers, markHeader } from './headers.ts'
import type { Ledger, Values } from './ledger.ts'
import type { Problems, UnknownWord } from './problem.ts'
import { columnLetter, plainLabel, type RawCell, type Table } from './table.ts'
import { whyUnread } from './unread-cells.ts'

const isMarked = (headers: Headers, cells: readonly RawCell[]): boolean =>
  plainLabel(String(cells[headers.mark] ?? '')).startsWith('示例')

const farOff = plainDate('9999-12-31')

/** The example row as we filled it in; somebody's real data under the same mark is not it. */
export function isExample(headers: Headers, cells: readonly RawCell[]): boolean {
  if (!isMarked(headers, cells)) return false
  return headers.columns.every((column, index) => {
    if (!column) return true
    const [read, example] = [cells[index] ?? null, writeCell(column, column.example ?? null)].map((cell) =>
      readCell({ ...column, required: false }, cell, { today: farOff }),
    )
    return JSON.stringify(read) === JSON.stringify(example)
  })
}

export interface Sheet {
  readonly ledger: Ledger
  readonly headers: Headers
  readonly table: Table
  readonly today: PlainDate
}

/** The row's values; what cannot be read is null and a problem, what contradicts itself is a problem. */
export function readRow({ ledger, headers, table, today }: Sheet, index: number, problems: Problems): Values {
  const cells = table.rows[index] ?? []
  const row = index + 1
  const report = (column: string, place: number, reason: string, unknown?: UnknownWord) =>
    problems.add({
      sheet: table.name,
      row,
      column,
      ...(place >= 0 && { cell: `${columnLetter(place)}${row}` }),
      ...(unknown && { unknown }),
      reason,
    })

  if (isMarked(headers, cells))
    report(markHeader, headers.mark, '标为“示例”但内容已改动；如是真实数据，请把“示例”改为序号，否则请删除这一行')
  const values: Record<string, string | null> = Object.fromEntries(ledger.columns.map(({ id }) => [id, null]))
  let isReadable = true
  headers.columns.forEach((column, place) => {
    if (!column) return
    const unread = whyUnread(table, index, place)
    if (unread) {
      isReadable = false
      report(column.header, place, unread)
      return
    }
    const reading = readCell(column, cells[place] ?? null, { today, date1904: table.date1904 })
    if ('value' in reading) values[column.id] = reading.value
    else {
      isReadable = false
      const written = String(cells[place] ?? '').trim()
      report(
        column.header,
        place,
        reading.reason,
        reading.near && { ledger: ledger.id, column: column.id, written, near: reading.near },
      )
    }
  })
  // A rule that looks at an unreadable cell would report its absence as a second error.
  for (const rule of isReadable ? ledger.rules : []) {
    if (!rule.broken(values)) continue
    const reason = rule.article ? `${rule.statement}（条例第${chineseNumber(rule.article)}条）` : rule.statement
    const place = headers.columns.findIndex((column) => column?.id === rule.column)
    report(ledger.columns.find(({ id }) => id === rule.column)?.header ?? rule.column, place, reason)
  }
  return values
}
