import { getDocumentProxy } from 'unpdf'
import type { Page } from './page.ts'
import { drawnPage, linesOf } from './pdf-page.ts'
import { type OperatorList, rulesOf } from './pdf-rules.ts'
import { type Word, wordOf } from './pdf-words.ts'
import { Unreadable } from './reading.ts'

const maxPages = 200
const maxWords = 200_000

const noText = '这份PDF没有文字（多半是扫描件或图片），请提供带文字的PDF、Word或网页'
const fontsNotEmbedded =
  '这份PDF没有嵌入字体，文字无法提取（不是扫描件），请提供原来的Word或网页，或者重新导出PDF并嵌入字体'

/** A PDF with text, in two ways. */
export interface PdfPages {
  /** Its lines, put together again by where the words stand, not by their order in the file. */
  readonly flat: Page
  /** Its words in the cells of the tables that it draws; undefined where it draws none. It takes as long as all else. */
  readonly drawn: () => Promise<Page | undefined>
}

interface PdfPage {
  readonly getOperatorList: () => Promise<OperatorList>
  readonly cleanup: () => boolean
}

/** Opens a PDF for as long as `read` works with its pages. */
export async function withPdf<Result>(bytes: Uint8Array, read: (pages: PdfPages) => Promise<Result>): Promise<Result> {
  const document = await getDocumentProxy(new Uint8Array(bytes), { stopAtErrors: false, verbosity: 0 })
  try {
    const sheets: { page: PdfPage; words: Word[] }[] = []
    let count = 0
    let shows = false
    for (let number = 1; number <= Math.min(document.numPages, maxPages) && count < maxWords; number += 1) {
      const page: PdfPage & {
        getTextContent: (options: { includeMarkedContent: boolean }) => Promise<{ items: object[] }>
      } = await document.getPage(number)
      // Where the file marks its cells, words of two of them are not run together.
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const words = items.flatMap((item) => (isText(item) && item.str.trim() !== '' ? [wordOf(item)] : []))
      count += words.length
      sheets.push({ page, words })
      if (count === 0 && number <= 3) shows ||= await showsText(page)
    }
    if (count === 0) throw new Unreadable(shows || namesForeignFonts(bytes) ? fontsNotEmbedded : noText)
    const flat = {
      lines: sheets.flatMap(({ words }) => linesOf(words).map(({ line }) => line)),
      title: null,
      isTorn: false,
      isSet: true,
    }
    const drawn = async () => {
      const ruled = []
      for (const { page, words } of sheets) ruled.push({ words, rules: rulesOf(await page.getOperatorList()) })
      return drawnPage(ruled)
    }
    return await read({ flat, drawn })
  } finally {
    await document.loadingTask.destroy()
  }
}

type TextItem = Parameters<typeof wordOf>[0]
const isText = (item: object): item is TextItem => 'str' in item

/** True when a page prints words of which no text comes out: their fonts are not in the file. */
async function showsText(page: PdfPage): Promise<boolean> {
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
