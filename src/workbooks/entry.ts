import { z } from 'zod'
import type { PlainDate } from '../days/plain-date.ts'
import { readCell } from './cell.ts'
import type { Column, Ledger, Values } from './ledger.ts'

const longest = 4000

/** What was typed into a form, as a cell of the workbook would have it. */
export const typedCell = (column: Column, typed: string | null): string | null =>
  column.kind === 'choice' ? (column.choices.find(({ id }) => id === typed)?.label ?? typed) : typed

const cellForm = (column: Column, today: PlainDate) =>
  z
    .string()
    .max(longest, '内容过长')
    .nullish()
    .transform((typed, context) => {
      const reading = readCell(column, typedCell(column, typed ?? null), { today })
      if ('value' in reading) return reading.value
      context.addIssue(reading.reason)
      return z.NEVER
    })

/** One row of a ledger as a form: its cells and rules are those of the workbook, choices are given by id. */
export const entryForm = (ledger: Pick<Ledger, 'columns' | 'rules'>, today: PlainDate) =>
  z
    .strictObject(Object.fromEntries(ledger.columns.map((column) => [column.id, cellForm(column, today)])))
    .superRefine((values: Values, context) => {
      for (const rule of ledger.rules)
        if (rule.broken(values)) context.addIssue({ code: 'custom', path: [rule.column], message: rule.statement })
    })
