import { reportFormats } from '../../../law/report-formats.ts'
import type { Finding } from '../../finding.ts'
import type { CellRef } from '../../report.ts'
import { lineText, type Page, type PageLine, textLine } from '../page.ts'
import { isPageNumber } from '../pieces.ts'
import { gluedFindings, proactiveFinding } from './findings.ts'
import { gridLines } from './grid.ts'
import { findProactive } from './proactive-rows.ts'
import { areCellsApart, isGlued, readGluedTable } from './read-table.ts'
import { findRemedies } from './remedies-row.ts'
import { type FoundTable, findRequests } from './requests-rows.ts'
import { type Item, itemsOf } from './stream.ts'
import { zonesOf } from './zones.ts'

/** A page whose glued tables stand as real tables, as far as they could be told apart. */
export interface Unglued {
  readonly page: Page
  readonly findings: readonly Finding[]
  /** Rows that stand on the page and were not read: nothing else may be said of them. */
  readonly refused: readonly { readonly table: CellRef['table']; readonly row: string }[]
}

/** A table to be put in place of a stretch of the text. */
interface Replacement {
  readonly from: number
  readonly to: number
  readonly lines: readonly PageLine[]
}

/** Longer texts are no reports. */
const longestText = 400_000
const manyFigures = /(?<![\d０-９.,，:：/年月-])(?:[0０][0-9０-９]{2,}|[1-9１-９][0-9０-９]{6,})/g
const figuresInLine = /[0-9０-９](?:[ \t\u00a0\u3000]{0,9}[0-9０-９])+/g
const longLine = 600
/** Cells of a row of section three, and more rows than section two has, whose rows are shorter. */
const rowWidth = 7
const manyRows = 9

/** Digits enough for a row of section three in fewer pieces than it has cells. */
const hasTooFewPieces = (figures: string): boolean =>
  figures.replace(/\s/g, '').length >= rowWidth && figures.split(/\s+/).length < rowWidth

/**
 * Whether it is worth while to look closer: many runs of digits that are hardly one figure, or that are a row with too few
 * gaps, or a line as long as a table.
 */
const mayBeGlued = (text: string, page: Page): boolean =>
  text.length < longestText &&
  /结转|結轉/.test(text) &&
  ((text.match(manyFigures)?.length ?? 0) >= 3 ||
    (text.match(figuresInLine) ?? []).filter(hasTooFewPieces).length >= manyRows ||
    page.lines.some((line) => !line.isRow && lineText(line).length > longLine))

/**
 * Reads tables whose cells hang together, by the sums of the form, and puts them on the page as real tables; undefined for
 * a page without such tables. What cannot be told apart for certain is left out and refused.
 */
export function unglue(page: Page): Unglued | undefined {
  const lines = page.lines.map((line) => (isPageNumber(lineText(line)) ? '' : lineText(line)))
  const text = lines.join('\n')
  if (!mayBeGlued(text, page)) return undefined
  const items = itemsOf(text)
  const zones = zonesOf(items)
  const tornAt = page.isTorn ? text.trimEnd().length : Number.POSITIVE_INFINITY
  const textOf = ({ from, to }: { readonly from: number; readonly to: number }) => text.slice(from, to)
  const requests = readTable(
    'requests',
    zones.flatMap((zone) => findRequests(zone) ?? []),
    (found) => isGlued(found, 'requests', textOf(found)),
    tornAt,
  )
  const isElsewhere = requests.replacements.length > 0
  const remedies = readTable(
    'remedies',
    zones.flatMap((zone) => findRemedies(zone) ?? []),
    (found) => isGlued(found, 'remedies', textOf(found)) || (isElsewhere && !areCellsApart(found, 'remedies')),
    tornAt,
  )
  if (!isElsewhere && remedies.replacements.length === 0) return undefined
  const all = [requests, remedies, readProactive(zones, textOf)]
  return {
    page: rebuilt(
      page,
      lines,
      items,
      all.flatMap(({ replacements }) => replacements),
    ),
    findings: all.flatMap(({ findings }) => findings),
    refused: all.flatMap(({ refused }) => refused),
  }
}

