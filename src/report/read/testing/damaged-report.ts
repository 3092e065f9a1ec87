import { leafRows, type ReportFormat } from '../../../law/report-format.ts'
import { checkReport } from '../../check/check-report.ts'
import { unreadOf } from '../../finding.ts'
import { type CellRef, figure } from '../../report.ts'
import { cellsOf, sheetTables } from '../../sheet.ts'
import { readReport } from '../read-report.ts'
import { chanceOf } from './chance.ts'
import { damages, headers } from './damages.ts'
import { printedPdf } from './printed-pdf.ts'
import { cleanHand, type Figures, printed, printedFormats } from './printed-report.ts'
import { type Part, prints } from './printed-tables.ts'
import { soundFigures } from './sound-figures.ts'
import { tornLayouts } from './torn-layouts.ts'

export interface DamagedReport {
  readonly what: string
  readonly format: ReportFormat
  readonly truth: Figures
  readonly bytes: Uint8Array
  readonly name: string
}

const prose: Readonly<Record<string, string>> = {
  overview:
    '主动公开。按规定发布各类信息。依申请公开。畅通受理渠道。政府信息管理。落实审核制度。平台建设。维护网站专栏。监督保障。加强培训。',
  problems: '存在的问题：更新不够及时。改进情况：已增加人手。',
  otherMatters: '本年度未收取信息处理费。',
}

const officePrint = { size: 9, labelWidth: 60, isRuled: true, align: 'center', foot: 60 } as const
const allPrints: typeof prints = {
  ...prints,
  pdf: { name: 'report.pdf', print: (parts) => printedPdf(parts, officePrint) },
  'pdf without lines': {
    name: 'report.pdf',
    print: (parts) => printedPdf(parts, { ...officePrint, isRuled: false, align: 'right' }),
  },
}

/** Layouts that drop the headers of section three: nothing but the usual order is left to read by. */
const tellsNoHeader = new Set(['OCR'])

const changesCount = new Set([
  'a figure lost with its cell',
  'a figure doubled',
  'a space inside a figure',
  'blank cells',
])

/** A report before it has a form and before anything happens to it. */
export function partsOf(format: ReportFormat, figures: Figures): Part[] {
  const sheets = sheetTables(format)
  return [
    '示例市园林局2024年政府信息公开工作年度报告',
    '根据《中华人民共和国政府信息公开条例》要求编制本报告，统计期限自2024年1月1日起至2024年12月31日止。如有疑问，请与示例市园林局联系（电话：0000-1234567）。',
    ...format.sections.flatMap(({ id, heading }): Part[] => {
      const sheet = sheets.find((table) => table.id === id)
      if (!sheet) return [heading, prose[id] ?? '']
      const rows = sheet.rows.map((row) =>
        row.map((cell) => ({
          text: printed(figures, cell, cleanHand),
          colspan: cell.colspan,
          rowspan: cell.rowspan,
          place: cell.cell,
        })),
      )
      return [heading, { sheet, rows }]
    }),
  ]
}

/** The report of a seed: its figures, its form, its damages. The same seed gives the same report. */
export async function damagedReport(seed: number): Promise<DamagedReport> {
  const chance = chanceOf(seed)
  const form = chance.oneOf(Object.keys(printedFormats))
  const format = printedFormats[form] ?? chance.oneOf(Object.values(printedFormats))
  const truth = soundFigures(format, chance, chance.oneOf([1, 3, 30, 2000]))
  const isTorn = chance.below(6) === 0
  const layout = chance.oneOf(Object.keys(isTorn ? tornLayouts : allPrints))
  const header = tellsNoHeader.has(layout) || chance.below(2) === 0 ? 'usual' : chance.oneOf(Object.keys(headers))
  const done = Array.from({ length: 1 + chance.below(2) }, () => chance.oneOf(Object.keys(damages))).filter(
    (name) =>
      !(/xlsx|pdf/.test(layout) && name.endsWith('its cell')) &&
      !(header !== 'usual' && (name.includes('header') || name === 'rows exchanged')),
  )
  // Two damages that each change how many figures a row has can cancel out: nobody can see it then.
  const counts = done.filter((name) => changesCount.has(name))
  if (counts.length > 1) done.splice(0, done.length, counts[0] ?? 'none')
  // Where the row that was written is lost beside another version of it, the file holds nothing but the other figures.
  const isReplaced = done.some(
    (name) => name === 'a row repeated with other figures' || name === 'last year before this year',
  )
  if (isReplaced && done.includes('a row lost')) done.splice(done.indexOf('a row lost'), 1)
  const parts = partsOf(headers[header]?.(format, chance) ?? format, truth)
  const damaged = done.reduce<readonly Part[]>((all, name) => damages[name]?.(all, chance) ?? all, parts)
  const torn = tornLayouts[layout]?.(chance)
  const print = torn ? { name: 'report.txt', print: inTorn(torn) } : allPrints[layout]
  if (!print) throw new RangeError(layout)
  const what = [form, header, ...done, layout].join(' · ')
  return { what, format, truth, bytes: await print.print(damaged), name: print.name }
}

const inTorn = (layout: ReturnType<(typeof tornLayouts)[string]>) => (parts: readonly Part[]) =>
  new TextEncoder().encode(
    `${parts
      .map((part) =>
        typeof part === 'string'
          ? part
          : layout(
              part.rows.map((row) => ({ cells: row.map(({ text, raised = '' }) => text + raised), merged: 0 })),
              part.sheet,
            ),
      )
      .join('\n')}\n`,
  )

/** Errors that the damaged report, taken as it stands, really has. */
const rightly = new Set(['MIXED_FORMAT', 'OUTDATED_FORMAT', 'MISSING_SECTION', 'MISSING_ROW'])

/** What is wrong with the reading: a figure that was not written, a gap without a word, an error told of the report. */
export async function faultsOf({ format, truth, bytes, name }: DamagedReport): Promise<string[]> {
  const { report, findings, readable } = await readReport(bytes, name)
  if (!readable) return []
  const faults: string[] = []
  const all = [...findings, ...checkReport(report, { unread: unreadOf(findings) })]
  const spoken = new Set(all.flatMap(({ row, rows = [] }) => [row, ...rows]))
  const isSeveral = findings.some(({ code }) => code === 'SEVERAL_REPORTS')
  const form = leafRows(format.requests.rows).map(({ id }) => id)
  const places: CellRef[] = [...cellsOf(format)]
  for (const place of places) {
    const written = figure(truth, place)
    const read = figure(report, place)
    const where = `${place.table}/${place.row}/${place.column}`
    const isSame =
      place.column === 'amountPrinted' ? String(read).startsWith(String(written)) : String(read) === String(written)
    if (read !== null && !isSame) faults.push(`${where} read ${read}, written ${written}`)
    if (
      read === null &&
      !isSeveral &&
      !spoken.has(place.row) &&
      !spoken.has(place.table) &&
      !isUnderGroup(form, spoken, place.row)
    )
      faults.push(`${where} is lost without a word`)
  }
  for (const { about, severity, code, message } of all)
    if (about === 'report' && severity === 'error' && !rightly.has(code)) faults.push(`${code}: ${message}`)
  return faults
}

const isUnderGroup = (rows: readonly string[], spoken: ReadonlySet<string | undefined>, row: string): boolean =>
  rows.includes(row) && (spoken.has(row.split('.')[0]) || [...spoken].some((one) => one?.startsWith(`${row}.`)))
