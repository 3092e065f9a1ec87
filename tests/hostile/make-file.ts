import { crc32, deflateSync } from 'node:zlib'
import { makeZip, type ZipEntrySpec } from './make-zip.ts'
import { onlySign } from './only-sign.ts'

/** The `file` and `zip` generators of hostile-inputs.json. */
export type FileSpec =
  | {
      readonly gen: 'file'
      readonly name: string
      readonly contentType?: string
      readonly text?: string
      readonly hex?: string
      readonly padTo?: number
      readonly tail?: string
      readonly pngSize?: readonly [number, number]
      /** A PDF of one page whose packed content unpacks to this many bytes. */
      readonly pdfFlateSize?: number
    }
  | { readonly gen: 'zip'; readonly name: string; readonly entries: readonly ZipEntrySpec[] }

export interface MadeFile {
  readonly name: string
  /** What the sender says it is. */
  readonly contentType: string
  readonly bytes: Buffer
}

export function makeFile(spec: FileSpec): MadeFile {
  if (spec.gen === 'zip')
    return { name: spec.name, contentType: 'application/octet-stream', bytes: makeZip(spec.entries) }
  const { name, contentType = 'application/octet-stream', tail = '' } = spec
  const bytes = Buffer.concat([bodyOf(spec), Buffer.from(tail)])
  const missing = Math.max(0, (spec.padTo ?? 0) - bytes.length)
  return { name, contentType, bytes: Buffer.concat([bytes, Buffer.alloc(missing, ' ')]) }
}

function bodyOf({ text, hex, pngSize, pdfFlateSize }: Extract<FileSpec, { gen: 'file' }>): Buffer {
  if (pngSize) return makePng(...pngSize)
  if (pdfFlateSize !== undefined) return makeEmptyPdf(pdfFlateSize)
  return hex === undefined ? Buffer.from(text ?? '') : Buffer.from(hex, 'hex')
}

/** A PNG that states this size; its pixels are not there. */
export function makePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const framed = Buffer.alloc(body.length + 8)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), body.length + 4)
    return framed
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PDF of one page with this content, packed. */
export const makePdf = (content: Buffer): Buffer => pdfAround(deflateSync(content))

/** A PDF of one page of so many spaces. */
export function makeEmptyPdf(size: number): Buffer {
  const { packed, adler } = onlySign(' ', size)
  const end = Buffer.alloc(4)
  end.writeUInt32BE(adler)
  return pdfAround(Buffer.concat([Buffer.from([0x78, 0x9c]), packed, end]))
}

function pdfAround(packed: Buffer): Buffer {
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((part, index) => {
    const start = Buffer.from(`${index + 1} 0 obj\n${part}`)
    const stream = index === 3 ? [packed, Buffer.from('\nendstream')] : []
    return Buffer.concat([start, ...stream, Buffer.from('\nendobj\n')])
  })
  const head = Buffer.from('%PDF-1.7\n')
  let at = head.length
  const places = parts.map((part) => {
    const place = at
    at += part.length
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const end = `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([head, ...parts, Buffer.from(end)])
}
