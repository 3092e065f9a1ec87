import { record as audit } from '../../audit/record.ts'
import { chineseDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refuseLongSpan } from '../../lists/export-list.ts'
import type { Actor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'
import type { HandOver, LayoutSpan } from './decision.ts'
import { decisionFields, decisionKindLabel } from './decision-fields.ts'
import type { DecisionField } from './field.ts'
import type { FieldValues } from './read-field.ts'
import { writingSettings } from './settings.ts'
import { listForLayout } from './store/decisions.ts'
import { writtenForLayout } from './written.ts'

interface Workbook {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * The decisions of a span in the national layout (column codes, then labels): what is to be published and was not quashed.
 * Persons are masked here too. Refuses spans of more than five years.
 */
export async function exportLayout(tx: Tx, actor: Actor, span: LayoutSpan): Promise<Workbook> {
  const decisions = await decisionsOf(tx, actor, span)
  await audit(tx, actor, 'decision.exported', { detail: { ...span, count: decisions.length } })
  const facts = decisions.map((decision) => decision.facts)
  return writeLayout(tx, actor, span, facts, '双公示信息')
}

/**
 * The same with names and numbers of persons whole, as 信用中国 takes them over: only for the head of the work body, with the
 * reason and how many persons it concerns in the audit log. Nothing of them is kept or logged.
 */
export async function handOver(tx: Tx, actor: Actor, { reason, ...span }: HandOver): Promise<Workbook> {
  const decisions = await decisionsOf(tx, actor, span)
  const persons = decisions.filter(({ secret }) => Object.keys(secret).length > 0).length
  await audit(tx, actor, 'decision.handedOver', { detail: { ...span, count: decisions.length, persons, reason } })
  const whole = decisions.map(({ facts, secret }) => ({ ...facts, ...secret }))
  return writeLayout(tx, actor, span, whole, '双公示报送数据（含个人信息）')
}

function decisionsOf(tx: Tx, { organId }: Actor, { kind, from, to }: LayoutSpan) {
  refuseLongSpan(from, to)
  return listForLayout(tx, organId, kind, from, to)
}

async function writeLayout(
  tx: Tx,
  { organId }: Actor,
  { kind, from, to }: LayoutSpan,
  all: readonly FieldValues[],
  title: string,
): Promise<Workbook> {
  const fields = decisionFields[kind]
  const writing = {
    licenceStateWriting: await chosen(tx, organId, writingSettings.licenceStateWriting),
    licenceCategoryWriting: await chosen(tx, organId, writingSettings.licenceCategoryWriting),
  }
  const isCoded = (field: DecisionField): boolean =>
    'writing' in field && field.writing !== undefined && writing[field.writing] !== 'words'
  const rows = all.map((values) =>
    fields.map((field) => (values[field.id] ? writtenForLayout(field, values[field.id] ?? '', isCoded(field)) : '')),
  )
  const label = decisionKindLabel(kind)
  // Every cell is a typed string: a spreadsheet computes none of them, and keeps 0.500000.
  const bytes = await writeXlsx({
    sheets: [{ name: label, rows: [fields.map(({ code }) => code), fields.map((field) => field.label), ...rows] }],
  })
  return { name: `${label}${title}（${chineseDate(from)}至${chineseDate(to)}）.xlsx`, bytes }
}
