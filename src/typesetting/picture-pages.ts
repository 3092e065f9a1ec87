import type { YearMonthDay } from '../days/plain-date.ts'
import source from './picture-pages.typ?raw'
import { typesetPdf } from './typeset.ts'

/** A page that is a picture, with its words where they stand in it. Lengths in points from the upper left corner. */
export interface PicturedPage {
  readonly picture: Uint8Array
  readonly format: 'png' | 'jpg' | 'gif'
  readonly width: number
  readonly height: number
  /** What is said of it to those who do not see it. */
  readonly alt: string
  readonly runs: readonly { readonly text: string; readonly box: readonly [number, number, number, number] }[]
}

interface Named {
  readonly title: string
  /** Year, month and day: the date of the file. */
  readonly day: YearMonthDay
}

/** A PDF of pictures: nothing is in it but their pixels, these words, the title and the day. As `typesetPdf`. */
export function picturePagesPdf(pages: readonly PicturedPage[], named: Named): Promise<Uint8Array> {
  const pictures = new Map(pages.map(({ picture, format }, index) => [`page-${index}.${format}`, picture]))
  const set = pages.map(({ format, width, height, alt, runs }, index) => ({
    name: `page-${index}.${format}`,
    width,
    height,
    alt,
    runs: runs.flatMap(({ text, box }) => placed(text.toWellFormed(), box)),
  }))
  return typesetPdf(source, { ...named, pages: set }, { pictures })
}

/** As large as the run is long, and no larger than its line is high. */
function placed(text: string, [left, top, right, bottom]: readonly [number, number, number, number]) {
  const words = text.trim()
  const ems = [...words].reduce((sum, sign) => sum + (sign < '\u2e80' ? 0.5 : 1), 0)
  const size = Math.min((right - left) / ems, bottom - top)
  return words === '' || !(size > 0.5) ? [] : [{ x: left, y: top, size: Math.min(size, 200), text: words }]
}
