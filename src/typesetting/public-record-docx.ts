import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedBlock, PrintedRecord, PrintedRun } from './public-record.ts'
import { bodyLine, bodySize, exactly, faces, pageNumberFooter, paper, twoCharacters } from './word.ts'

const small = 24
/** 156 mm in pixels of 1/96 inch. */
const widest = 590
const alignments = { left: AlignmentType.BOTH, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const headings = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const
const levelFaces = { 2: faces.heiti, 3: faces.kaiti, 4: faces.fangsong } as const

// Broken surrogates and control characters, which Word refuses to open. Written with escapes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const clean = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

const sideOf = ({ side, struck }: PrintedRun) => ({
  ...(side === 'superscript' && { superScript: true }),
  ...(side === 'subscript' && { subScript: true }),
  ...(struck && { strike: true }),
})

function childOf(printed: PrintedRun): ParagraphChild {
  const { text, bold, italic, underline, href } = printed
  if (text === '\n') return new TextRun({ break: 1 })
  const run = new TextRun({
    ...sideOf(printed),
    ...((underline || href) && { underline: {} }),
    text: clean(text),
    bold,
    italics: italic,
  })
  return /^(?:https?:|mailto:)/i.test(href) ? new ExternalHyperlink({ link: href, children: [run] }) : run
}

const plain = (text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ autoSpaceEastAsianText: false, ...options, children: [new TextRun({ text: clean(text) })] })

/** How deep a block stands in lists, and which of them is meant: each ordered list counts anew. */
interface Depth {
  readonly level: number
  readonly reference: string
}

type Block = Paragraph | Table

function printer() {
  const lists: string[] = []

  const print = (block: PrintedBlock, depth?: Depth): Block[] => {
    switch (block.kind) {
      case 'paragraph':
        return [
          new Paragraph({
            autoSpaceEastAsianText: false,
            alignment: alignments[block.align],
            ...(depth
              ? { numbering: { reference: depth.reference, level: depth.level } }
              : { indent: { firstLine: block.indented ? twoCharacters : 0 } }),
            children: block.runs.map(childOf),
          }),
        ]
      case 'heading':
        return [
          new Paragraph({
            autoSpaceEastAsianText: false,
            heading: headings[block.level],
            indent: { firstLine: twoCharacters },
            keepNext: true,
            children: block.runs.map(
              (run) =>
                new TextRun({
                  ...sideOf(run),
                  text: clean(run.text),
                  font: levelFaces[block.level],
                  size: bodySize,
                  bold: block.level === 4,
                  color: '000000',
                }),
            ),
          }),
        ]
      case 'picture':
        return [pictureOf(block)]
      case 'quote':
        return block.blocks.flatMap((each) => print(each, depth))
      case 'list': {
        const reference = block.ordered ? `list${lists.length}` : 'bullets'
        if (block.ordered) lists.push(reference)
        const level = Math.min(8, (depth?.level ?? -1) + 1)
        return block.items.flatMap((item) => item.flatMap((each) => print(each, { reference, level })))
      }
      case 'table':
        return [tableOf(block, print)]
    }
  }
  return { print, lists }
}

function pictureOf({ picture, alt }: Extract<PrintedBlock, { kind: 'picture' }>): Paragraph {
  if (!picture) return plain(`（图片：${alt}）`, { alignment: AlignmentType.CENTER })
  const width = Math.min(widest, picture.width)
  const height = Math.max(1, Math.round((picture.height * width) / Math.max(1, picture.width)))
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 240, lineRule: 'auto' },
    children: [
      new ImageRun({
        type: picture.format,
        data: picture.bytes,
        transformation: { width, height },
        altText: { name: clean(alt), description: clean(alt), title: clean(alt) },
      }),
    ],
  })
}

function tableOf({ rows }: Extract<PrintedBlock, { kind: 'table' }>, print: (block: PrintedBlock) => Block[]): Table {
  const firstOfBody = rows.findIndex((row) => row.some(({ isHeader }) => !isHeader))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < firstOfBody,
          cantSplit: true,
          children: row.map(({ colspan, rowspan, isHeader, blocks }) => {
            const children = blocks.flatMap((each) => print(each))
            return new TableCell({
              columnSpan: colspan,
              rowSpan: rowspan,
              margins: { left: 80, right: 80 },
              ...(isHeader && { shading: { fill: 'EEF3FA' } }),
              children: children.length > 0 ? children : [new Paragraph('')],
            })
          }),
        }),
    ),
  })
}

const headOf = ({ head }: PrintedRecord): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: head.map(
      ({ name, value }) =>
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
                      new TextRun({ text: clean(text), size: small, font: column === 0 ? faces.heiti : faces.songti }),
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
  const attachments = record.attachments.map((name, index) =>
    plain(`${index === 0 ? '附件：' : '　　　'}${record.attachments.length > 1 ? `${index + 1}.` : ''}${name}`, {
      indent: { firstLine: twoCharacters },
      spacing: { ...exactly(bodyLine), before: index === 0 ? bodyLine : 0 },
    }),
  )
  const levels = (format: (typeof LevelFormat)[keyof typeof LevelFormat], sign: (level: number) => string) =>
    Array.from({ length: 9 }, (_, level) => ({
      level,
      format,
      text: sign(level),
      style: { paragraph: { indent: { left: twoCharacters * (level + 2), hanging: twoCharacters } } },
    }))
  const document = new Document({
    title: clean(record.title),
    creator: clean(record.organ),
    lastModifiedBy: clean(record.organ),
    description: clean(record.title),
    evenAndOddHeaderAndFooters: true,
    numbering: {
      config: [
        { reference: 'bullets', levels: levels(LevelFormat.BULLET, () => '●') },
        ...lists.map((reference) => ({
          reference,
          levels: levels(LevelFormat.DECIMAL, (level) => `%${level + 1}.`),
        })),
      ],
    },
    styles: {
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
    },
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
          ...attachments,
          new Paragraph({
            spacing: { before: 2 * bodyLine },
            children: [
              new TextRun({
                text: '本文件由政府信息公开平台生成，以网页公布的内容为准：',
                size: 21,
                font: faces.songti,
              }),
              new ExternalHyperlink({
                link: record.url,
                children: [new TextRun({ text: record.url, size: 21, font: faces.songti, underline: {} })],
              }),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
