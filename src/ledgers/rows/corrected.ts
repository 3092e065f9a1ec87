import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { readCell } from '../../workbooks/cell.ts'
import { typedCell } from '../../workbooks/entry.ts'
import type { Column, Values } from '../../workbooks/ledger.ts'
import { decisionFields } from '../decisions/decision-fields.ts'
import { written } from '../decisions/written.ts'
import type { ChangedLine } from './correction.ts'
import type { RowLedger } from './row-ledger.ts'

/**
 * The columns that differ from the row as it stands, read as in the ledger's own form. What is wrong is named at
 * `values.<column>`. A column or rule that was broken before and is not touched stands in nobody's way.
 */
export const correctionForm = (ledger: RowLedger, before: Values, today: PlainDate) =>
  z.record(z.string(), z.string().nullable()).transform((typed, context): Values => {
    let isRight = true
    const wrong = (column: string, message: string) => {
      isRight = false
      context.addIssue({ code: 'custom', path: ['values', column], message })
    }
    const changes: Record<string, string | null> = {}
    for (const [id, text] of Object.entries(typed)) {
      const column = ledger.columns.find((each) => each.id === id)
      if (!column) {
        wrong(id, '没有这一项')
        continue
      }
      if ((text ?? '') === (before[id] ?? '')) continue
      const reading = readCell(column, typedCell(column, text), { today })
      if ('reason' in reading) wrong(id, reading.reason)
      else if (reading.value !== (before[id] ?? null)) changes[id] = reading.value
    }
    for (const id of Object.keys(changes)) {
      if (ledger.fixed.includes(id)) wrong(id, '这一项是登记的依据，不能更正；登记错了的，请撤销登记后重新导入')
      if (ledger.later.includes(id) && (before[id] ?? null) === null)
        wrong(id, '请先按原来的办法登记，登记有误的再更正')
    }
    const after = { ...before, ...changes }
    for (const rule of isRight ? ledger.rules : [])
      if (rule.broken(after) && (rule.column in changes || !rule.broken(before)))
        wrong(placeOf(rule.column, changes), rule.statement)
    return changes
  })

/** A rule speaks of the column that it stands at, where that is among what was typed; else of the first that was. */
const placeOf = (column: string, changes: Values): string =>
  column in changes ? column : (Object.keys(changes)[0] ?? column)

/** Whether a report counts what changes. */
export const isCounted = (ledger: RowLedger, changes: Values): boolean =>
  Object.keys(changes).some((id) => ledger.counted.includes(id))

/** A value as people read it. */
export function cellWords(column: Column, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return '（空）'
  if (column.kind === 'choice') return column.choices.find(({ id }) => id === value)?.label ?? value
  return column.kind === 'money' ? `${value}元` : value
}

/** What changes, line by line; of a removal everything that the row said. */
export function changedLines(
  { columns }: RowLedger,
  act: 'correct' | 'remove',
  before: Values,
  changes: Values,
): ChangedLine[] {
  const said = columns.filter(({ id }) =>
    act === 'correct' ? id in changes : (before[id] ?? null) !== null && before[id] !== '',
  )
  const lines = said.map((column) => ({
    label: column.header,
    from: cellWords(column, before[column.id]),
    to: act === 'correct' ? cellWords(column, changes[column.id]) : '',
  }))
  return [...lines, ...factLines(before, changes)]
}

/** How a field of a decision beside the columns of its ledger is called in a correction. */
export const factColumn = (field: string): string => `facts.${field}`

function factLines(before: Values, changes: Values): ChangedLine[] {
  const fields = Object.entries(decisionFields).flatMap(([kind, own]) => (kind === before.kind ? own : []))
  return fields
    .filter(({ id }) => factColumn(id) in changes)
    .map((field) => {
      const words = (value: string | null | undefined) => (value ? written(field, value) : '（空）')
      return { label: field.label, from: words(before[factColumn(field.id)]), to: words(changes[factColumn(field.id)]) }
    })
}
