import type { YearMonthDay } from '../days/plain-date.ts'
import { maxFileBytes } from '../files/accept.ts'
import { coverPageApart, findPagesApart, orRefuse } from '../files/inspect/pages-apart.ts'
import type { CoveredPage, PageSize } from '../files/pages/page-picture.ts'
import { refusals } from '../refusal.ts'
import { picturePagesPdf } from '../typesetting/picture-pages.ts'
import { type Passage, unnamedIn } from './passage.ts'

/** More pages than one file is blacked out in at once. */
const mostPages = 200
/** Pixels an inch: as a good scan; and where the file would be too large, as a plain one. */
const resolutions = [170, 110] as const
const widest = 2400

/**
 * The file that leaves: every page of `pages` (a PDF) painted to pixels, its passages painted over in them, and a new PDF made of
 * these pictures, with the words that can be seen beside the passages. Nothing else of the file comes along: no layer, no
 * earlier version, no embedded file, no metadata. Refuses passages without name or ground, a page that cannot be shown for
 * certain, and what would be too large. Never inside a transaction.
 */
export async function redactedFile(
  pages: Uint8Array,
  passages: readonly Passage[],
  named: { readonly title: string; readonly day: YearMonthDay },
): Promise<Uint8Array> {
  if (passages.length === 0) throw refusals.nothingRedacted()
  const [unnamed] = unnamedIn(passages)
  if (unnamed) throw refusals.passageUnnamed(unnamed.page + 1)
  const found = orRefuse(await findPagesApart(pages))
  if (found.sizes.length > mostPages) throw refusals.tooManyPages(mostPages)
  if (passages.some(({ page }) => page >= found.sizes.length)) throw refusals.pagesNotShown('noPage')
  for (const dotsPerInch of resolutions) {
    const file = await madeAt(dotsPerInch, { pages, passages, sizes: found.sizes }, named)
    if (file.length <= maxFileBytes) return file
  }
  throw refusals.redactedTooLarge()
}

interface Source {
  readonly pages: Uint8Array
  readonly passages: readonly Passage[]
  readonly sizes: readonly PageSize[]
}

async function madeAt(
  dotsPerInch: number,
  { pages, passages, sizes }: Source,
  named: { readonly title: string; readonly day: YearMonthDay },
): Promise<Uint8Array> {
  const made = []
  for (const [page, { width }] of sizes.entries()) {
    const boxes = passages.filter((each) => each.page === page).flatMap((each) => each.boxes)
    const pixels = Math.min(widest, Math.max(100, Math.round((width / 72) * dotsPerInch)))
    made.push(await coveredPage(pages, { page, width: pixels, boxes }))
  }
  return picturePagesPdf(
    made.map(({ png, size, runs }, index) => ({
      picture: png,
      format: 'png',
      ...size,
      runs,
      alt: `第${index + 1}页`,
    })),
    named,
  )
}

async function coveredPage(pages: Uint8Array, covered: Parameters<typeof coverPageApart>[1]): Promise<CoveredPage> {
  let tried = await coverPageApart(pages, covered)
  // Of a hundred pages one may meet a process that is about to end: a page that is too much for a fresh one, too, is.
  if ('fault' in tried && tried.fault === 'tooLarge') tried = await coverPageApart(pages, covered)
  const page = orRefuse(tried)
  const [unknown] = page.unknownFonts
  // What is drawn for such a font is a guess: nobody knows what would be given out.
  if (unknown !== undefined) throw refusals.fontNotInFile(covered.page + 1, unknown)
  return page
}
