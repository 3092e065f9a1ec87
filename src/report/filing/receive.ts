import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { AcceptedFile } from '../../files/accepted-file.ts'
import { addFile } from '../../files/store.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import type { ReadWithLines } from '../read/read-apart.ts'
import type { Reading } from '../read/reading.ts'
import { caseOf, enact, officeMatter } from './enact.ts'
import type { NewEvent } from './filing-event.ts'
import { whyNot } from './steps.ts'
import * as filings from './store/filings.ts'

/**
 * Keeps the report of an organ without an office here as it came, with what was read of it, for a person to compare. Refuses what is
 * no report, one on another year, and whoever files for themselves. File and `reading` come from outside this transaction: both take long.
 */
export async function receiveReport(
  tx: Tx,
  actor: Actor,
  now: Date,
  of: { readonly year: number; readonly filer: string },
  { file, reading, lines, arrivedOn }: ReadWithLines & { readonly file: AcceptedFile; readonly arrivedOn: PlainDate },
): Promise<void> {
  const found = await caseOf(tx, actor.organId, of.year, of.filer)
  const refusal = whyNot('receive', await officeMatter(tx, actor, found))
  if (refusal) throw refusal
  if (arrivedOn > actor.today) throw refusals.arrivedLater()
  const { report, findings, readable } = keptReading(reading)
  const isSeveral = findings.some(({ code }) => code === 'SEVERAL_REPORTS')
  if (!readable || isSeveral) throw refusals.openingUnreadable(findings[0]?.message ?? '')
  if (report.year !== null && report.year !== of.year) throw refusals.filedOtherYear(report.year, of.year)
  const other = await filings.findSameFile(tx, actor.organId, of.year, file.sha256, found.open.id)
  if (other) throw refusals.sameFileOf(other)
  const { id: fileId } = await addFile(tx, actor.organId, file, null)
  const event: NewEvent = {
    kind: 'received',
    data: {
      arrivedOn,
      fileName: file.name,
      sha256: file.sha256,
      report,
      findings: [...findings, ...otherName(report.organ, found.filer.name), ...unknownYear(report.year, of.year)],
      lines: keptLines(lines),
    },
  }
  await enact(tx, actor, now, found, event, fileId)
}

/** What the database keeps of a text: a damaged file may have signs in it that are none. */
const keptText = (text: string): string => text.toWellFormed().replaceAll('\0', '')

const keptReading = (reading: Reading): Reading =>
  JSON.parse(JSON.stringify(reading), (_key, value: unknown) => (typeof value === 'string' ? keptText(value) : value))

const longestCell = 2000
const mostCharacters = 400_000

/** As much of the original as a page shows, in characters that the database keeps. */
function keptLines(lines: ReadWithLines['lines']): { cells: string[]; isRow: boolean }[] {
  const kept: { cells: string[]; isRow: boolean }[] = []
  let left = mostCharacters
  for (const { cells, isRow } of lines) {
    const shown = cells.map((cell) => keptText(cell.slice(0, longestCell)))
    left -= shown.join('').length + shown.length
    if (left < 0) break
    kept.push({ cells: shown, isRow })
  }
  return kept
}

const otherName = (read: string | null, name: string): Reading['findings'] =>
  read?.replaceAll(/\s/g, '') === name
    ? []
    : [
        {
          code: 'OTHER_ORGAN',
          severity: 'warning',
          about: 'reading',
          message:
            read === null
              ? `没有读出是哪个机关的报告，请核对是不是${name}的报告。`
              : `文件里写的机关是“${read}”，请核对是不是${name}的报告。`,
        },
      ]

const unknownYear = (read: number | null, year: number): Reading['findings'] =>
  read !== null
    ? []
    : [
        {
          code: 'YEAR_MISMATCH',
          severity: 'warning',
          about: 'reading',
          message: `没有读出是哪一年度的报告，请核对是不是${year}年度的报告。`,
        },
      ]
