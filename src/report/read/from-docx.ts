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
  const place = placeInBody()
  const body = bodyReader(styles, page, place)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const parent = place.enter(name)
        if (place.isLeftOut()) return
        const value = attributes['w:val']
        if (parent === 'w:trPr' && name === 'w:hidden' && isOn(value)) place.hideRow()
        else if (parent === 'w:rPr') body.property(name, value)
        else if (leftOut.has(name)) place.leaveOut(parent === 'w:trPr' ? 'w:tr' : name)
        else body.begin(name, parent, value)
      },
      ontext(part) {
        const name = place.name()
        if (place.isInHiddenRow() && name === 'w:t') page.leaveOut('hidden', part)
        if (place.isLeftOut()) return
        if (name === 'w:t') body.text(part)
        // A figure set as an equation is printed as it stands; what is raised or lowered in it is a mark.
        else if (name === 'm:t') page.addText(place.isIn('m:sup') || place.isIn('m:sub') ? asMarks(part) : part)
      },
      onclosetag(name) {
        if (!place.isLeftOut()) body.end(name)
        place.leave()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(document)
  parser.end()
}

/** Which elements the reader stands in, and whether what stands there is left out. */
interface Place {
  /** Answers with the element around it. Refuses what lies too deep. */
  readonly enter: (name: string) => string | undefined
  readonly leave: () => void
  readonly name: () => string | undefined
  /** The element above the one around this. */
  readonly owner: () => string | undefined
  readonly isIn: (name: string) => boolean
  readonly isLeftOut: () => boolean
  readonly isInHiddenRow: () => boolean
  /** Leaves out the innermost element of that name with all that is in it. */
  readonly leaveOut: (name: string) => void
  /** The same with the row, whose words are told. */
  readonly hideRow: () => void
}

function placeInBody(): Place {
  const path: string[] = []
  /** The depth of the element that is left out; 0 while nothing is. */
  let leftAt = 0
  /** The depth of a row that is hidden, while in it. */
  let hiddenRowAt = 0
  const leaveOut = (name: string) => {
    leftAt = path.lastIndexOf(name) + 1
  }
  return {
    enter: (name) => {
      if (path.length >= maxDepth) throw new Unreadable(damaged)
      const parent = path.at(-1)
      path.push(name)
      return parent
    },
    leave: () => {
      if (hiddenRowAt === path.length) hiddenRowAt = 0
      if (leftAt === path.length) leftAt = 0
      path.pop()
    },
    name: () => path.at(-1),
    owner: () => path.at(-3),
    isIn: (name) => path.includes(name),
    isLeftOut: () => leftAt > 0,
    isInHiddenRow: () => hiddenRowAt > 0,
    leaveOut,
    hideRow: () => {
      leaveOut('w:tr')
      hiddenRowAt = leftAt
    },
  }
}

/** Puts what is not left out on the page: paragraphs, runs with their look, tables with their merged cells. */
function bodyReader(styles: ReadonlyMap<string, Look>, page: PageBuilder, place: Place) {
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
    place.leaveOut('w:tc')
  }
  const text = (part: string) => {
    if (look.isHidden) return page.leaveOut('hidden', part)
    if (look.isFaint && !look.isRaised) page.leaveOut('faint', part)
    page.addText(look.isRaised ? asMarks(part) : look.isFaint ? asDoubtful(part) : part)
  }
  const beginBlock = (name: string) => {
    beginCell()
    if (place.isLeftOut()) return
    if (name === 'w:tbl') page.beginTable()
    else paragraphs.push({ look: plainLook, isMarkDeleted: false })
  }
  const property = (name: string, value: string | undefined) => {
    const paragraph = paragraphs.at(-1)
    if (place.owner() === 'w:r') look = withProperty(look, name, value, styles)
    else if (place.owner() === 'w:pPr' && name === 'w:del' && paragraph) paragraph.isMarkDeleted = true
  }
  const begin = (name: string, parent: string | undefined, value: string | undefined) => {
    const paragraph = paragraphs.at(-1)
    if (name === 'w:r') look = paragraph?.look ?? plainLook
    else if (name === 'w:p' || name === 'w:tbl') beginBlock(name)
    else if (name === 'w:pStyle' && paragraph) paragraph.look = styles.get(value ?? '') ?? plainLook
    else if (name === 'w:tr') page.beginRow()
    else if (name === 'w:gridBefore') page.beginRow(countOf(value))
    else if (name === 'w:tc') cell = { columns: 1, isCovered: false }
    else if (name === 'w:gridSpan' && cell) cell.columns = countOf(value)
    else if ((name === 'w:vMerge' || name === 'w:hMerge') && cell) cell.isCovered = value !== 'restart'
    else if (name === 'w:tab' && parent === 'w:r') text('\t')
    else if (name === 'w:noBreakHyphen') text('-')
    else if (endsBlock.has(name)) page.endBlock()
    else if (isMark.has(name)) text('※')
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
  return { begin, property, text, end }
}

const mostColumns = 100
const countOf = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, 0), mostColumns) : 1
}
