import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, type Table, TextRun } from 'docx'
import { chineseDate } from '../../days/plain-date.ts'
import { bodyLine, bodySize, exactly, faces, pageNumberFooter, paper, twoCharacters } from '../../typesetting/word.ts'
import { docxTable } from './docx-table.ts'
import { ledParagraph } from './plain-text.ts'
import type { Letterhead, PrintedReport } from './printed.ts'

const size = { title: 44, contact: 28 }
const indent = { firstLine: twoCharacters }

/** A title too long for one line breaks before the kind of document, as in 公文, never inside it. */
function titleLines(title: string): TextRun[] {
  const at = title.lastIndexOf('政府信息公开工作年度报告')
  if (at <= 0 || title.length <= 20) return [new TextRun({ text: title })]
  return [new TextRun({ text: title.slice(0, at) }), new TextRun({ text: title.slice(at), break: 1 })]
}

function body(text: string): Paragraph {
  const { lead, rest } = ledParagraph(text)
  return new Paragraph({
    indent,
    alignment: AlignmentType.BOTH,
    children: [...(lead ? [new TextRun({ text: lead, font: faces.kaiti })] : []), new TextRun({ text: rest })],
  })
}

function colophon({ organ, contact, publishedOn }: Letterhead): Paragraph[] {
  const rule = { style: 'single', size: 8, space: 4, color: '000000' } as const
  const signed = (text: string, before = 0) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      keepLines: true,
      keepNext: true,
      indent: { right: 640 },
      spacing: { ...exactly(bodyLine), before },
      children: [new TextRun({ text })],
    })
  return [
    ...(publishedOn ? [signed(organ, bodyLine), signed(chineseDate(publishedOn))] : []),
    ...contact.map(
      (text, index) =>
        new Paragraph({
          keepLines: true,
          indent: { left: 280, right: 280 },
          spacing: { ...exactly(440), before: index === 0 ? bodyLine : 0 },
          border: {
            ...(index === 0 ? { top: rule } : {}),
            ...(index === contact.length - 1 ? { bottom: rule } : {}),
          },
          children: [new TextRun({ text, size: size.contact })],
        }),
    ),
  ]
}

/** The report as a Word document: real merged cells and headings, 公文 margins and type, Chinese font names. */
export async function writeDocx(report: PrintedReport): Promise<Uint8Array> {
  const document = new Document({
    title: report.title,
    creator: report.organ ?? '',
    lastModifiedBy: report.organ ?? '',
    description: report.title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: faces.fangsong, size: bodySize, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: exactly(bodyLine) },
        },
        title: {
          run: { font: faces.xiaobiaosong, size: size.title },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly(700), after: bodyLine } },
        },
        heading1: {
          run: { font: faces.heiti, size: bodySize, color: '000000' },
          paragraph: { indent, keepNext: true, spacing: exactly(bodyLine) },
        },
      },
    },
    sections: [
      {
        properties: { page: paper },
        footers: { default: pageNumberFooter('odd'), even: pageNumberFooter('even') },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: titleLines(report.title) }),
          ...report.sections.flatMap(({ heading, paragraphs, table }): (Paragraph | Table)[] => [
            ...(heading === null ? [] : [new Paragraph({ heading: HeadingLevel.HEADING_1, text: heading })]),
            ...paragraphs.map(body),
            ...(table ? [docxTable(table)] : []),
          ]),
          ...(report.letterhead ? colophon(report.letterhead) : []),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
