import { inflateSync } from 'node:zlib'
import { withoutRadicals } from '../../text/radicals.ts'
import { openPdf } from '../pdf/open-pdf.ts'
import type { Reading } from './verdict.ts'

/** Marks stand on the first page, in a bound volume on the first page of each part. */
const maxPages = 50
const maxWords = 100_000
const maxUnpacked = 128 * 1024 * 1024
/** A stream may be packed several times over; readers unpack all of it. */
const maxLayers = 4
/** So many times its length, of what its streams are together. */
const maxOverlap = 4

/** The text of a PDF. One that is no longer readable has no text; that alone is no reason to refuse it. */
export async function inspectPdf(bytes: Buffer): Promise<Reading> {
  if (isBomb(bytes)) return { fault: 'tooLarge' }
  try {
    const document = await openPdf(bytes)
    const words: string[] = []
    for (let number = 1; number <= Math.min(document.numPages, maxPages) && words.length < maxWords; number += 1) {
      const page = await document.getPage(number)
      for (const item of (await page.getTextContent()).items)
        if ('str' in item) words.push(withoutRadicals(item.str), item.hasEOL ? '\n' : '')
      words.push('\n')
      page.cleanup()
    }
    return { kind: 'pdf', text: words.join('') }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return { fault: 'locked' }
    return { kind: 'pdf', text: '' }
  }
}

/** True when its packed streams unpack to more than a document needs, or are so many and so long that it was made for that. */
function isBomb(bytes: Buffer): boolean {
  let unpacked = 0
  let tried = 0
  let end = 0
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (at >= 3 && bytes.toString('latin1', at - 3, at) === 'end') continue
    const start = at + 6 + (bytes[at + 6] === 0x0d ? 1 : 0) + 1
    // Looked for once: streams without an end would each search the rest of the file.
    if (end < start) end = nextEnd(bytes, start)
    let layer = bytes.subarray(start, end)
    for (let count = 0; count < maxLayers && (layer[0] ?? 0) % 16 === 8; count += 1) {
      // Streams lie side by side; where many share their bytes, each costs what all of them are long.
      tried += count === 0 ? layer.length : 0
      if (tried > maxOverlap * bytes.length + maxOverlap) return true
      try {
        layer = inflateSync(layer, { maxOutputLength: maxUnpacked - unpacked + 1, finishFlush: 2 })
      } catch (error) {
        if (error instanceof RangeError) return true
        break
      }
      unpacked += layer.length
      if (unpacked > maxUnpacked) return true
    }
  }
  return false
}

function nextEnd(bytes: Buffer, start: number): number {
  const at = bytes.indexOf('endstream', start)
  return at < 0 ? bytes.length : at
}
