import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type IStylesOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedRecord } from './public-record.ts'
import { clean, plain, printer } from './record-blocks-docx.ts'
import { bodyLine, bodySize, exactly, faces, pageNumberFooter, paper, twoCharacters } from './word.ts'

const small = 24

const headRun = (text: string, font: typeof faces.heiti) => new TextRun({ text: clean(text), size: small, font })

const leadingTo = (href: string, run: TextRun) => (href ? new ExternalHyperlink({ link: href, children: [run] }) : run)

const headOf = ({ head }: PrintedRecord): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: head.map(
      ({ name, value, href = '' }) =>
        new TableRow({
          children: [name, value].map(
            (text, column) =>
              new TableCell({
                width: { size: column === 0 ? 18 : 82, type: WidthType.PERCENTAGE },
                margins: { left: 80, right: 80 },
                children: [
                  new Paragraph({
                    spacing: exactly(400),
                    children: [
                      column === 0 ? headRun(text, faces.heiti) : leadingTo(href, headRun(text, faces.songti)),
                    ],
                  }),
                ],
              }),
          ),
        }),
    ),
  })

/** The record as a Word document in the type area of 公文. */
export async function publicRecordDocx(record: PrintedRecord): Promise<Uint8Array> {
  const { print, lists } = printer()
  const text = record.blocks.flatMap((block) => print(block))
  const document = new Document({
    title: clean(record.title),
    creator: clean(record.organ),
    lastModifiedBy: clean(record.organ),
    description: clean(record.title),
    evenAndOddHeaderAndFooters: true,
    numbering: { config: numberings(lists) },
    styles,
    sections: [
      {
        properties: { page: paper },
        footers: { default: pageNumberFooter('odd'), even: pageNumberFooter('even') },
        children: [
          plain(record.title, { heading: HeadingLevel.TITLE }),
          headOf(record),
          new Paragraph(''),
          ...record.notes.map((note) => plain(note, { indent: { firstLine: twoCharacters } })),
          ...text,
          ...attachmentsOf(record),
          sourceOf(record),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], sign: (level: number) => string) =>
  Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    text: sign(level),
    style: { paragraph: { indent: { left: twoCharacters * (level + 2), hanging: twoCharacters } } },
  }))

/** The signs of all lists, and the numbers of each ordered one. */
const numberings = (lists: readonly string[]) => [
  { reference: 'bullets', levels: levels(LevelFormat.BULLET, () => '●') },
  ...lists.map((reference) => ({ reference, levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) })),
]

const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: faces.fangsong, size: bodySize, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exactly(bodyLine) },
    },
    title: {
      run: { font: faces.xiaobiaosong, size: 44 },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...exactly(700), after: bodyLine } },
    },
  },
}

const attachmentsOf = ({ attachments }: PrintedRecord): Paragraph[] =>
  attachments.map((name, index) =>
    plain(`${index === 0 ? '附件：' : '　　　'}${attachments.length > 1 ? `${index + 1}.` : ''}${name}`, {
      indent: { firstLine: twoCharacters },
      spacing: { ...exactly(bodyLine), before: index === 0 ? bodyLine : 0 },
    }),
  )

/** That the page is what counts, and where it stands. */
const sourceOf = ({ url }: PrintedRecord): Paragraph =>
  new Paragraph({
    spacing: { before: 2 * bodyLine },
    children: [
      new TextRun({ text: '本文件由政府信息公开平台生成，以网页公布的内容为准：', size: 21, font: faces.songti }),
      new ExternalHyperlink({
        link: url,
        children: [new TextRun({ text: url, size: 21, font: faces.songti, underline: {} })],
      }),
    ],
  })
