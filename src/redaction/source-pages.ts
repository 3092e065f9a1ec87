import type { YearMonthDay } from '../days/plain-date.ts'
import { imageSize } from '../files/image-size.ts'
import { readWordApart } from '../files/inspect/apart.ts'
import { type Kind, kinds } from '../files/kinds.ts'
import { isOnItsSide } from '../files/traces/photo-place.ts'
import { refusals } from '../refusal.ts'
import { textFromHtml } from '../text/from-html.ts'
import { picturePagesPdf } from '../typesetting/picture-pages.ts'
import { blocksOf } from '../typesetting/printed-blocks.ts'
import { textPagesPdf } from '../typesetting/text-pages.ts'

export interface SourceFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

const kindOf = ({ contentType }: SourceFile): Kind | undefined =>
  (Object.keys(kinds) as Kind[]).find((kind) => kinds[kind].contentType === contentType)

/** Whether its pages are ours and not the file's own. */
export const isLaidOutAnew = (contentType: string): boolean => contentType === kinds.docx.contentType

/**
 * The pages of a file as a PDF, in which passages are withheld: a PDF as it is, a picture as a page, a Word document laid out anew.
 * Refuses what has no pages here. Never inside a transaction.
 */
export async function sourcePages(file: SourceFile, day: YearMonthDay): Promise<Uint8Array> {
  const kind = kindOf(file)
  switch (kind) {
    case 'pdf':
      return file.bytes
    case 'png':
    case 'jpg':
    case 'gif':
      return pictureAsPage(file, kind, day)
    case 'docx':
      return wordAsPages(file, day)
    default:
      throw refusals.notRedactable(file.name)
  }
}

const [shortest, longest] = [60, 2000]
/** Of a scan of A4 at 150 dots an inch this makes A4 again. */
const pointsPerPixel = 72 / 150

async function pictureAsPage({ name, bytes }: SourceFile, format: 'png' | 'jpg' | 'gif', day: YearMonthDay) {
  const stored = imageSize(format, Buffer.from(bytes))
  const size = stored && isOnItsSide(Buffer.from(bytes)) ? { width: stored.height, height: stored.width } : stored
  if (!size) throw refusals.notRedactable(name)
  const scale = Math.min(pointsPerPixel, longest / Math.max(size.width, size.height))
  const [width, height] = [Math.max(shortest, size.width * scale), Math.max(shortest, size.height * scale)]
  return picturePagesPdf([{ picture: bytes, format, width, height, alt: '图片', runs: [] }], { title: name, day })
}

async function wordAsPages({ name, bytes }: SourceFile, day: YearMonthDay): Promise<Uint8Array> {
  const page = await readWordApart(bytes)
  if ('fault' in page) throw refusals.notRedactable(name)
  const { text } = await textFromHtml(page.html, { fileOf: (source) => source })
  const pictures = page.pictures.map(
    ({ contentType, bytes: picture }, index) =>
      [`picture:${index}`, { contentType, bytes: Buffer.from(picture) }] as const,
  )
  return textPagesPdf(blocksOf(text, new Map(pictures), ''), { title: name, day })
}
