import { wideEncoding } from './decode.ts'

/** What a file is: a form that is read, or one that is refused in words of its own. */
export type Source =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'html'
  | 'json'
  | 'text'
  | 'locked'
  | 'oldOffice'
  | 'richText'
  | 'officeXml'
  | 'layoutFile'
  | 'openDocument'
  | 'otherZip'
  | 'picture'
  | 'archive'
  | 'binary'

const begins = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte)

const webPage =
  /^(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|section|article|span|font|h[1-6]|center|p[\s>]|!--|!\[)/i
const officeXml =
  /^<\?xml[^>]{0,200}\?>[\s\S]{0,400}(?:progid="(?:Word|Excel)|<pkg:package|<w:wordDocument|urn:schemas-microsoft-com:office:spreadsheet)/i

/** What a file is, by its first bytes; the name only decides between kinds of text. */
export function sourceOf(bytes: Uint8Array, name: string): Source {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  if (head.includes('%PDF-')) return 'pdf'
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)) return zipSource(bytes)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return isEncrypted(bytes) ? 'locked' : 'oldOffice'
  const isPicture =
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    head.startsWith('GIF8') ||
    head.startsWith('BM6') ||
    begins(bytes, 0x49, 0x49, 0x2a, 0) ||
    (head.startsWith('RIFF') && head.includes('WEBP'))
  if (isPicture) return 'picture'
  if (isBinary(bytes)) return /^(?:doc|dot|xls|wps|wpt|et)$/.test(extension) ? 'oldOffice' : 'binary'
  const begin = head.replaceAll('\0', '').replace(/^[\s\xef\xbb\xbf\xff\xfe]+/, '')
  if (begin.startsWith('{\\rtf')) return 'richText'
  if (
    /^(?:From|Subject|Date|MIME-Version|Content-Type|Snapshot-Content-Location): /im.test(head) &&
    (/\bmultipart\/(?:related|alternative|mixed)/i.test(head) || /^mht(?:ml)?$|^eml$/.test(extension))
  )
    return 'archive'
  if (officeXml.test(begin)) return 'officeXml'
  if (extension === 'json' || (extension !== 'txt' && /^[{[]\s*["{]/.test(begin))) return 'json'
  if (/^html?$|^xhtml$|^shtml$/.test(extension) || webPage.test(begin)) return 'html'
  return 'text'
}

function zipSource(bytes: Uint8Array): Source {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.includes('word/document')) return 'docx'
  if (data.includes('xl/workbook')) return 'xlsx'
  if (data.includes('OFD.xml')) return 'layoutFile'
  return data.subarray(0, 200).includes('application/vnd.oasis.opendocument') ? 'openDocument' : 'otherZip'
}

/** A document with a password lies in the container of the old formats, under this name. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le'))

/** Control characters and zeros, which no text has except in UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  const isWide = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)
  let odd = 0
  let zeros = 0
  for (const byte of head) {
    if (byte === 0) zeros += 1
    else if (byte < 9 || (byte > 13 && byte < 27) || byte === 127) odd += 1
  }
  if (isWide || wideEncoding(bytes)) return false
  return zeros > 0 || odd > head.length / 50
}
