import type { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { isReason } from '../../organs/text.ts'
import { refusals } from '../../refusal.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { checkReport } from '../check/check-report.ts'
import { paragraphsOf } from '../check/plain-text.ts'
import { ownSentences } from '../check/same-as-others.ts'
import { declaredFormat } from '../declared-format.ts'
import { isPlaceIn } from '../draft/pinned.ts'
import { type Finding, unreadOf } from '../finding.ts'
import { gatherFindings, hasErrors } from '../finding-list.ts'
import { type AnnualReport, cellId, figure } from '../report.ts'
import { cellsOf, cellWithId } from '../sheet.ts'
import type { Filer } from './filer.ts'
import type { FilingSource, NewEvent, OfficeStepName, officeInputs, TypedCell } from './filing-event.ts'
import { type StepMatter, whyNot } from './steps.ts'
import { withTyped } from './typed-cells.ts'

type Input<Name extends OfficeStepName> = z.infer<(typeof officeInputs)[Name]>

export interface OfficeMatter extends StepMatter {
  /** What was accepted of the organ on the year before, to compare with; null where nothing was. */
  readonly previous: AnnualReport | null
  /** Until when it is due here. */
  readonly dueOn: PlainDate
}

/** What an organ hands in: the report as it was signed or published, with what its checks found. */
export interface Filed {
  readonly source: FilingSource
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
  /** The sentences that the registers themselves propose: nobody's. */
  readonly proposed: readonly string[]
}

/** The sentences by which a report may be known to say the same as another. */
const writtenIn = (report: AnnualReport, proposed: readonly string[] = []): string[] =>
  ownSentences([...paragraphsOf(report, 'overview'), ...paragraphsOf(report, 'problems')], proposed)

/** The event of a report that an organ hands in itself. Refuses what `whyNot` refuses, and another report than the person has before them. */
export function fileReport(matter: StepMatter, { source, report, findings, proposed }: Filed, seen: string): NewEvent {
  const refusal = whyNot('file', matter)
  if (refusal) throw refusal
  const hash = canonicalHash(report)
  if (hash !== seen) throw refusals.textChanged()
  return {
    kind: 'filed',
    data: { source, hash, report, findings: [...findings], sentences: writtenIn(report, proposed) },
  }
}

/** The event that a step of the office adds; refuses what `whyNot` refuses and what does not fit. */
export function take<Name extends OfficeStepName>(name: Name, matter: OfficeMatter, input: Input<Name>): NewEvent {
  const refusal = whyNot(name, matter)
  if (refusal) throw refusal
  return effects[name](matter, input)
}

type Effects = { readonly [Name in OfficeStepName]: (matter: OfficeMatter, input: Input<Name>) => NewEvent }

const effects: Effects = {
  confirm: ({ filing, filer, year, previous }, { typed }) => {
    const { received } = filing
    if (!received) throw refusals.textChanged()
    refuseUntypable(received.report, typed)
    const report = withTyped({ ...received.report, organ: filer.name, year }, typed)
    const findings = checkFiled(report, { filer, previous, read: unsettled(received.findings, report, typed) })
    const source: FilingSource = { kind: 'file', fileName: received.fileName, typed }
    return {
      kind: 'filed',
      data: { source, hash: canonicalHash(report), report, findings, sentences: writtenIn(report) },
    }
  },
  accept: ({ filing }, { note }) => {
    if (filing.filed && hasErrors(filing.filed.findings) && !isReason(note)) throw refusals.acceptsErrors()
    return { kind: 'accepted', data: { note } }
  },
  sendBack: ({ filing }, { pinned, note }) => {
    const report = filing.received?.report ?? filing.filed?.report
    if (!report || !pinned.every((each) => isPlaceIn(report, each))) throw refusals.noSuchPlace()
    return { kind: 'returned', data: { note, pinned } }
  },
  remind: ({ dueOn }) => ({ kind: 'reminded', data: { dueOn } }),
  discard: (_, data) => ({ kind: 'discarded', data }),
  excuse: (_, data) => ({ kind: 'excused', data }),
  expect: (_, data) => ({ kind: 'expected', data }),
}

/** Refuses what is no cell of the report's form, a cell twice, and parts of a case. */
function refuseUntypable(read: AnnualReport, typed: readonly TypedCell[]): void {
  for (const [index, { cell: id, value }] of typed.entries()) {
    const cell = cellWithId(declaredFormat(read), id)
    if (!cell || typed.findIndex((each) => each.cell === id) < index)
      throw refusals.unknownStatedCell(`typed.${index}.cell`)
    if (cell.column !== 'amountWan' && value?.includes('.'))
      throw refusals.statedFraction('件数', `typed.${index}.value`)
  }
}

/** What the reader found, but for what concerns rows and tables of which every figure stands by now, or was typed. */
function unsettled(findings: readonly Finding[], report: AnnualReport, typed: readonly TypedCell[]): Finding[] {
  const known = new Set(typed.map(({ cell }) => cell))
  const cells = cellsOf(declaredFormat(report))
  const isSettled = (name: string): boolean => {
    const within = cells.filter(({ table, row }) => table === name || row === name || row.startsWith(`${name}.`))
    return (
      within.some((cell) => known.has(cellId(cell))) &&
      within.every((cell) => known.has(cellId(cell)) || figure(report, cell) !== null)
    )
  }
  return findings.filter(({ row, rows }) => {
    const spoken = rows ?? (row === undefined ? [] : [row])
    return spoken.length === 0 || !spoken.every(isSettled)
  })
}

interface FiledContext {
  readonly filer: Filer
  readonly previous: AnnualReport | null
  /** What is left of the reader's own trouble. */
  readonly read: readonly Finding[]
}

/** What is wrong with a report that was read from a file, last year's beside it where it is known. */
function checkFiled(report: AnnualReport, { filer, previous, read }: FiledContext): Finding[] {
  const checked = checkReport(report, {
    unread: unreadOf(read),
    isGovernment: filer.kind === 'government',
    ...(previous && { previous }),
  })
  return gatherFindings(read, checked)
}
