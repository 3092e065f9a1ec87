import { chineseDate, officeDay, type PlainDate } from '../../days/plain-date.ts'
import type { PublicRecord } from '../../disclosure/store/public.ts'
import { imageSize } from '../../files/image-size.ts'
import { validityLabel } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Block, Inline, Text } from '../../text/text.ts'
import {
  docxLook,
  type Picture,
  type PrintedBlock,
  type PrintedRecord,
  type PrintedRun,
} from '../../typesetting/public-record.ts'
import { pdfLook, publicRecordPdf } from '../../typesetting/public-record-pdf.ts'
import { type Asker, typesetRecordDocx } from '../../typesetting/typeset.ts'
import { addresses } from '../site.ts'
import { bannerWords } from './banner.ts'
import { headLines } from './record-head.tsx'
import { validityOf } from './record-list.tsx'
import { salutationOf } from './salutation.ts'

export const recordForms = ['pdf', 'docx'] as const
export type RecordForm = (typeof recordForms)[number]

export interface KeptPicture {
  readonly bytes: Buffer
  readonly contentType: string
}

type Pictures = ReadonlyMap<string, KeptPicture>

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
  const [year = 0, month = 0, day = 0] = officeDay(record.changedAt).split('-').map(Number)
  const validity = validityOf(record, today)
  const { act } = content
  return {
    title,
    organ: content.issuingOrgan || organ.name,
    day: [year, month, day],
    head: [
      ...headLines(record),
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

const formats = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/bmp': 'bmp' } as const

function pictureFrom(kept: KeptPicture | undefined): Picture | null {
  const format = kept && formats[kept.contentType as keyof typeof formats]
  const size = format && imageSize(format, kept.bytes)
  return size ? { format, ...size, bytes: kept.bytes } : null
}

/** The blocks of a text as they are printed; headings never skip a level (PDF/UA-1). */
function blocksOf(text: Text, pictures: Pictures, origin: string): PrintedBlock[] {
  const salutation = salutationOf(text)
  let level = 1
  const runsOf = (content: readonly Inline[] = []): PrintedRun[] =>
    content.map((inline) => {
      const marks = inline.type === 'text' ? (inline.marks ?? []) : []
      const has = (type: string) => marks.some((mark) => mark.type === type)
      const link = marks.find((mark) => mark.type === 'link')
      const href = link?.type === 'link' ? link.attrs.href : ''
      return {
        text: inline.type === 'text' ? inline.text : '\n',
        bold: has('bold'),
        italic: has('italic'),
        underline: has('underline'),
        struck: has('strike'),
        side: has('superscript') ? 'superscript' : has('subscript') ? 'subscript' : 'line',
        href: href.startsWith('/') ? origin + href : href.replace(/^#.*/, ''),
      }
    })
  const print = (block: Block): PrintedBlock => {
    switch (block.type) {
      case 'paragraph': {
        const align = block.attrs?.textAlign ?? 'left'
        return {
          kind: 'paragraph',
          align,
          indented: align === 'left' && block !== salutation,
          runs: runsOf(block.content),
        }
      }
      case 'heading': {
        level = Math.min(block.attrs.level, level + 1)
        return { kind: 'heading', level: level === 4 ? 4 : level === 3 ? 3 : 2, runs: runsOf(block.content) }
      }
      case 'image':
        return { kind: 'picture', alt: block.attrs.alt, picture: pictureFrom(pictures.get(block.attrs.fileId)) }
      case 'bulletList':
      case 'orderedList':
        return {
          kind: 'list',
          ordered: block.type === 'orderedList',
          items: block.content.map(({ content }) => content.map(print).map(atEdge)),
        }
      case 'blockquote':
        return { kind: 'quote', blocks: block.content.map(print) }
      case 'table': {
        const rows = block.content.map(({ content }) =>
          content.map(({ type, attrs, content: inner }) => ({
            isHeader: type === 'tableHeader',
            colspan: attrs?.colspan ?? 1,
            rowspan: attrs?.rowspan ?? 1,
            blocks: inner.map(print).map(atEdge),
          })),
        )
        const columns = Math.max(1, ...rows.map((row) => row.reduce((sum, { colspan }) => sum + colspan, 0)))
        return { kind: 'table', columns, rows }
      }
    }
  }
  return text.content.map(print)
}

/** In cells and lists a paragraph begins at the edge. */
const atEdge = (block: PrintedBlock): PrintedBlock =>
  block.kind === 'paragraph' ? { ...block, indented: false } : block
