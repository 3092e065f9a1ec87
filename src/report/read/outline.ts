import type { SectionId } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { headingWords } from '../../law/report-label-variants.ts'
import type { Section } from '../report.ts'
import { bareName, ordinalLength, plain } from './bare.ts'
import { lineText, type Page, type PageLine, textLine } from './page.ts'
import { isChrome, joinWrapped, marginOf } from './paragraphs.ts'
import { isFigure } from './printed-figure.ts'

const sectionIds = reportFormats['2021'].sections.map(({ id }) => id)
const exactNames = new Map(reportFormats['2021'].sections.map(({ id, heading }) => [id, bareName(heading)]))
const tableSections: ReadonlySet<string> = new Set(['proactive', 'requests', 'remedies'])

/** Line numbers of the headings that are there. */
export type Headings = ReadonlyMap<SectionId, number>

const topOrdinal = /^\s*[一二三四五六七八九十]{1,2}\s*[、.,．:：\s]/

/** The section whose heading this line is, if any: the whole line, not a sentence that begins like one. */
function headingOf(text: string): { id: SectionId; weight: number }[] {
  const line = plain(text).trim()
  if (line.length < 2 || line.length > 46 || /[。;!?|]/.test(line) || /[\d一二三四五六]\s*$/.test(line)) return []
  const name = bareName(line)
  const isTop = topOrdinal.test(line)
  const hasOrdinal = ordinalLength(line) > 0
  return sectionIds.flatMap((id) => {
    if (name === exactNames.get(id)) return [{ id, weight: isTop ? 3 : hasOrdinal ? 1 : 2 }]
    if (!isTop || name.length > 34) return []
    return headingWords[id].some((words) => words.every((word) => name.includes(word))) ? [{ id, weight: 2 }] : []
  })
}

/** Words that, alone on their line, are the heading of a section. */
export const isSectionHeading = (text: string): boolean => headingOf(text).length > 0

/** The text of a line; of a row of a table only where one cell alone is filled. */
function onlyText(line: PageLine): string {
  if (!line.isRow) return lineText(line)
  const filled = line.cells.filter((cell) => cell.trim() !== '')
  return filled.length === 1 ? (filled[0] ?? '') : ''
}

/** Lines that are the heading of a section. */
export const headingLines = (page: Page, id: SectionId): number[] =>
  page.lines.flatMap((line, at) => (headingOf(onlyText(line)).some((heading) => heading.id === id) ? [at] : []))

/**
 * Where each section begins. A heading may be printed more than once (a table of contents, sub-items with the same
 * words): the last one that keeps the order of the sections is taken, numbered ones first.
 */
export function findHeadings(page: Page): Headings {
  const candidates = page.lines.flatMap((line, at) => headingOf(onlyText(line)).map((heading) => ({ ...heading, at })))
  const headings = new Map<SectionId, number>()
  let limit = page.lines.length
  for (const id of [...sectionIds].reverse()) {
    const mine = candidates.filter((candidate) => candidate.id === id && candidate.at < limit)
    const best = Math.max(0, ...mine.map(({ weight }) => weight))
    const at = mine.findLast(({ weight }) => weight === best)?.at
    if (at === undefined) continue
    headings.set(id, at)
    limit = at
  }
  if (!headings.has('overview')) {
    const at = page.lines.findIndex(
      (line, index) => index < limit && /^\s*一\s*[、.．]/.test(lineText(line)) && lineText(line).trim().length <= 26,
    )
    if (at >= 0) headings.set('overview', at)
  }
  return headings
}

/** Puts a heading that shares its line with the text behind it on a line of its own. */
export function withHeadingsApart(page: Page): Page {
  const lines = page.lines.flatMap((line) => {
    const text = lineText(line)
    if (line.isRow || text.length > 20_000 || !topOrdinal.test(plain(text.slice(0, 40)))) return [line]
    const whole = plain(text).trim()
    const gap = whole.search(/[^\S\n]/)
    const isHeading = gap > 0 && gap < 40 && [...exactNames.values()].includes(bareName(whole.slice(0, gap)))
    return isHeading ? [textLine(whole.slice(0, gap)), textLine(whole.slice(gap + 1))] : [line]
  })
  return { ...page, lines }
}

/** The line in which a section begins: that of its heading, or the first where the page prints it several times in a row. */
function beginOf(page: Page, [id, at]: readonly [SectionId, number]): number {
  const before = page.lines[at - 1]
  return before && headingOf(onlyText(before)).some((heading) => heading.id === id) ? beginOf(page, [id, at - 1]) : at
}

/** The text of each section, without its table and without the page around it. `isTable` tells table lines by number. */
export function sectionsOf(page: Page, headings: Headings, isTable: (line: number) => boolean): Section[] {
  const begins = [...headings].sort((a, b) => a[1] - b[1])
  const introEnd = begins[0] ? beginOf(page, begins[0]) : page.lines.length
  const sections: Section[] = []
  const intro = paragraphs(page, 0, introEnd, 'intro', isTable)
  if (intro.length > 0) sections.push({ id: 'intro', heading: '', paragraphs: intro })
  begins.forEach(([id, at], index) => {
    const next = begins[index + 1]
    const end = next ? beginOf(page, next) : page.lines.length
    const heading = onlyText(page.lines[at] ?? { cells: [], isRow: false }).trim()
    sections.push({ id, heading, paragraphs: paragraphs(page, at + 1, end, id, isTable) })
  })
  return sections
}

/** Which lines of a section are of the page around it; none where the page says so of its heading or of all its text. */
function besideOf(page: Page, from: number, to: number): (line: PageLine) => boolean {
  const isWhole = page.lines[from - 1]?.isAround || page.lines.slice(from, to).every(({ isAround }) => isAround)
  return ({ isAround }) => isAround === true && !isWhole
}

function paragraphs(
  page: Page,
  from: number,
  to: number,
  id: Section['id'],
  isTable: (line: number) => boolean,
): string[] {
  const lines: string[] = []
  const isBeside = besideOf(page, from, to)
  for (let index = from; index < to; index += 1) {
    const line = page.lines[index]
    if (!line) break
    if (isBeside(line)) {
      lines.push('')
      continue
    }
    const text = lineText(line)
    const isCells = line.isRow || text.includes('|')
    if (isCells && id !== 'intro' && !tableSections.has(id) && line.cells.length === 1 && !text.includes('|'))
      lines.push(text)
    else if (isCells || isFigure(text) || isChrome(text)) lines.push('')
    else if (tableSections.has(id) && (isTable(index) || !/[，,。；;：:]/.test(text) || text.trim().length < 8))
      lines.push('')
    else if (id === 'intro' && text.trim().length < 26 && !/[，,。；:：）)]/.test(text)) lines.push('')
    else lines.push(text)
  }
  const joined = joinWrapped(lines, marginOf(page))
  return id === 'intro' ? joined.filter((text) => text.length >= 15 && /[，,。；]/.test(text)) : joined
}
