import { withoutRadicals } from '../../text/radicals.ts'
import { formerWords } from '../pdf/earlier-versions.ts'
import { boxOf } from '../pdf/geometry.ts'
import { type Unseen, unseenOn } from '../pdf/judge-page.ts'
import type { OpenPdf, PdfPage } from '../pdf/open-pdf.ts'
import { paintedOn } from '../pdf/paint.ts'
import type { TraceKind } from './trace-kinds.ts'
import { maxText, pageEnd, quoted, type Trace, tracesAt } from './traces.ts'

const maxPages = 300
/** Links and fields to fill in are part of the page; these are what somebody has written on it. */
const remarks = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Ink',
  'Stamp',
  'Popup',
  'Caret',
  'FileAttachment',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Line',
])
const kindOf: Readonly<Record<Unseen, TraceKind>> = {
  covered: 'coveredText',
  pale: 'paleText',
  tiny: 'tinyText',
  invisible: 'invisibleText',
  outside: 'outsideText',
  clipped: 'outsideText',
  switchedOff: 'hiddenContent',
  underScan: 'scannedText',
}

interface Pages {
  readonly text: string
  readonly found: readonly Trace[]
  readonly hasUnreadable: boolean
}

/** What stands on the pages: the words, and what of them nobody sees. */
export async function pageTraces(document: OpenPdf, hasTime: () => boolean): Promise<Pages> {
  const words: string[] = []
  const found: Trace[] = []
  const unreadable: number[] = []
  let length = 0
  const last = Math.min(document.numPages, maxPages)
  for (let number = 1; number <= document.numPages; number += 1) {
    if (number > last || length > maxText || !hasTime()) {
      found.push({ kind: 'notLookedInto', where: `第${number}页起没有检查` })
      break
    }
    const page = await document.getPage(number)
    for (const item of (await page.getTextContent()).items)
      if ('str' in item) {
        words.push(withoutRadicals(item.str), item.hasEOL ? '\n' : '')
        length += item.str.length
      }
    words.push('\n')
    found.push(...(await notesOn(page, number, words)))
    words.push(pageEnd)
    const painted = await paintedOn(document, page)
    if (!painted) found.push({ kind: 'notLookedInto', where: `第${number}页` })
    else {
      if (painted.hasUnreadable) unreadable.push(number)
      for (const [why, hidden] of unseenOn(painted, boxOf(page.view)))
        found.push({ kind: kindOf[why], where: `第${number}页${why === 'underScan' ? '' : quoted(hidden)}` })
    }
    page.cleanup()
  }
  found.push(
    ...tracesAt(
      'unreadableFont',
      unreadable.map((number) => `第${number}页`),
    ),
  )
  return { text: words.join(''), found, hasUnreadable: unreadable.length > 0 }
}

interface Note {
  readonly subtype?: string
  readonly contentsObj?: { readonly str?: string }
  readonly fieldValue?: unknown
  readonly annotationFlags?: number
}

/** Bit 2 and bit 6 of the flags: hidden, and not to be seen. */
const unseenFlags = 2 | 32

async function notesOn(page: PdfPage, number: number, words: string[]): Promise<Trace[]> {
  const found: Trace[] = []
  const notes = (await page.getAnnotations({ intent: 'any' })) as Note[]
  for (const { subtype = '', contentsObj, fieldValue, annotationFlags = 0 } of notes) {
    const said = contentsObj?.str ?? ''
    const filled = typeof fieldValue === 'string' ? fieldValue : ''
    if (subtype === 'Redact') found.push({ kind: 'unappliedRedaction', where: `第${number}页` })
    if (subtype === 'Widget' && filled && annotationFlags & unseenFlags)
      found.push({ kind: 'hiddenContent', where: `第${number}页的隐藏填写项${quoted(filled)}` })
    if (remarks.has(subtype) && subtype !== 'Popup' && !isShape(subtype, said))
      found.push({ kind: 'comments', where: `第${number}页${said ? quoted(said) : ''}` })
    if (remarks.has(subtype) || filled) words.push(said, '\n', filled, '\n')
  }
  return found
}

/** A shape without words is a drawing; whether it covers something is seen where it is painted. */
const isShape = (subtype: string, said: string): boolean =>
  said === '' && ['Square', 'Circle', 'Polygon', 'PolyLine', 'Line'].includes(subtype)

/** What the versions before the last still say. */
export async function earlierTraces(data: Buffer, document: OpenPdf, hasTime: () => boolean): Promise<Trace[]> {
  const { found, left } = await formerWords(data, document, hasTime)
  const byPage = Map.groupBy(found, ({ page }) => page)
  return [
    ...tracesAt(
      'earlierVersion',
      [...byPage].map(([page, lines]) => `原第${page}页${quoted(lines.map(({ words }) => words).join(' '))}`),
    ),
    ...tracesAt('notLookedInto', left > 0 ? [`以前的版本还有${left}个没有检查`] : []),
  ]
}
