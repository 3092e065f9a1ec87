import { chineseDate, officeDay, type PlainDate, yearMonthDay } from '../../days/plain-date.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import { validityLabel } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { blocksOf, type Pictures } from '../../typesetting/printed-blocks.ts'
import { docxLook, type PrintedRecord } from '../../typesetting/public-record.ts'
import { pdfLook, publicRecordPdf } from '../../typesetting/public-record-pdf.ts'
import { type Asker, typesetRecordDocx } from '../../typesetting/typeset.ts'
import { addresses } from '../site.ts'
import { bannerWords } from './banner.ts'
import { headLines, sourceOf } from './record-head.tsx'
import { validityOf } from './record-list.tsx'

export const recordForms = ['pdf', 'docx'] as const
export type RecordForm = (typeof recordForms)[number]

export interface RecordMatter {
  readonly organ: Organ
  readonly record: PublicRecord
  readonly origin: string
  readonly today: PlainDate
}

/** The record as a file to keep. */
export function writeRecord(
  form: RecordForm,
  matter: RecordMatter,
  pictures: Pictures,
  asker: Asker,
): Promise<Uint8Array> {
  const { text } = matter.record.content
  const record = { ...around(matter), blocks: blocksOf(text, pictures, matter.origin) }
  return form === 'pdf' ? publicRecordPdf(record, asker) : typesetRecordDocx(record, asker)
}

/**
 * All that the file says beside the signed text, and how it looks: while this stays, the file stays. Only the day of which it
 * says 有效性 is that of its making, since what was true then is true until it changes.
 */
export const printOf = (form: RecordForm, matter: RecordMatter): string =>
  JSON.stringify([form === 'pdf' ? pdfLook : docxLook, validityOf(matter.record, matter.today), around(matter, false)])

function around({ organ, record, origin, today }: RecordMatter, saysDay = true): Omit<PrintedRecord, 'blocks'> {
  const { content, title, number } = record
  const validity = validityOf(record, today)
  const { act } = content
  const source = sourceOf(record)
  return {
    title,
    organ: content.issuingOrgan || organ.name,
    day: yearMonthDay(officeDay(record.changedAt)),
    head: [
      ...headLines(record),
      ...(source
        ? [{ name: '来源', value: [source.name, source.href].filter(Boolean).join('：'), href: source.href }]
        : []),
      ...(validity
        ? [{ name: '有效性', value: `${validityLabel(validity)}${saysDay ? `（截至${chineseDate(today)}）` : ''}` }]
        : []),
    ],
    notes: [
      bannerWords(record, today) ?? '',
      act.kind === 'correct' ? `更正说明：${chineseDate(officeDay(record.changedAt))}更正。理由：${act.reason}` : '',
      act.kind === 'correct' && act.hideReason !== undefined ? `更正前的原文已经隐去。理由：${act.hideReason}` : '',
    ].filter(Boolean),
    attachments: content.attachments.map(({ name }) => name),
    url: origin + addresses.record(organ, number),
  }
}
