import type { ReadBook } from '../book.ts'
import type { Font } from '../cell-style.ts'

const fontOf = (font: Font | undefined) =>
  font && { bold: font.bold, strikethrough: font.strikethrough, rgb: font.color?.rgb, vertAlign: font.vertAlign }

/** As much of a reading as anybody uses. */
export const toldOf = ({ sheets, ...book }: ReadBook) => ({
  ...book,
  sheets: sheets.map(({ cells, rowDefs, columns, ...sheet }) => ({
    ...sheet,
    cells: [...cells].map(([at, { formula, richText, style }]) => [
      at,
      {
        formula,
        richText: richText?.map(({ text, font }) => ({ text, font: fontOf(font) })),
        font: fontOf(style?.font),
        numFmt: style?.numFmt,
      },
    ]),
    rowDefs: [...rowDefs],
    columns: columns.map(({ width, hidden }) => ({ width, hidden })),
  })),
})
