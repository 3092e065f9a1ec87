import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IParagraphOptions,
  Packer,
  Paragraph,
  TextRun,
} from 'docx'
import { type OfficialLetter, type PrintedLetter, printLetter } from './official-letter.ts'
import { bodyLine, bodySize, exactly, faces, millimetres, pageNumberFooter, paper, twoCharacters } from './word.ts'

const red = 'D7000F'
/** The red lines are 170 mm wide, centred on the page; the type area begins 28 mm from the left and ends 26 mm from the right. */
const lineIndent = { left: -millimetres(8), right: -millimetres(6) }
const sevenEighths = Math.round((7 / 8) * 320)

/** As large as 156 mm allow, from 36 pt down to 22 pt, in half points. */
const markSize = (organ: string) =>
  Math.min(72, Math.max(44, Math.floor((156 / 25.4) * 72 * 2 * (1 / [...organ].length))))

const rule = (style: 'thickThinSmallGap' | 'thinThickSmallGap', space: number) => ({
  style: style === 'thickThinSmallGap' ? BorderStyle.THICK_THIN_SMALL_GAP : BorderStyle.THIN_THICK_SMALL_GAP,
  size: 24,
  space,
  color: red,
})

/** The mark, 30 mm from the top of the page, and the first double line, 4 mm below it. */
const firstHeader = ({ organ }: PrintedLetter) =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent: lineIndent,
        spacing: exactly(markSize(organ) * 11),
        border: { bottom: rule('thickThinSmallGap', 10) },
        children: [new TextRun({ text: organ, font: faces.xiaobiaosong, size: markSize(organ), color: red })],
      }),
    ],
  })

/** The second double line, 20 mm from the bottom. */
const firstFooter = () =>
  new Footer({
    children: [
      new Paragraph({
        indent: lineIndent,
        spacing: exactly(20),
        border: { bottom: rule('thinThickSmallGap', 0) },
        children: [new TextRun({ text: '', size: 2 })],
      }),
    ],
  })

/** Word would put a space between figures and characters, which 公文 do not have. */
const paragraph = (text: string, options: IParagraphOptions) =>
  new Paragraph({ autoSpaceEastAsianText: false, ...options, children: [new TextRun({ text })] })

const body = (text: string, options: IParagraphOptions = {}) =>
  paragraph(text, { alignment: AlignmentType.BOTH, ...options })

function enclosureNote({ enclosures }: PrintedLetter): Paragraph[] {
  const isNumbered = enclosures.length > 1
  // “附件：” takes five characters with its indent, a number one and a half.
  const left = 320 * 5 + (isNumbered ? 480 : 0)
  return enclosures.map((name, index) =>
    paragraph(`${index === 0 ? '附件：' : ''}${isNumbered ? `${index + 1}.\t` : ''}${name}`, {
      indent: { left, hanging: (index === 0 ? 320 * 3 : 0) + (isNumbered ? 480 : 0) },
      spacing: { ...exactly(bodyLine), before: index === 0 ? bodyLine : 0 },
      keepNext: index >= enclosures.length - 2,
      tabStops: [{ type: 'left', position: left }],
    }),
  )
}

/** The organ centred over its date, which ends four characters from the edge; two blank lines above for the seal. */
function signature({ organ, date, note }: PrintedLetter): Paragraph[] {
  // A digit is half a character wide.
  const dateWidth = [...date].reduce((sum, each) => sum + (/\d/.test(each) ? 160 : 320), 0)
  const organWidth = 320 * [...organ].length
  const area = millimetres(156)
  const width = Math.min(area, Math.max(dateWidth, organWidth))
  const right = Math.min(area - width, Math.max(0, 1280 - Math.round((width - dateWidth) / 2)))
  const signed = (text: string, before: number) =>
    paragraph(text, {
      alignment: AlignmentType.CENTER,
      indent: { left: area - width - right, right },
      spacing: { ...exactly(bodyLine), before },
      keepNext: text === organ || note !== '',
      keepLines: true,
    })
  const noted = note === '' ? [] : [body(note, { indent: { firstLine: twoCharacters } })]
  return [signed(organ, 2 * bodyLine), signed(date, 0), ...noted]
}

function bodyOf(letter: PrintedLetter): Paragraph[] {
  const last = letter.paragraphs.length - 1
  return [
    paragraph(letter.number, {
      alignment: AlignmentType.RIGHT,
      spacing: { ...exactly(bodyLine), before: sevenEighths },
    }),
    paragraph(letter.title, { heading: HeadingLevel.TITLE }),
    body(letter.salutation),
    ...letter.paragraphs.map((text, index) =>
      body(text, { indent: { firstLine: twoCharacters }, keepNext: index === last }),
    ),
    ...enclosureNote(letter),
    ...signature(letter),
  ]
}

/** The letter as a Word document in 信函格式, to be read and edited where the fonts of 公文 are installed. */
export async function officialLetterDocx(letter: OfficialLetter): Promise<Uint8Array> {
  const printed = printLetter(letter)
  const document = new Document({
    title: printed.title,
    creator: printed.organ,
    lastModifiedBy: printed.organ,
    description: printed.title,
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: faces.fangsong, size: bodySize, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
          paragraph: { spacing: exactly(bodyLine) },
        },
        title: {
          run: { font: faces.xiaobiaosong, size: 44 },
          paragraph: {
            alignment: AlignmentType.CENTER,
            spacing: { ...exactly(700), before: 2 * bodyLine, after: bodyLine },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { ...paper, margin: { ...paper.margin, header: millimetres(30), footer: millimetres(20) } },
        },
        headers: {
          first: firstHeader(printed),
          default: new Header({ children: [] }),
          even: new Header({ children: [] }),
        },
        footers: {
          first: firstFooter(),
          default: pageNumberFooter('odd', millimetres(3)),
          even: pageNumberFooter('even', millimetres(3)),
        },
        children: bodyOf(printed),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
