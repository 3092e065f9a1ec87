import { bare, bareName } from './bare.ts'
import { doubtfulFee } from './doubtful-fee.ts'
import { giveUpDoubtful } from './doubtful-rows.ts'
import { newDraft, rowKey } from './draft.ts'
import { givenUpFindings, printedAsNone, unsavedFormulas } from './given-up.ts'
import { unglue } from './glued/unglue.ts'
import { hidesParts, leftOutFindings } from './left-out.ts'
import { readMasthead } from './masthead.ts'
import { findMissing } from './missing.ts'
import { findHeadings, type Headings, sectionsOf, withHeadingsApart } from './outline.ts'
import { lineText, type Page, withoutInvisible } from './page.ts'
import { isProse, type Piece, piecesOf } from './pieces.ts'
import { readProactive } from './proactive-table.ts'
import { type Reading, severalReports, unreadable } from './reading.ts'
import { readRemedies } from './remedies-table.ts'
import { readRequests } from './requests-table.ts'
import { holdsSeveral } from './several-reports.ts'
import { withoutStrays } from './stray-rows.ts'
import { findRows } from './table-rows.ts'
import type { Tables } from './tables.ts'
import type { Bounds } from './torn.ts'
import { whichFormat } from './which-format.ts'

const notAReport = '没有找到年度报告的六个部分或表格，可能不是政府信息公开工作年度报告，或者正文是图片'

/** A report has some eight hundred; more is no report, and must not take long. */
const maxPieces = 10_000

/** Reads an annual report from a page of any origin, by the path of labels and under the headers of its tables. */
export function readPage(origin: Page): Reading {
  const source = withoutInvisible(origin)
  const unglued = unglue(source)
  const page = withHeadingsApart(unglued?.page ?? source)
  const headings = findHeadings(page)
  if (holdsSeveral(page)) return severalReports()
  const draft = newDraft({ ...page, hidesParts: hidesParts(source) })
  for (const { table, row } of unglued?.refused ?? []) {
    draft.seen.add(rowKey(table, row))
    draft.told.add(rowKey(table, row))
  }
  draft.findings.push(...(unglued?.findings ?? []))
  const start = headings.get('proactive') ?? headings.get('overview') ?? 0
  const pieces = piecesOf(page)
    .filter(({ line }) => line >= start)
    .slice(0, maxPieces)
  const early = readMasthead(
    page,
    headings,
    sectionsOf(page, headings, () => false),
  )
  const tables = withoutStrays(findRows(pieces, draft), draft, (at) => isParagraph(page, at))
  const bounds = {
    proactive: boundsOf(tables, headings, 'proactive'),
    requests: boundsOf(tables, headings, 'requests'),
  }
  giveUpDoubtful(tables, draft, bounds, early)
  readProactive(tables, draft, bounds.proactive)
  readRequests(tables, draft, bounds.requests)
  readRemedies(tables, draft, headings, early)
  const tableLines = new Set(
    pieces.flatMap((piece, index) => (piece.kind !== 'text' || tables.found.owner[index] ? [piece.line] : [])),
  )
  const sections = sectionsOf(page, headings, (line) => tableLines.has(line))
  const masthead = readMasthead(page, headings, sections)
  if (headings.size === 0 && draft.seen.size === 0) return unreadable(notAReport)
  const { format, findings } = whichFormat(draft)
  // Of what is drawn without words nobody can say that it is not there.
  const isMentioned = (heading: string) =>
    page.hasWordlessPages === true || page.lines.some((line) => bare(lineText(line)).includes(bareName(heading)))
  return {
    report: { ...masthead, format, ...draft.figures, sections },
    findings: [
      ...findings,
      ...doubtfulFee(draft, masthead.organ),
      ...draft.findings,
      ...leftOutFindings(source),
      ...givenUpFindings(draft),
      ...printedAsNone(draft),
      ...unsavedFormulas(draft),
      ...findMissing(draft, format, headings, isMentioned),
    ],
    readable: true,
  }
}

const isParagraph = ({ lines }: Page, at: number): boolean => {
  const line = lines[at]
  return line !== undefined && !line.isRow && !lineText(line).includes('|') && isProse(lineText(line))
}

const next = { proactive: 'requests', requests: 'remedies' } as const

/** Where a table lies: from its heading or its first header to the heading of the next table. */
function boundsOf({ pieces, found, rows }: Tables, headings: Headings, table: keyof typeof next): Bounds {
  const mine = rows.filter(({ label }) => label.table === table)
  const first = mine[0]?.occurrence.first ?? pieces.length
  const last = mine.at(-1)?.occurrence.last ?? first
  const pieceAt = (line: number | undefined) =>
    line === undefined ? -1 : pieces.findIndex((piece) => piece.line >= line)
  const before =
    rows.findLast(({ label, occurrence }) => label.table !== table && occurrence.last < first)?.occurrence.last ?? -1
  const header = found.occurrences.find(
    ({ candidates, first: at }) =>
      at > before && at < first && candidates.some((label) => label.table === table && label.kind === 'column'),
  )
  const heading = pieceAt(headings.get(table))
  const from = heading > before && heading <= first ? heading : (header?.first ?? figuresBefore(pieces, first))
  const ends = [
    pieceAt(headings.get(next[table])),
    pieceAt(headings.get('remedies')),
    pieceAt(headings.get('problems')),
    found.occurrences.find(
      ({ candidates, first: at }) => at > last && candidates.every((label) => label.table !== table),
    )?.first ?? -1,
  ].filter((end) => end > last)
  return { from, to: Math.min(...ends, pieces.length) }
}

/** Where figures enough for a row stand right before the first label, the table begins with them. */
function figuresBefore(pieces: readonly Piece[], first: number): number {
  let at = first
  while (pieces[at - 1]?.kind === 'figure') at -= 1
  return first - at >= 7 ? at : first
}
