import { newDraft, rowKey } from './draft.ts'
import { unglue } from './glued/unglue.ts'
import { readMasthead } from './masthead.ts'
import { findMissing } from './missing.ts'
import { findHeadings, sectionsOf, withHeadingsApart } from './outline.ts'
import type { Page } from './page.ts'
import { piecesOf } from './pieces.ts'
import { readProactive } from './proactive-table.ts'
import { type Reading, unreadable } from './reading.ts'
import { readRemedies } from './remedies-table.ts'
import { readRequests } from './requests-table.ts'
import { findRows } from './table-rows.ts'
import { whichFormat } from './which-format.ts'

const notAReport = '没有找到年度报告的六个部分或表格，可能不是政府信息公开工作年度报告，或者正文是图片'

/** A report has some eight hundred; more is no report, and must not take long. */
const maxPieces = 10_000

/** Reads an annual report from a page of any origin, by the path of labels. */
export function readPage(source: Page): Reading {
  const unglued = unglue(source)
  const page = withHeadingsApart(unglued?.page ?? source)
  const headings = findHeadings(page)
  const draft = newDraft()
  for (const { table, row } of unglued?.refused ?? []) {
    draft.seen.add(rowKey(table, row))
    draft.unclear.add(rowKey(table, row))
  }
  draft.findings.push(...(unglued?.findings ?? []))
  const start = headings.get('proactive') ?? headings.get('overview') ?? 0
  const pieces = piecesOf(page)
    .filter(({ line }) => line >= start)
    .slice(0, maxPieces)
  const tables = findRows(pieces, draft.findings)
  readProactive(tables, draft)
  readRequests(tables, draft)
  const problems = headings.get('problems')
  readRemedies(tables, draft, problems ?? page.lines.length)
  const tableLines = new Set(
    pieces.flatMap((piece, index) => (piece.kind !== 'text' || tables.found.owner[index] ? [piece.line] : [])),
  )
  const sections = sectionsOf(page, headings, (line) => tableLines.has(line))
  const masthead = readMasthead(page, headings, sections)
  if (headings.size === 0 && draft.seen.size === 0) return unreadable(notAReport)
  const { format, findings } = whichFormat(draft)
  return {
    report: { ...masthead, format, ...draft.figures, sections },
    findings: [...findings, ...draft.findings, ...findMissing(draft, format, headings)],
    readable: true,
  }
}
