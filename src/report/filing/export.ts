import { record as audit } from '../../audit/record.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { type ExportedList, exportList, type LineColumn } from '../../lists/export-list.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { cellName } from '../cell-name.ts'
import { declaredFormat } from '../declared-format.ts'
import { letterheadOf } from '../forms.ts'
import { type AnnualReport, cellId, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { reportForms } from '../write/forms.ts'
import { reportFileName, writeReport } from '../write/write.ts'
import { collect, titleOfSum } from './collected.ts'
import * as accepted from './store/accepted.ts'

export const sumForms = ['docx', 'pdf', 'xlsx'] as const
export type SumForm = (typeof sumForms)[number]

/**
 * The accepted reports of a year added up, as a document, written outside of any transaction. Refuses where nothing was accepted or
 * the forms do not add up.
 */
export async function exportSum(db: Database, actor: Actor, year: number, form: SumForm): Promise<ExportedList> {
  const { office, collected } = await lookInOrgan(db, actor.organId, async (tx) => {
    const found = await organs.get(tx, actor.organId)
    return { office: found, collected: await collect(tx, found, year) }
  })
  const { sum, accepted, expected } = collected
  if (!sum || accepted === 0) throw refusals.nothingAccepted(year)
  if (sum.format === 'mixed') throw refusals.formsDiffer()
  const report: AnnualReport = { ...sum, sections: [coverage(office.name, year, accepted, expected)] }
  const bytes = await writeReport(report, form, letterheadOf(office, null))
  const detail = { year, form, count: accepted }
  await inOrgan(db, actor.organId, (tx) => audit(tx, actor, 'filing.exported', { subject: `${year}`, detail }))
  return { name: reportFileName(report, form), contentType: reportForms[form].contentType, bytes }
}

/** Of whom the sum speaks, and of whom it does not. */
const coverage = (
  office: string,
  year: number,
  accepted: number,
  expected: number,
): AnnualReport['sections'][number] => ({
  id: 'intro',
  heading: '',
  paragraphs: [
    `本表汇总向${office}报送并审核通过的${accepted}个机关的${year}年政府信息公开工作年度报告；应报送${expected}个机关${
      accepted < expected ? `，尚有${expected - accepted}个没有计入` : ''
    }。报告没有载明的数字没有计入。`,
  ],
})

/** Every accepted report of a year with each of its figures, one organ a line. */
export async function exportParts(tx: Tx, actor: Actor, year: number): Promise<ExportedList> {
  const office = await organs.get(tx, actor.organId)
  const lines = await accepted.listAccepted(tx, office.id, year)
  if (lines.length === 0) throw refusals.nothingAccepted(year)
  const columns: readonly LineColumn<accepted.AcceptedFiling>[] = [
    { label: '机关', of: ({ name }) => name },
    ...cellsIn(lines).map(({ format, cell }) => ({
      label: cellName(format, cell).replaceAll(/[“”]/g, ''),
      of: ({ figures }: accepted.AcceptedFiling) => figure(figures, cell),
    })),
  ]
  const title = `${titleOfSum(office, year)}（分机关）`
  const list = { action: 'filing.exported', ledger: title, title, sheet: '分机关', unit: '个机关', columns }
  return exportList(tx, actor, list, { q: '', as: 'xlsx' }, async () => ({ items: lines, total: lines.length }))
}

/** The cells of every form that one of the reports follows, each once. */
function cellsIn(lines: readonly accepted.AcceptedFiling[]) {
  const formats = [...new Set([reportFormat2021, ...lines.map(({ figures }) => declaredFormat(figures))])]
  const cells = formats.flatMap((format) => cellsOf(format).map((cell) => ({ format, cell })))
  return [...new Map(cells.map((each) => [`${each.cell.table}/${cellId(each.cell)}`, each])).values()]
}