interface Result {
  readonly replacements: readonly Replacement[]
  readonly findings: readonly Finding[]
  readonly refused: Unglued['refused']
}

const untouched: Result = { replacements: [], findings: [], refused: [] }

function readTable(
  table: 'requests' | 'remedies',
  places: readonly FoundTable[],
  isMine: (found: FoundTable) => boolean,
  tornAt: number,
): Result {
  const glued = places.filter(isMine)
  if (glued.length === 0) return untouched
  const readings = glued.map((place) => {
    const isCutOff = place.to >= tornAt
    const found = {
      ...place,
      runs: isCutOff ? place.runs.slice(0, -1) : place.runs,
      problem: glued.length > 1 || places.length > 1 ? '文中不止一张' : place.problem,
    }
    const lost = isCutOff ? (place.runs.at(-1)?.ids ?? []) : []
    return { found, lost, reading: readGluedTable(found, table) }
  })
  return {
    replacements: readings.map(({ found, reading }) => ({
      from: found.from,
      to: found.to,
      lines: gridLines(found.format, table, reading.rows),
    })),
    findings: readings
      .slice(0, 1)
      .flatMap(({ found, reading, lost }) =>
        gluedFindings(table, { ...reading, refused: [...reading.refused, ...lost] }, found.problem),
      ),
    refused: readings.flatMap(({ reading, lost }) => [...reading.refused, ...lost].map((row) => ({ table, row }))),
  }
}

function readProactive(
  zones: readonly Item[][],
  textOf: (span: { readonly from: number; readonly to: number }) => string,
): Result {
  const places = zones.flatMap((zone) => findProactive(zone) ?? [])
  const [found] = places
  if (!found || places.length > 1) return untouched
  // Where bars keep the cells of a row apart, the usual reading sees more: blank cells too.
  if (!found.isGlued && found.spans.some((span) => textOf(span).includes('|'))) return untouched
  const refused = [...found.rows].flatMap(([row, cells]) => (cells === null ? [row] : []))
  const rows = new Map([...found.rows].flatMap(([row, cells]) => (cells === null ? [] : [[row, cells] as const])))
  return {
    replacements: [
      { from: found.from, to: found.to, lines: gridLines(reportFormats[found.format], 'proactive', rows) },
    ],
    findings: proactiveFinding(refused),
    refused: refused.map((row) => ({ table: 'proactive', row })),
  }
}

const beginsPart = /(?<=[。；])(?=[（(][一二三四五六七八九][）)])/

/** The page with the tables put in, and headings that stood within a line on lines of their own. */
function rebuilt(page: Page, lines: readonly string[], items: readonly Item[], tables: readonly Replacement[]): Page {
  const cuts = [...tables].sort((a, b) => a.from - b.from)
  const headings = items.filter(({ kind }) => kind === 'heading')
  const out: PageLine[] = []
  let start = 0
  page.lines.forEach((line, index) => {
    const text = lines[index] ?? ''
    const end = start + text.length
    const here = cuts.filter(({ from, to }) => from < end && to > start)
    const inside = headings.filter(({ from, to }) => from >= start && to <= end && to - from < text.trim().length)
    if (here.length === 0 && inside.length === 0) out.push(line)
    else {
      const stops = [
        ...here.map((cut) => ({ ...cut })),
        ...inside.map(({ from, to }) => ({ from, to, lines: undefined })),
      ]
      let at = start
      for (const stop of stops.sort((a, b) => a.from - b.from)) {
        if (!line.isRow) out.push(...textLines(text.slice(at - start, Math.max(0, stop.from - start))))
        if (stop.lines === undefined) out.push(textLine(text.slice(stop.from - start, stop.to - start)))
        else if (stop.from >= start) out.push(...stop.lines)
        at = Math.max(at, stop.to)
      }
      if (!line.isRow) out.push(...textLines(text.slice(at - start)))
    }
    start = end + 1
  })
  return { ...page, lines: out }
}

const textLines = (text: string): PageLine[] =>
  text
    .split(beginsPart)
    .filter((part) => part.trim() !== '')
    .map((part) => textLine(part))
