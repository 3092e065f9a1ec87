import { cover, keptSigns, runsOf } from './covered.ts'
import { type OpenPages, withPages } from './engine.ts'
import type { CoveredPage, PageBox, PageFault, PagePicture, PageSize, PagesFound, SignsFound } from './page-picture.ts'
import { writePng } from './write-png.ts'

/** More pages than anybody looks through one by one. */
export const mostPages = 500
const mostWords = 500_000

export interface Shown {
  /** From nought. */
  readonly page: number
  /** In pixels. */
  readonly width: number
}

/** A page of a PDF as a picture. Runs in a process for files, as do all of these. */
export async function showPage(bytes: Uint8Array, { page, width }: Shown): Promise<PagePicture | { fault: PageFault }> {
  const painted = await withPages(bytes, (pages) => pages.paint(page, width) ?? ('noPage' as const))
  if (typeof painted === 'string') return { fault: painted }
  const { pixels, ...of } = painted
  return { ...of, png: writePng(pixels, of.width, of.height) }
}

/** How many pages a PDF has, how large they are and what they say. */
export async function findPages(bytes: Uint8Array): Promise<PagesFound | { fault: PageFault }> {
  const found = await withPages(bytes, (pages): PagesFound => {
    const { sizes, said } = eachPage(pages, pages.wordsOf, '')
    return { sizes, texts: said }
  })
  if (typeof found === 'string') return { fault: found }
  return found.sizes.length === 0 ? { fault: 'damaged' } : found
}

export interface ToCover extends Shown {
  readonly boxes: readonly PageBox[]
}

/** A page with these boxes painted over, as pixels anew, and of its words only those that can be seen beside them. */
export async function coverPage(
  bytes: Uint8Array,
  { page, width, boxes }: ToCover,
): Promise<CoveredPage | { fault: PageFault }> {
  const covered = await withPages(bytes, (pages) => {
    const [size, painted] = [pages.sizeOf(page), pages.paint(page, width)]
    if (!size || !painted) return 'noPage' as const
    cover(painted, size, boxes)
    return { size, painted, runs: runsOf(keptSigns(painted, size, pages.signsOf(page), boxes)) }
  })
  if (typeof covered === 'string') return { fault: covered }
  const { size, runs, painted } = covered
  const { pixels, ...of } = painted
  return { ...of, size, runs, png: writePng(pixels, of.width, of.height) }
}

/** Every sign of the pages and where it stands, up to so many signs. */
export async function findSigns(bytes: Uint8Array): Promise<SignsFound | { fault: PageFault }> {
  const found = await withPages(bytes, (pages): SignsFound => {
    const { sizes, said } = eachPage(pages, pages.signsOf, [])
    return { sizes, pages: said }
  })
  return typeof found === 'string' ? { fault: found } : found
}

/** Every page that can be opened with what it says, up to so much in all; beyond that `nothing`. */
function eachPage<Said extends { readonly length: number }>(
  pages: OpenPages,
  read: (page: number) => Said,
  nothing: Said,
): { sizes: PageSize[]; said: Said[] } {
  const sizes: PageSize[] = []
  const said: Said[] = []
  let left = mostWords
  for (let page = 0; page < Math.min(pages.count, mostPages); page += 1) {
    const size = pages.sizeOf(page)
    if (!size) break
    const words = left > 0 ? read(page) : nothing
    left -= words.length
    sizes.push(size)
    said.push(words)
  }
  return { sizes, said }
}
