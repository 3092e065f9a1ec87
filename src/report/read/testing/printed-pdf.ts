import { typesetPdf } from '../../../typesetting/typeset.ts'
import { isTable, type Part, type PrintedTable } from './printed-tables.ts'

/** How a report is set: narrow columns wrap their labels, and rows may go on on the next page. */
export interface PdfLook {
  /** Points of a character. */
  readonly size: number
  /** Points that the column of labels is wide. */
  readonly labelWidth: number
  readonly isRuled: boolean
  /** Where words stand in their cells. */
  readonly align: 'center' | 'right'
  /** Points of the page that are left free above its foot. */
  readonly foot: number
  /** A picture (PNG) behind each page, at its head and over its tables, such as a seal. */
  readonly picture?: Uint8Array
}

const source = `
#let it = json(bytes(sys.inputs.data))
#set document(title: "年度报告", date: none)
#set text(font: songti, size: it.size * 1pt, lang: "zh", region: "cn")
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: it.foot * 1pt), footer: context align(center)[- #counter(page).get().first() -])
#set page(background: image("picture.png", width: 60%, alt: "底纹")) if it.hasPicture
#if it.hasPicture { place(top + right, image("picture.png", width: 20mm, alt: "徽标")) }
#set par(justify: false)
#for part in it.parts {
  if type(part) == str { par(part) } else {
    if it.hasPicture { place(dx: 60mm, image("picture.png", width: 40mm, alt: "印章")) }
    table(
      columns: part.widths.map(width => if width == 0 { 1fr } else { width * 1pt }),
      stroke: if it.isRuled { 0.5pt } else { none },
      inset: 2pt,
      align: if it.align == "right" { right + horizon } else { center + horizon },
      ..part.cells.map(cell => table.cell(
        x: cell.x, y: cell.y, colspan: cell.colspan, rowspan: cell.rowspan, breakable: true,
        { cell.text; if cell.raised != "" { super(cell.raised) } },
      )),
    )
  }
}`

/** A report as the PDF that an office program prints. */
export const printedPdf = (parts: readonly Part[], { picture, ...look }: PdfLook): Promise<Uint8Array> =>
  typesetPdf(
    source,
    {
      ...look,
      hasPicture: picture !== undefined,
      parts: parts.map((part) => {
        if (!isTable(part)) return part
        const cells = placed(part)
        const width = Math.max(1, ...cells.map(({ x, colspan }) => x + colspan))
        const labels = part.sheet.id === 'requests' ? [18, 36, look.labelWidth] : []
        return { widths: Array.from({ length: width }, (_, at) => labels[at] ?? 0), cells }
      }),
    },
    { pictures: new Map(picture ? [['picture.png', picture]] : []) },
  )

/** Each cell in the first free place of its row, as wide and high as there is room. */
function placed({ rows }: PrintedTable) {
  const taken = new Set<string>()
  return rows.flatMap((row, y) =>
    row.map(({ text, raised = '', ...cell }) => {
      let x = 0
      while (taken.has(`${x},${y}`)) x += 1
      let colspan = 1
      while (colspan < cell.colspan && !taken.has(`${x + colspan},${y}`)) colspan += 1
      const rowspan = Math.min(cell.rowspan, rows.length - y)
      for (let down = 0; down < rowspan; down += 1)
        for (let across = 0; across < colspan; across += 1) taken.add(`${x + across},${y + down}`)
      return { x, y, colspan, rowspan, text, raised: raised.normalize('NFKC') }
    }),
  )
}
