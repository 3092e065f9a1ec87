import { type OpenPdf, openPdf } from './open-pdf.ts'

/** The words of an earlier version that the last one does not have any more, and on which of its pages. */
export interface Former {
  readonly page: number
  readonly words: string
}

export interface FormerVersions {
  readonly found: readonly Former[]
  /** Versions that were not looked into: there were too many, or no time. */
  readonly left: number
}

const mostVersions = 12
const mostPages = 100
const shortest = 2

/**
 * What is still in a PDF of the versions before the last: programs add a change behind the end and leave the rest as it was.
 * A seal or a signature is added in the same way, and takes no word away.
 */
export async function formerWords(bytes: Buffer, last: OpenPdf, hasTime: () => boolean): Promise<FormerVersions> {
  const ends = endsIn(bytes)
  if (ends.length === 0) return { found: [], left: 0 }
  const now = (await linesOf(last)).map(({ line }) => line).join('')
  const found = new Map<string, Former>()
  // The first, and then those nearest to the present.
  const looked = [...new Set([ends[0] ?? 0, ...ends.slice(-mostVersions).reverse()])]
  let left = Math.max(0, ends.length - looked.length)
  for (const end of looked) {
    if (!hasTime()) {
      left += 1
      continue
    }
    try {
      const former = await openPdf(bytes.subarray(0, end))
      for (const { page, line } of await linesOf(former))
        if (line.length >= shortest && !now.includes(line)) found.set(`${page} ${line}`, { page, words: line })
      await former.loadingTask.destroy()
    } catch {
      // What is no PDF up to there is no version of it.
    }
  }
  return { found: [...found.values()], left }
}

/** Where the versions before the last end. A file for the web says twice where it ends and is one version. */
function endsIn(bytes: Buffer): number[] {
  const ends: number[] = []
  for (let at = bytes.indexOf('%%EOF'); at >= 0; at = bytes.indexOf('%%EOF', at + 5)) ends.push(at + 5)
  const isForWeb = bytes.subarray(0, 2048).includes('/Linearized')
  return ends.slice(isForWeb ? 1 : 0, -1)
}

async function linesOf(document: OpenPdf): Promise<{ readonly page: number; readonly line: string }[]> {
  const lines: { page: number; line: string }[] = []
  const add = (page: number, words: unknown) => {
    if (typeof words === 'string' && words.trim()) lines.push({ page, line: words.replace(/\s+/g, '') })
  }
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const page = await document.getPage(number)
    for (const item of (await page.getTextContent()).items) if ('str' in item) add(number, item.str)
    for (const note of await page.getAnnotations({ intent: 'any' })) {
      add(number, note.contentsObj?.str)
      add(number, note.fieldValue)
    }
    page.cleanup()
  }
  return lines
}
