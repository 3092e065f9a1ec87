import type { Finding } from '../finding.ts'
import { type AnnualReport, type CellRef, figure, setFigure } from '../report.ts'
import type { PdfPages } from './from-pdf.ts'
import { tableNames } from './given-up.ts'
import { readPage } from './read-page.ts'
import type { Reading } from './reading.ts'

/**
 * Reads a PDF by its lines of text; where that leaves figures out, once more by the cells that it draws. What the two read
 * differently is not certain, and not taken.
 */
export async function readPdf({ flat, drawn }: PdfPages): Promise<Reading> {
  const byLines = readPage(flat)
  const isSeveral = byLines.findings.some(({ code }) => code === 'SEVERAL_REPORTS')
  if (isSeveral || !byLines.findings.some(isTrouble)) return byLines
  const page = await drawn()
  if (!page) return byLines
  const byCells = readPage(page)
  if (!byCells.readable || places(byCells.report).length <= places(byLines.report).length) return byLines
  return withoutDoubtful(byCells, byLines)
}

/** Where a report has figures. */
function places({ proactive, requests, remedies }: AnnualReport): CellRef[] {
  const ofTwo = Object.entries(proactive).flatMap(([key, value]) =>
    value === null
      ? []
      : [
          {
            table: 'proactive' as const,
            row: key.slice(0, key.lastIndexOf('.')),
            column: key.slice(key.lastIndexOf('.') + 1),
          },
        ],
  )
  const ofOthers = Object.entries({ requests, remedies }).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, value]) =>
        value === null
          ? []
          : [{ table: table === 'requests' ? ('requests' as const) : ('remedies' as const), row, column }],
      ),
    ),
  )
  return [...ofTwo, ...ofOthers]
}

const isTrouble = ({ about, severity }: Finding): boolean => about === 'reading' && severity !== 'note'

function withoutDoubtful(reading: Reading, other: Reading): Reading {
  const doubtful = places(reading.report).filter((place) => {
    const theirs = figure(other.report, place)
    return theirs !== null && theirs !== figure(reading.report, place)
  })
  if (doubtful.length === 0) return reading
  for (const place of doubtful) setFigure(reading.report, place, null)
  const byTable = [...Map.groupBy(doubtful, ({ table }) => table)]
  return { ...reading, findings: [...reading.findings, ...byTable.map(([table, mine]) => doubt(table, mine))] }
}

const doubt = (table: CellRef['table'], mine: readonly CellRef[]): Finding => ({
  code: 'UNRELIABLE',
  severity: 'error',
  about: 'reading',
  row: table,
  rows: [...new Set(mine.map(({ row }) => row))],
  actual: mine.length,
  message: `${tableNames[table]}的表格有${mine.length}格按文字和按表格线读出的数字不同，这些格未读取，请与原文核对`,
})
