import { getResolvedPDFJS } from 'unpdf'
import type { LeftOut, Page, PageLine } from './page.ts'
import { type FaintText, faintTextOf, withoutFaint } from './pdf-faint.ts'
import { nearWorker } from './pdf-halves.ts'
import { drawnPage, linesOf, type Sheet } from './pdf-page.ts'
import { type OperatorList, type Rule, rulesOf } from './pdf-rules.ts'
import { type TextItem, type Word, wordOf } from './pdf-words.ts'
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
  readonly getTextContent: (options: { includeMarkedContent: boolean }) => Promise<{ items: object[] }>
  readonly getOperatorList: () => Promise<OperatorList>
}

/** Nothing is drawn: no outlines of signs are made, no pictures unpacked, and fonts of the system are no help for text. */
const settings = {
  stopAtErrors: false,
  verbosity: 0,
  useSystemFonts: false,
  disableFontFace: false,
  maxImageSize: 0,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
}

/** Opens a PDF for as long as `read` works with its pages. */
export async function withPdf<Result>(bytes: Uint8Array, read: (pages: PdfPages) => Promise<Result>): Promise<Result> {
  const library = await getResolvedPDFJS()
  const document = await library.getDocument({ data: new Uint8Array(bytes), ...settings, ...nearWorker(library) })
    .promise
  try {
    const pages: { page: PdfPage; faint: readonly FaintText[]; rules: readonly Rule[] }[] = []
    const lines: PageLine[] = []
    const leftOut: LeftOut[] = []
    let count = 0
    let shows = false
    let hasWordlessPages = false
    for (let number = 1; number <= Math.min(document.numPages, maxPages) && count < maxWords; number += 1) {
      const page: PdfPage = await document.getPage(number)
      const all = await wordsOf(page, false)
      const hasFigures = all.some(({ text }) => /\d/.test(text))
      // Text alone does not say which of its digits are struck through or unseen.
      const list = hasFigures ? await page.getOperatorList() : nothing
      const seen = { faint: faintTextOf(list), rules: rulesOf(list) }
      const words = withoutFaint(all, seen.faint, seen.rules)
      const kept = new Set(words)
      leftOut.push(
        ...all
          .filter((word) => !kept.has(word))
          .map(({ text }) => ({ kind: 'faint' as const, what: text.slice(0, 20) })),
      )
      count += words.length
      if (all.length === 0) hasWordlessPages ||= await drawsAnything(page)
      pages.push({ page, ...seen })
      lines.push(...linesOf(words).map(({ line }) => line))
      if (count === 0 && number <= 3) shows ||= await showsText(page)
    }
    if (count === 0) throw new Unreadable(shows || namesForeignFonts(bytes) ? fontsNotEmbedded : noText)
    return await read({
      flat: { lines, title: null, isTorn: false, isSet: true, leftOut, hasWordlessPages },
      drawn: async () => {
        const sheets: Sheet[] = []
        // Where the file marks its cells, words of two of them are not run together.
        for (const { page, faint, rules } of pages)
          sheets.push({ words: withoutFaint(await wordsOf(page, true), faint, rules), rules })
        const page = drawnPage(sheets)
        return page && { ...page, leftOut, hasWordlessPages }
      },
    })
  } finally {
    await document.loadingTask.destroy()
  }
}

async function wordsOf(page: PdfPage, includeMarkedContent: boolean): Promise<Word[]> {
  const { items } = await page.getTextContent({ includeMarkedContent })
  return items.flatMap((item) => (isText(item) && item.str.trim() !== '' ? [wordOf(item)] : []))
}

const isText = (item: object): item is TextItem => 'str' in item

const nothing: OperatorList = { fnArray: [], argsArray: [] }

/** True when a page prints words of which no text comes out: their fonts are not in the file. */
async function showsText(page: PdfPage): Promise<boolean> {
  const { fnArray } = await page.getOperatorList()
  return fnArray.some((operator) => showOperators.has(operator))
}

/** Pictures themselves are not unpacked: what is left of one is where it would be put. */
const drawsAnything = async (page: PdfPage): Promise<boolean> => (await page.getOperatorList()).fnArray.length > 0

/** showText, showSpacedText, nextLineShowText, nextLineSetSpacingShowText. */
const showOperators = new Set([44, 45, 46, 47])

/** Chinese fonts that are only named, by an encoding that the reader would have to bring along. */
const namesForeignFonts = (bytes: Uint8Array): boolean =>
  /\/(?:UniGB-|GBK|GBpc-|GB-EUC|GBT?-)[\w-]{0,20}|Adobe-GB1|Ordering\s?\(GB1\)/.test(
    Buffer.from(bytes).toString('latin1'),
  )
