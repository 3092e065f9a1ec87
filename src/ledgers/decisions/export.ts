import { writeXlsx } from 'hucre/xlsx'
import { record as audit } from '../../audit/record.ts'
import { chineseDate, daysBetween, type PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { decisionFields, decisionKindLabel } from './decision-fields.ts'
import { listForLayout } from './store.ts'
import { writtenForLayout } from './written.ts'

const longestSpan = 5 * 366

/**
 * The decisions of a span in the national layout (column codes, then labels): what is to be published and was not quashed.
 * Persons are masked here too. Refuses spans of more than five years.
 */
export async function exportLayout(
  tx: Tx,
  actor: Actor,
  { kind, from, to }: { readonly kind: 'licensing' | 'penalty'; readonly from: PlainDate; readonly to: PlainDate },
): Promise<{ name: string; bytes: Uint8Array }> {
  if (to < from || daysBetween(from, to) > longestSpan) throw refusals.spanTooLong()
  const fields = decisionFields[kind]
  const decisions = await listForLayout(tx, actor.organId, kind, from, to)
  const rows = decisions.map(({ facts }) =>
    fields.map((field) => (facts[field.id] ? writtenForLayout(field, facts[field.id] ?? '') : '')),
  )
  await audit(tx, actor, 'decision.exported', { detail: { kind, from, to, count: rows.length } })
  const label = decisionKindLabel(kind)
  // Every cell is a typed string: a spreadsheet computes none of them, and keeps 0.500000.
  const bytes = await writeXlsx({
    sheets: [{ name: label, rows: [fields.map(({ code }) => code), fields.map((field) => field.label), ...rows] }],
  })
  return { name: `${label}双公示信息（${chineseDate(from)}至${chineseDate(to)}）.xlsx`, bytes }
}
