import { Parser } from 'htmlparser2'
import { decodeText } from './decode.ts'
import { asDoubtful, asMarks } from './marks.ts'
import { openZip } from './open-zip.ts'
import type { Page } from './page.ts'
import { buildPage, type PageBuilder } from './page-builder.ts'
import { Unreadable } from './reading.ts'
import { isOn, type Look, plainLook, runStyles, withProperty } from './word-look.ts'

const maxDepth = 1000
const damaged = '文件已损坏，不是完整的Word文档，请用Word或WPS重新另存为.docx后再提交'
const usualNames = /xmlns:(\w{1,20})\s*=\s*["'][^"']{1,60}\/wordprocessingml\/(?:2006\/)?main["']/
const mainPart = /^word\/document\d*\.xml$/

/** A page from a Word document (.docx), tables with their merged cells, without what is hidden or was deleted. */
export async function pageFromDocx(bytes: Uint8Array): Promise<Page> {
  const entries = await openZip(bytes)
  const text = (wanted: (name: string) => boolean): string | undefined => {
    const entry = entries.find(({ name }) => wanted(name))
    return entry && decodeText(entry.read(), false)
  }
  const document = text((name) => mainPart.test(name))
  const prefix = document && usualNames.exec(document.slice(0, 20_000))?.[1]
  if (prefix === undefined) throw new Unreadable(damaged)
  const body = prefix === 'w' ? document : document?.replace(new RegExp(`(</?|\\s)${prefix}:`, 'g'), '$1w:')
  const page = buildPage()
  readBody(body ?? '', runStyles(text((name) => name === 'word/styles.xml') ?? ''), page)
  page.end()
  return { lines: page.lines, title: null, isTorn: false, leftOut: page.leftOut }
}

/** What has no text of its own for the reader: deleted and moved away, second versions, readings above words, former properties. */
const leftOut = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:rt',
  'w:pPrChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblPrChange',
  'w:sectPrChange',
])
const endsBlock = new Set(['w:txbxContent', 'w:br', 'w:cr'])
const isMark = new Set(['w:sym', 'w:footnoteReference', 'w:endnoteReference'])

interface Cell {
  columns: number
  isCovered: boolean
}

/** The body of a document in one go: the document of a report has some ten thousand elements, and no tree of them is needed. */
function readBody(document: string, styles: ReadonlyMap<string, Look>, page: PageBuilder): void {
  const path: string[] = []
  /** The depth of the element that is left out with all that is in it; 0 while nothing is. */
  let leftAt = 0
  /** The depth of a row that is hidden, while in it; what stands in it is told. */
  let hiddenRowAt = 0
  const paragraphs: { look: Look; isMarkDeleted: boolean }[] = []
  let look = plainLook
  /** The cell that has begun, until its properties are known. */
  let cell: Cell | undefined

  const beginCell = () => {
    if (!cell) return
    const { columns, isCovered } = cell
    cell = undefined
    if (!isCovered) return page.beginCell(columns, 1)
    page.coverCell(columns)
    leftAt = path.lastIndexOf('w:tc') + 1
  }
  const addText = (part: string) => {
    if (look.isHidden) return page.leaveOut('hidden', part)
    if (look.isFaint && !look.isRaised) page.leaveOut('faint', part)
    page.addText(look.isRaised ? asMarks(part) : look.isFaint ? asDoubtful(part) : part)
  }
  const beginProperty = (name: string, value: string | undefined) => {
    const owner = path.at(-3)
    const paragraph = paragraphs.at(-1)
    if (owner === 'w:r') look = withProperty(look, name, value, styles)
    else if (owner === 'w:pPr' && name === 'w:del' && paragraph) paragraph.isMarkDeleted = true
  }
  const begin = (name: string, parent: string | undefined, value: string | undefined) => {
    if (name === 'w:r') look = paragraphs.at(-1)?.look ?? plainLook
    else if (name === 'w:t') return
    else if (name === 'w:p') {
      beginCell()
      if (leftAt > 0) return
      paragraphs.push({ look: plainLook, isMarkDeleted: false })
    } else if (name === 'w:pStyle') {
      const paragraph = paragraphs.at(-1)
      if (paragraph) paragraph.look = styles.get(value ?? '') ?? plainLook
    } else if (name === 'w:tbl') {
      beginCell()
      if (leftAt === 0) page.beginTable()
    } else if (name === 'w:tr') page.beginRow()
    else if (name === 'w:gridBefore') page.beginRow(countOf(value))
    else if (name === 'w:tc') cell = { columns: 1, isCovered: false }
    else if (name === 'w:gridSpan' && cell) cell.columns = countOf(value)
    else if ((name === 'w:vMerge' || name === 'w:hMerge') && cell) cell.isCovered = value !== 'restart'
    else if (name === 'w:tab' && parent === 'w:r') addText('\t')
    else if (name === 'w:noBreakHyphen') addText('-')
    else if (endsBlock.has(name)) page.endBlock()
    else if (isMark.has(name)) addText('※')
  }
  const end = (name: string) => {
    if (name === 'w:p') {
      // The text of a paragraph whose mark was deleted goes on in the next one.
      if (!paragraphs.pop()?.isMarkDeleted) page.endBlock()
    } else if (name === 'w:tc') {
      beginCell()
      page.endCell()
    } else if (name === 'w:tr') page.endRow()
    else if (name === 'w:tbl') page.endTable()
    else if (name === 'w:txbxContent') page.endBlock()
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (path.length >= maxDepth) throw new Unreadable(damaged)
        const parent = path.at(-1)
        path.push(name)
        if (leftAt > 0) return
        if (parent === 'w:trPr' && name === 'w:hidden' && isOn(attributes['w:val'])) {
          hiddenRowAt = path.lastIndexOf('w:tr') + 1
          leftAt = hiddenRowAt
        } else if (parent === 'w:rPr') beginProperty(name, attributes['w:val'])
        else if (leftOut.has(name)) leftAt = parent === 'w:trPr' ? path.lastIndexOf('w:tr') + 1 : path.length
        else begin(name, parent, attributes['w:val'])
      },
      ontext(part) {
        if (hiddenRowAt > 0 && path.at(-1) === 'w:t') page.leaveOut('hidden', part)
        if (leftAt > 0) return
        const name = path.at(-1)
        if (name === 'w:t') addText(part)
        // A figure set as an equation is printed as it stands; what is raised or lowered in it is a mark.
        else if (name === 'm:t') addText(path.includes('m:sup') || path.includes('m:sub') ? asMarks(part) : part)
      },
      onclosetag(name) {
        if (leftAt === 0) end(name)
        if (hiddenRowAt === path.length) hiddenRowAt = 0
        if (leftAt === path.length) leftAt = 0
        path.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(document)
  parser.end()
}

const mostColumns = 100
const countOf = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, 0), mostColumns) : 1
}
