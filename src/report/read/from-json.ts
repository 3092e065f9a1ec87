import { z } from 'zod'
import { leafColumns, leafRows } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { AnnualReport, setFigure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { type Draft, newDraft, rowKey } from './draft.ts'
import { printedAsNone } from './given-up.ts'
import { findMissing } from './missing.ts'
import { isPrintedNone, readFigure } from './printed-figure.ts'
import { type Reading, unreadable } from './reading.ts'
import { whichFormat } from './which-format.ts'

const Cells = z.record(z.string(), z.unknown())
const Given = z.object({
  title: z.string().nullish(),
  organ: z.string().nullish(),
  year: z.number().int().nullish(),
  format: z.string().nullish(),
  formatVersion: z.string().nullish(),
  proactive: Cells.optional(),
  requests: z.record(z.string(), Cells).optional(),
  remedies: z.record(z.string(), Cells).optional(),
  sections: AnnualReport.shape.sections.catch([]).optional(),
})

const known = new Map<string, unknown>(
  Object.values(reportFormats).flatMap((format) =>
    cellsOf(format).map((cell) => [`${cell.table}/${cell.row}/${cell.column}`, { cell, format: format.id }] as const),
  ),
)
const kinds = new Map(
  Object.values(reportFormats).flatMap(({ proactive }) =>
    proactive.flatMap(({ rows, columns }) =>
      rows.flatMap(({ id }) => columns.map((column) => [`${id}.${column.id}`, column.kind] as const)),
    ),
  ),
)
const otherRows = leafRows(reportFormats['2021'].requests.rows).map(({ id }) => id)
const requestColumns = leafColumns(reportFormats['2021'].requests.columns).map(({ id }) => id)

/** Reads a report given as JSON: our own, the object that `report check --json` prints, or one with `formatVersion`. */
export function readJson(text: string): Reading {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return unreadable('文件不是完整的JSON，无法读取，请重新导出')
  }
  const given = Given.safeParse(Array.isArray(value) ? value[0] : value)
  if (!given.success || (!given.data.proactive && !given.data.requests && !given.data.remedies)) {
    return unreadable('这份JSON里没有年度报告的表格数据，请提供由本系统导出的年度报告')
  }
  const draft = newDraft()
  enterAll(draft, given.data)
  for (const table of ['proactive', 'requests', 'remedies'] as const) draft.whole.add(table)
  const { format, findings } = whichFormat(draft)
  const organ = given.data.organ?.replace(/[（(].*$/, '').trim() || null
  const report: AnnualReport = {
    title: given.data.title ?? null,
    organ,
    year: given.data.year ?? null,
    format: format ?? statedFormat(given.data.format ?? given.data.formatVersion),
    ...draft.figures,
    sections: given.data.sections ?? [],
  }
  const headings =
    report.sections.length > 0
      ? new Map(report.sections.flatMap(({ id }, index) => (id === 'intro' ? [] : [[id, index] as const])))
      : null
  return {
    report,
    findings: [
      ...findings,
      ...draft.findings,
      ...printedAsNone(draft),
      ...findMissing(draft, report.format, headings, () => false),
    ],
    readable: true,
  }
}

const statedFormat = (text: string | null | undefined): AnnualReport['format'] =>
  text === '2021' || text === '2019' || text === 'mixed' ? text : null

function enterAll(draft: Draft, { proactive = {}, requests = {}, remedies = {} }: z.infer<typeof Given>): void {
  const formats = new Map<string, Set<'2019' | '2021'>>()
  for (const [key, value] of Object.entries(proactive)) {
    const dot = key.indexOf('.')
    const row = key.slice(0, dot)
    enter(draft, 'proactive', row, key.slice(dot + 1), value)
    const owners = Object.values(reportFormats).filter((format) =>
      cellsOf(format).some((cell) => `${cell.row}.${cell.column}` === key),
    )
    formats.set(key, new Set(owners.map(({ id }) => id)))
  }
  for (const owners of formats.values()) if (owners.size === 1) for (const id of owners) draft.signs.add(id)
  for (const [row, cells] of Object.entries(requests)) {
    for (const [column, value] of Object.entries(cells)) enter(draft, 'requests', row, column, value)
  }
  for (const [row, cells] of Object.entries(remedies)) {
    for (const [column, value] of Object.entries(cells)) enter(draft, 'remedies', row, column, value)
  }
}

function enter(
  draft: Draft,
  table: 'proactive' | 'requests' | 'remedies',
  row: string,
  column: string,
  value: unknown,
): void {
  const name = `${table}/${row}/${column}`.slice(0, 120)
  const isKnown =
    known.has(name) ||
    (table === 'requests' && row === 'other' && requestColumns.includes(column) && otherRows.length > 0)
  if (!isKnown) {
    draft.findings.push({
      code: 'EXTRA_ROW',
      severity: 'note',
      about: 'report',
      row: row.slice(0, 60),
      column: column.slice(0, 60),
      message: `“${name}”不在统一格式之内，未计入`,
    })
    return
  }
  draft.seen.add(rowKey(table, row))
  const kind = table === 'proactive' ? kinds.get(`${row}.${column}`) : undefined
  if (value === null || value === undefined) {
    setFigure(draft.figures, { table, row, column }, null)
    return
  }
  draft.spoken.add(rowKey(table, row))
  const isPlain = typeof value === 'number' || typeof value === 'string'
  const isNone = typeof value === 'string' && isPrintedNone(value)
  if (isNone) draft.nones.push({ table, row, count: 1 })
  const read = isPlain && !isNone ? readFigure(String(value), kind) : undefined
  setFigure(draft.figures, { table, row, column }, read ?? null)
  if (read === undefined && !isNone) {
    const actual = String(JSON.stringify(value) ?? '').slice(0, 40)
    draft.findings.push({
      code: 'NOT_A_NUMBER',
      severity: 'error',
      about: 'report',
      row,
      column,
      actual,
      message: `“${name}”的内容“${actual}”不是数字，请改填数字`,
    })
  }
}
