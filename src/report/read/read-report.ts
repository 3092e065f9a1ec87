import { decodeText, wideEncoding } from './decode.ts'
import { pageFromDocx } from './from-docx.ts'
import { pageFromHtml } from './from-html.ts'
import { readJson } from './from-json.ts'
import { pageFromPdf } from './from-pdf.ts'
import { pageFromText } from './from-text.ts'
import { pageFromXlsx } from './from-xlsx.ts'
import { readPage } from './read-page.ts'
import { type Reading, Unreadable, unreadable } from './reading.ts'

const maxBytes = 40 * 1024 * 1024

type Source =
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'html'
  | 'json'
  | 'text'
  | 'oldOffice'
  | 'otherZip'
  | 'picture'
  | 'archive'
  | 'binary'

/**
 * Reads a published annual report from a file of any kind that organs publish: text, web page, Word, Excel, PDF with
 * text, or JSON. The content decides, then the name. Never throws for bad input: then `readable` is false.
 */
export async function readReport(bytes: Uint8Array, name: string): Promise<Reading> {
  if (bytes.length === 0) return unreadable('文件是空的，请检查后重新提交')
  if (bytes.length > maxBytes) return unreadable('文件超过40MB，请压缩图片或另存后再提交')
  try {
    return await readAs(sourceOf(bytes, name), bytes)
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message)
    return unreadable('文件已损坏或格式不符，无法读取，请重新保存后再试')
  }
}

async function readAs(source: Source, bytes: Uint8Array): Promise<Reading> {
  switch (source) {
    case 'pdf':
      return readPage(await pageFromPdf(bytes))
    case 'docx':
      return readPage(await pageFromDocx(bytes))
    case 'xlsx':
      return readPage(await pageFromXlsx(bytes))
    case 'html':
      return readPage(pageFromHtml(decodeText(bytes, true)))
    case 'json':
      return readJson(decodeText(bytes, false))
    case 'text':
      return readPage(pageFromText(decodeText(bytes, false)))
    case 'oldOffice':
      return unreadable('文件是旧版Word、Excel（.doc、.xls）或设有密码，请取消密码并另存为.docx或.xlsx后再提交')
    case 'archive':
      return unreadable('文件是网页归档（.mht），请在浏览器中打开，另存为网页（.html）或Word后再提交')
    case 'picture':
      return unreadable('文件是图片，没有可读的文字，请提供带文字的文档')
    case 'otherZip':
      return unreadable('压缩文件里不是Word或Excel文档，请解压后逐份提交')
    case 'binary':
      return unreadable('文件不是可读的文字或文档，请提供网页、Word、Excel、带文字的PDF或文本')
  }
}

const begins = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((byte, index) => bytes[index] === byte)

/** What a file is, by its first bytes; the name only decides between kinds of text. */
function sourceOf(bytes: Uint8Array, name: string): Source {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return 'pdf'
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)) return zipSource(bytes)
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'oldOffice'
  const isPicture =
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    head.startsWith('GIF8') ||
    head.startsWith('BM6') ||
    begins(bytes, 0x49, 0x49, 0x2a, 0) ||
    (head.startsWith('RIFF') && head.includes('WEBP'))
  if (isPicture) return 'picture'
  if (isBinary(bytes)) return 'binary'
  if (
    /^(?:From|Subject|Date|MIME-Version|Content-Type|Snapshot-Content-Location): /im.test(head) &&
    /multipart\/related/i.test(head)
  )
    return 'archive'
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const begin = head.replaceAll('\0', '').replace(/^[\s\xef\xbb\xbf\xff\xfe]+/, '')
  if (extension === 'json' || (extension !== 'txt' && /^[{[]\s*["{]/.test(begin))) return 'json'
  if (
    /^html?$|^xhtml$|^shtml$/.test(extension) ||
    /^<(?:!doctype html|html|head|body|meta|table|div|p[\s>]|!--)/i.test(begin)
  )
    return 'html'
  return 'text'
}

function zipSource(bytes: Uint8Array): Source {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.includes('word/document')) return 'docx'
  return data.includes('xl/workbook') ? 'xlsx' : 'otherZip'
}

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
