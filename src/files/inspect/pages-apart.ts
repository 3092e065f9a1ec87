import { refusals } from '../../refusal.ts'
import type { CoveredPage, PageFault, PagePicture, PagesFound, SignsFound } from '../pages/page-picture.ts'
import type { Shown, ToCover } from '../pages/show-pages.ts'
import { has } from './apart.ts'
import { askProcess, type Failure } from './pool.ts'
import type { Task } from './task.ts'

export type Unshown = { readonly fault: PageFault | Failure }

/** How many pages a PDF has, their sizes and words, or why none can be shown. */
export const findPagesApart = (bytes: Uint8Array): Promise<PagesFound | Unshown> =>
  ask({ what: 'pages' }, bytes, arePages)

/** A page of a PDF as a picture, or why it cannot be shown. */
export const showPageApart = (bytes: Uint8Array, shown: Shown): Promise<PagePicture | Unshown> =>
  ask({ what: 'pagePicture', shown }, bytes, isPicture)

/** A page painted anew with boxes covered, or why it cannot be. */
export const coverPageApart = (bytes: Uint8Array, covered: ToCover): Promise<CoveredPage | Unshown> =>
  ask({ what: 'coveredPage', covered }, bytes, isCovered)

/** Every sign of a PDF with its place. */
export const findSignsApart = (bytes: Uint8Array): Promise<SignsFound | Unshown> =>
  ask({ what: 'signs' }, bytes, areSigns)

async function ask<Found extends object>(
  task: Task,
  bytes: Uint8Array,
  isAnswer: (result: unknown) => result is Found | { fault: PageFault },
): Promise<Found | Unshown> {
  const found = await askProcess(task, bytes, 'office', isAnswer)
  return typeof found === 'string' ? { fault: found } : found
}

/** What was found; refuses where nothing can be shown. */
export function orRefuse<Found extends object>(found: Found | Unshown): Found {
  if (isUnshown(found)) throw refusals.pagesNotShown(found.fault)
  return found
}

const isUnshown = (found: object): found is Unshown => 'fault' in found

const arePages = (result: unknown): result is PagesFound | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'sizes', 'texts')
const isPicture = (result: unknown): result is PagePicture | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'png', 'width', 'height', 'unknownFonts')
const isCovered = (result: unknown): result is CoveredPage | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'png', 'width', 'height', 'size', 'runs', 'unknownFonts')
const areSigns = (result: unknown): result is SignsFound | { fault: PageFault } =>
  has(result, 'fault') || has(result, 'sizes', 'pages')
