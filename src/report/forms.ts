import type { PlainDate } from '../days/plain-date.ts'
import type { Organ } from '../organs/organ.ts'
import type { AnnualReport } from './report.ts'
import { FileForm } from './store/published.ts'
import type { Letterhead } from './write/printed.ts'
import { writeReport } from './write/write.ts'

/** Every form of a report as files. */
export async function writeForms(report: AnnualReport, letterhead: Letterhead): Promise<Map<FileForm, Uint8Array>> {
  const files = new Map<FileForm, Uint8Array>()
  for (const form of FileForm.options) files.set(form, await writeReport(report, form, letterhead))
  return files
}

/** What stands under a report: organ, contact, day. */
export const letterheadOf = (organ: Organ, publishedOn: PlainDate | null): Letterhead => ({
  organ: organ.name,
  contact: [],
  publishedOn,
})
