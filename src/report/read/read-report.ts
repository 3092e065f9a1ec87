import { decodeText } from './decode.ts'
import { pageFromDocx } from './from-docx.ts'
import { pageFromHtml } from './from-html.ts'
import { readJson } from './from-json.ts'
import { withPdf } from './from-pdf.ts'
import { pageFromText } from './from-text.ts'
import { pageFromXlsx } from './from-xlsx.ts'
import type { Page, PageLine } from './page.ts'
import { readPage } from './read-page.ts'
import { readPdf } from './read-pdf.ts'
import { type Reading, Unreadable, unreadable } from './reading.ts'
import { type Source, sourceOf } from './source-of.ts'

const maxBytes = 40 * 1024 * 1024

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

const mostLines = 5000

/**
 * What stands in the file, line by line and cell by cell as the reader sees it before it looks for figures: to be shown beside
 * what it read. Nothing where the file cannot be opened, and of data without a page.
 */
export async function readLines(bytes: Uint8Array, name: string): Promise<PageLine[]> {
  try {
    const page = await pageOf(sourceOf(bytes, name), bytes)
    return (page?.lines ?? []).slice(0, mostLines)
  } catch {
    return []
  }
}

async function pageOf(source: Source, bytes: Uint8Array): Promise<Page | undefined> {
  switch (source) {
    case 'pdf':
      return withPdf(bytes, async ({ flat, drawn }) => (await drawn()) ?? flat)
    case 'docx':
      return pageFromDocx(bytes)
    case 'xlsx':
      return pageFromXlsx(bytes)
    case 'html':
      return pageFromHtml(decodeText(bytes, true))
    case 'text':
      return pageFromText(decodeText(bytes, false))
    default:
      return undefined
  }
}

async function readAs(source: Source, bytes: Uint8Array): Promise<Reading> {
  switch (source) {
    case 'pdf':
      return withPdf(bytes, readPdf)
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
    default:
      return unreadable(refusals[source])
  }
}

/** Why a file is not read, and what to do about it. */
const refusals = {
  locked: '文件设有密码，请先取消密码再提交',
  oldOffice: '文件是旧版Word、Excel或WPS格式（.doc、.xls、.wps、.et），请用Word或WPS打开，另存为.docx或.xlsx后再提交',
  richText: '文件是RTF格式，请用Word或WPS打开，另存为.docx后再提交',
  officeXml: '文件是Word、Excel的XML格式，请用Word或WPS打开，另存为.docx或.xlsx后再提交',
  layoutFile: '文件是OFD版式文件，请提供原来的Word文档，或者另存为带文字的PDF后再提交',
  openDocument: '文件是ODF格式（.odt、.ods），请用Word或WPS打开，另存为.docx或.xlsx后再提交',
  archive: '文件是网页归档（.mht），请在浏览器中打开，另存为网页（.html）或Word后再提交',
  picture: '文件是图片，没有可读的文字，请提供带文字的文档',
  otherZip: '压缩文件里不是Word或Excel文档，请解压后逐份提交',
  binary: '文件不是可读的文字或文档，请提供网页、Word、Excel、带文字的PDF或文本',
} as const satisfies Partial<Record<Source, string>>
