import { getDocumentProxy } from 'unpdf'
import { type Page, type PageLine, textLine } from './page.ts'
import { Unreadable } from './reading.ts'

const maxPages = 200
const maxWords = 200_000

const noText = '这份PDF没有文字（多半是扫描件或图片），请提供带文字的PDF、Word或网页'
const fontsNotEmbedded =
  '这份PDF没有嵌入字体，文字无法提取（不是扫描件），请提供原来的Word或网页，或者重新导出PDF并嵌入字体'

interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly height: number
}

/** A page from a PDF with text: lines are put together again by where the words stand, not by their order in the file. */
export async function pageFromPdf(bytes: Uint8Array): Promise<Page> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: false, verbosity: 0 })
  try {
    const lines: PageLine[] = []
    let count = 0
    let shows = false
    for (let number = 1; number <= Math.min(document.numPages, maxPages) && count < maxWords; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [wordOf(item)] : []))
      count += words.length
      lines.push(...linesOf(words).map(textLine))
      if (count === 0 && number <= 3) shows ||= await showsText(page)
      page.cleanup()
    }
    if (count === 0) throw new Unreadable(shows || namesForeignFonts(bytes) ? fontsNotEmbedded : noText)
    return { lines, title: null, isTorn: false }
  } finally {
    await document.loadingTask.destroy()
  }
}

/** True when a page prints words of which no text comes out: their fonts are not in the file. */
async function showsText(page: { getOperatorList: () => Promise<{ fnArray: number[] }> }): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((operator) => showOperators.has(operator))
}

/** showText, showSpacedText, nextLineShowText, nextLineSetSpacingShowText. */
const showOperators = new Set([44, 45, 46, 47])

/** Chinese fonts that are only named, by an encoding that the reader would have to bring along. */
const namesForeignFonts = (bytes: Uint8Array): boolean =>
  /\/(?:UniGB-|GBK|GBpc-|GB-EUC|GBT?-)[\w-]{0,20}|Adobe-GB1|Ordering\s?\(GB1\)/.test(
    Buffer.from(bytes).toString('latin1'),
  )

function wordOf({
  str,
  transform,
  width,
  height,
}: {
  str: string
  transform: number[]
  width: number
  height: number
}): Word {
  const [a = 0, b = 0, , , left = 0, bottom = 0] = transform
  const size = height > 0 ? height : Math.hypot(a, b) || 10
  return { text: str, left, right: left + width, bottom, height: size }
}

/** Lines from the top down; a gap wider than a space between two words of a line becomes two spaces. */
function linesOf(words: readonly Word[]): string[] {
  const rows: Word[][] = []
  for (const word of words.toSorted((a, b) => b.bottom - a.bottom || a.left - b.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const isSame = first && Math.abs(first.bottom - word.bottom) <= Math.min(first.height, word.height) * 0.35
    if (row && isSame) row.push(word)
    else rows.push([word])
  }
  return rows.map((row) => {
    let line = ''
    let right = Number.NEGATIVE_INFINITY
    for (const word of row.sort((a, b) => a.left - b.left)) {
      const gap = word.left - right
      if (line === '') line = ' '.repeat(Math.min(80, Math.max(0, Math.round(word.left / 5))))
      else if (gap > word.height * 0.6) line += ' '.repeat(Math.max(2, Math.round(word.left / 5) - columnsOf(line)))
      else if (gap > word.height * 0.15) line += ' '
      line += word.text
      right = Math.max(right, word.right)
    }
    return line
  })
}

const columnsOf = (text: string): number => {
  let columns = 0
  for (const char of text) columns += char.charCodeAt(0) > 0x2e7f ? 2 : 1
  return Math.min(columns, 400)
}
