import { bare } from './bare.ts'
import type { Draft } from './draft.ts'
import { headingLines } from './outline.ts'
import { lineText, type Page } from './page.ts'
import { piecesOf } from './pieces.ts'
import { findRows } from './table-rows.ts'

const title =
  /^.{3,40}20\d\d年?度?.{0,12}(?:信息公开|政务公开).{0,14}(?:报告|年报)$|^20\d\d年?度?.{3,40}(?:信息公开|政务公开).{0,14}(?:报告|年报)$/
/** Fewer rows than this make no report. */
const leastRows = 5
const maxPieces = 20_000

/** True when the page holds the tables of more than one report: another title, or section one again, and tables behind both. */
export function holdsSeveral(page: Page): boolean {
  const overviews = new Set(headingLines(page, 'overview'))
  const titles = new Map<number, string>()
  page.lines.forEach((line, at) => {
    const text = lineText(line)
    if (line.isRow || text.length > 80) return
    const words = bare(text)
    if (title.test(words)) titles.set(at, words)
  })
  if (overviews.size < 2 && new Set(titles.values()).size < 2) return false
  const pieces = piecesOf(page).slice(0, maxPieces)
  const ignored: Pick<Draft, 'findings' | 'hasStrangers'> = { findings: [], hasStrangers: false }
  const rowLines = findRows(pieces, ignored).rows.map(({ occurrence }) => pieces[occurrence.first]?.line ?? 0)
  return countReports(page.lines.length, overviews, titles, new Set(rowLines)) > 1
}

function countReports(
  lines: number,
  overviews: ReadonlySet<number>,
  titles: ReadonlyMap<number, string>,
  rowLines: ReadonlySet<number>,
): number {
  let reports = 0
  let rows = 0
  let current: string | undefined
  const close = () => {
    if (rows >= leastRows) reports += 1
    rows = 0
  }
  for (let at = 0; at < lines; at += 1) {
    const named = titles.get(at)
    if (overviews.has(at) || (named !== undefined && named !== current)) close()
    current = named ?? current
    if (rowLines.has(at)) rows += 1
  }
  close()
  return reports
}
