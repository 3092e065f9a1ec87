import { z } from 'zod'
import { mostPages } from './show-pages.ts'

/** How pages are asked for: counted from one, as people do. */
export const PageNumber = z.coerce
  .number('没有这一页')
  .int('没有这一页')
  .min(1, '没有这一页')
  .max(mostPages, '没有这一页')

/** In pixels; enough for a page that is looked at closely. */
const widest = 2400
export const WantedWidth = z.strictObject({ width: z.coerce.number().int().min(100).max(widest).default(1200) })

/** A picture of a page is for whoever asked, and no cache keeps it; beside it, whether words in it may be shown wrong. */
export const pictureHeaders = (unknownFonts: readonly string[]) => ({
  'cache-control': 'no-store',
  'content-type': 'image/png',
  'content-disposition': 'inline',
  'content-security-policy': "default-src 'none'; sandbox",
  ...(unknownFonts.length > 0 && { 'x-unknown-fonts': encodeURIComponent(unknownFonts.join('、')) }),
})
