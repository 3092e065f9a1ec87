import { getDocumentProxy } from 'unpdf'
import { type FileTraces, maxText, named, noTraces } from './traces.ts'

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
])

/** What a PDF carries: remarks, author, files, and whether its words can be selected at all. */
export async function tracesOfPdf(data: Buffer): Promise<FileTraces> {
  const document = await getDocumentProxy(new Uint8Array(data), { verbosity: 0, stopAtErrors: false })
  const words: string[] = []
  let length = 0
  let comments = 0
  for (let number = 1; number <= Math.min(document.numPages, maxPages) && length < maxText; number += 1) {
    const page = await document.getPage(number)
    for (const item of (await page.getTextContent()).items)
      if ('str' in item) {
        words.push(item.str, item.hasEOL ? '\n' : '')
        length += item.str.length
      }
    words.push('\n')
    const notes = (await page.getAnnotations()) as { subtype?: string; contentsObj?: { str?: string } }[]
    for (const { subtype = '', contentsObj } of notes) {
      if (!remarks.has(subtype)) continue
      if (subtype !== 'Popup') comments += 1
      words.push(contentsObj?.str ?? '', '\n')
    }
    page.cleanup()
  }
  const info: Readonly<Record<string, unknown>> = { ...(await document.getMetadata()).info }
  const said = (key: string) => (typeof info[key] === 'string' ? info[key] : undefined)
  const attached = (await document.getAttachments()) as Record<string, unknown> | null
  const text = words.join('')
  return {
    ...{ ...noTraces, text: text.slice(0, maxText), isTextless: text.trim() === '', comments },
    embedded: Object.keys(attached ?? {}),
    authors: [...named('作者', said('Author')), ...named('单位', said('Company'))],
  }
}
