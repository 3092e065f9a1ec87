import type { CoveredPage, PageFault, PagePicture, PagesFound, SignsFound } from '../pages/page-picture.ts'
import type { Shown, ToCover } from '../pages/show-pages.ts'
import { has } from './apart.ts'
import { askProcess, type Failure } from './pool.ts'

export type Unshown = { readonly fault: PageFault | Failure }

/** How many pages a PDF has, their sizes and words, or why none can be shown. */
export async function findPagesApart(bytes: Uint8Array): Promise<PagesFound | Unshown> {
  const found = await askProcess({ what: 'pages' }, bytes, 'office', arePages)
  return typeof found === 'string' ? { fault: found } : found
}

/** A page of a PDF as a picture, or why it cannot be shown. */
export async function showPageApart(bytes: Uint8Array, shown: Shown): Promise<PagePicture | Unshown> {
  const picture = await askProcess({ what: 'pagePicture', shown }, bytes, 'office', isPicture)
  return typeof picture === 'string' ? { fault: picture } : picture
}

/** A page painted anew with boxes covered, or why it cannot be. */
export async function coverPageApart(bytes: Uint8Array, covered: ToCover): Promise<CoveredPage | Unshown> {
  const page = await askProcess({ what: 'coveredPage', covered }, bytes, 'office', isCovered)
  return typeof page === 'string' ? { fault: page } : page
}

/** Every sign of a PDF with its place. */
export async function findSignsApart(bytes: Uint8Array): Promise<SignsFound | Unshown> {
  const found = await askProcess({ what: 'signs' }, bytes, 'office', areSigns)
  return typeof found === 'string' ? { fault: found } : found
}

const arePages = (result: unknown): result is PagesFound | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'sizes', 'texts')
const isPicture = (result: unknown): result is PagePicture | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'png', 'width', 'height', 'unknownFonts')
const isCovered = (result: unknown): result is CoveredPage | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'png', 'width', 'height', 'size', 'runs', 'unknownFonts')
const areSigns = (result: unknown): result is SignsFound | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'sizes', 'pages')
