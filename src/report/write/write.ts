import type { AnnualReport } from '../report.ts'
import { type ReportForm, reportForms } from './forms.ts'
import { type Letterhead, printReport, titleOf } from './printed.ts'

const encoder = new TextEncoder()

/**
 * Writes the report in one form; the figures it does not state stand as “—”. Refuses a mixed or unknown format
 * (art. 50). Without a letterhead no signature and contact lines are printed.
 */
export async function writeReport(
  report: AnnualReport,
  form: ReportForm,
  letterhead: Letterhead | null = null,
): Promise<Uint8Array> {
  const printed = printReport(report, letterhead)
  switch (form) {
    case 'html':
      return encoder.encode((await import('./html.tsx')).writeHtml(printed))
    case 'docx':
      return (await import('./docx.ts')).writeDocx(printed)
    case 'pdf':
      return (await import('./pdf.ts')).writePdf(printed)
    case 'xlsx':
      return (await import('./xlsx.ts')).writeXlsx(printed)
    case 'json':
      return encoder.encode(`${JSON.stringify(report, null, 2)}\n`)
    case 'txt':
      return encoder.encode((await import('./txt.ts')).writeTxt(printed))
  }
}

/** The name under which the report is saved: 示例市统计局2024年政府信息公开工作年度报告.docx */
export function reportFileName(report: Pick<AnnualReport, 'title' | 'organ' | 'year'>, form: ReportForm): string {
  const name = titleOf(report)
    .replace(/[\\/:*?"<>|]/g, '')
    .replace(/^\.+/, '')
  // File systems allow 255 bytes, a Chinese character takes three or four.
  return `${[...name].slice(0, 60).join('')}.${reportForms[form].ending}`
}
