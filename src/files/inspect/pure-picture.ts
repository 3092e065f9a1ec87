import type { Kind } from '../kinds.ts'
import { plainText } from './plain-text.ts'

/** Behind the signature, where a script that a picture is as well must go on: `GIF89a/*`, `GIF89a=1;`, `BM/*`. */
const signatures: Partial<Record<Kind, number>> = { gif: 6, bmp: 2, jpg: 4 }
const scriptGoesOn = /^[\t\n\r ]*(?:\/[*/]|[=;,(.[?+-][\t\n\r -~]{3})/
/** What a browser would act upon wherever it stands in a file. Elements of XMP have a prefix and are none of these. */
const markup =
  /<(?:(?:script|!doctype\s{1,9}html|html|body|iframe|object|embed|form|marquee|details|video|audio)[\s/>]|(?:svg|img|math|meta|base|link|style)[\s/]{1,9}[a-z]{3})|javascript:[^\s]/i

/**
 * Whether a picture is nothing else besides: none that a browser also takes for a page, or runs as a script. Pictures of
 * telephones have films and other pictures behind their end, so what stands there is no matter by itself; nor are words of
 * languages that run on servers, since nothing here runs them.
 */
export function isPurePicture(kind: Kind, data: Buffer): boolean {
  const from = signatures[kind]
  if (from !== undefined && scriptGoesOn.test(data.toString('latin1', from, from + 64))) return false
  return plainText(data.subarray(0, 4096)) === undefined && !markup.test(data.toString('latin1'))
}
