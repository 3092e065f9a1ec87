import {
  AlignmentType,
  Bookmark,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedBlock, PrintedRun } from './public-record.ts'
import { bodySize, faces, twoCharacters } from './word.ts'

/** 156 mm in pixels of 1/96 inch. */
const widest = 590
const alignments = { left: AlignmentType.BOTH, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const
const headings = { 2: HeadingLevel.HEADING_1, 3: HeadingLevel.HEADING_2, 4: HeadingLevel.HEADING_3 } as const
const levelFaces = { 2: faces.heiti, 3: faces.kaiti, 4: faces.fangsong } as const

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const refusedByWord = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** The text without broken surrogates and control characters, with which Word refuses to open a document. */
export const clean = (text: string): string => text.toWellFormed().replace(refusedByWord, '')

const sideOf = ({ side, struck }: PrintedRun) => ({
  ...(side === 'superscript' && { superScript: true }),
  ...(side === 'subscript' && { subScript: true }),
  ...(struck && { strike: true }),
})

function childOf(printed: PrintedRun): ParagraphChild {
  const { text, bold, italic, underline, href, to, place } = printed
  if (text === '\n') return new TextRun({ break: 1 })
  const run = new TextRun({
    ...sideOf(printed),
    ...((underline || href) && { underline: {} }),
    text: clean(text),
    bold,
    italics: italic,
  })
  const leading = to
    ? new InternalHyperlink({ anchor: to, children: [run] })
    : /^(?:https?:|mailto:)/i.test(href)
      ? new ExternalHyperlink({ link: href, children: [run] })
      : run
  return place ? new Bookmark({ id: place, children: [leading] }) : leading
}

export const plain = (text: string, options: IParagraphOptions = {}) =>
  new Paragraph({ autoSpaceEastAsianText: false, ...options, children: [new TextRun({ text: clean(text) })] })

/** How deep a block stands in lists, and which of them is meant: each ordered list counts anew. */
interface Depth {
  readonly level: number
  readonly reference: string
}

type Block = Paragraph | Table

/** Prints blocks one after the other; `lists` are the ordered lists that it has met, each to be numbered anew. */
export function printer() {
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
            children: block.place
              ? [new Bookmark({ id: block.place, children: block.runs.map(childOf) })]
              : block.runs.map(childOf),
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

/** 156 mm in twentieths of a point. */
const typeArea = 8845

function tableOf(
  { rows, shares }: Extract<PrintedBlock, { kind: 'table' }>,
  print: (block: PrintedBlock) => Block[],
): Table {
  const firstOfBody = rows.findIndex((row) => row.some(({ isHeader }) => !isHeader))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(shares && {
      layout: TableLayoutType.FIXED,
      columnWidths: shares.map((share) => Math.round((share * typeArea) / 100)),
    }),
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
