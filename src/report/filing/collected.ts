import type { Tx } from '../../db/database.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import type { Organ } from '../../organs/organ.ts'
import { carryOverFindings } from '../check/last-year.ts'
import { declaredFormat } from '../declared-format.ts'
import { type Finding, type FindingCode, ofTheReport } from '../finding.ts'
import { type AnnualReport, figure } from '../report.ts'
import { type Rollup, rollUp } from '../rollup.ts'
import { cellsOf } from '../sheet.ts'
import type { KeptFigures } from './figures.ts'
import { type Outlier, outliersIn } from './outliers.ts'
import { type AcceptedFiling, listAccepted, listAcceptedFigures } from './store/accepted.ts'
import { listFilings } from './store/filers.ts'

/** Under which heading a finding of a filed report stands in the roll-up. */
const headings: Readonly<Record<string, readonly FindingCode[]>> = {
  sums: ['ROW_TOTAL', 'RESULTS_TOTAL', 'BALANCE', 'REMEDY_TOTAL', 'NEGATIVE', 'NOT_A_NUMBER'],
  lastYear: ['CARRY_OVER', 'IN_FORCE', 'REPEATED_TEXT', 'SUIT_WITHOUT_REVIEW', 'NOT_COMPARED'],
  law: [
    'RULES_POWER',
    'FEE_STATEMENT_MISSING',
    'GOVERNMENT_MATTER_MISSING',
    'MISSING_SECTION',
    'OVERVIEW_PART_MISSING',
    'OUTDATED_FORMAT',
    'MIXED_FORMAT',
    'UNIT_SUSPECT',
  ],
}

/** What was found in the report of one organ. */
export interface FoundIn {
  readonly organ: string
  readonly id: string
  readonly findings: readonly Finding[]
}

/** A sentence that several organs' reports say word for word. */
export interface SameSentence {
  readonly sentence: string
  readonly organs: readonly string[]
}

/** The accepted reports of a year, added up, with all that somebody should look at. */
export interface Collected {
  readonly year: number
  readonly expected: number
  readonly accepted: number
  /** Those whose report was not accepted yet. */
  readonly missing: readonly { readonly id: string; readonly name: string }[]
  readonly sum: AnnualReport | null
  readonly notStated: Rollup['notStated']
  readonly problems: readonly Finding[]
  readonly blank: Rollup['incomplete']
  readonly sums: readonly FoundIn[]
  readonly lastYear: readonly FoundIn[]
  readonly law: readonly FoundIn[]
  readonly others: readonly FoundIn[]
  readonly outliers: readonly Outlier[]
  readonly same: readonly SameSentence[]
  /** Organs all of whose figures are the same, and not all nought. */
  readonly sameFigures: readonly (readonly string[])[]
}

/** The title under which the sum stands. */
export const titleOfSum = (office: Pick<Organ, 'name'>, year: number): string =>
  `${office.name}所属机关${year}年政府信息公开工作年度报告汇总`

const reportOf = ({ name, figures }: AcceptedFiling, year: number): AnnualReport => ({
  title: null,
  organ: name,
  year,
  sections: [],
  ...figures,
})

const mostSame = 100

/** Adds up what an office has accepted of a year. Nothing else counts: neither what was filed only nor what is missing. */
export async function collect(tx: Tx, office: Organ, year: number): Promise<Collected> {
  const accepted = await listAccepted(tx, office.id, year)
  const before = await listAcceptedFigures(tx, office.id, year - 1)
  const lines = await listFilings(tx, office.id, year)
  const { report, notStated, incomplete, disagreements, findings } = rollUp(
    accepted.map((each) => ({ file: each.name, report: reportOf(each, year), findings: each.findings })),
  )
  const quarrels = new Map(disagreements.map(({ organ, findings: own }) => [organ, own]))
  const foundIn = (of: (filing: AcceptedFiling) => readonly Finding[]): FoundIn[] =>
    accepted
      .map((filing) => ({ id: filing.id, organ: filing.name, findings: of(filing) }))
      .filter(({ findings: own }) => own.length > 0)
  const under = (heading: string) => foundIn(({ findings: all }) => all.filter((each) => headingOf(each) === heading))
  return {
    year,
    expected: lines.filter(({ status, isAccepted }) => isAccepted || status !== 'excused').length,
    accepted: accepted.length,
    missing: lines
      .filter(({ isAccepted, status }) => !isAccepted && status !== 'excused')
      .map(({ id, name }) => ({ id, name })),
    sum: report && { ...report, title: titleOfSum(office, year), organ: office.name },
    notStated,
    problems: accepted.length === 0 ? [] : findings,
    blank: incomplete,
    sums: foundIn(({ name }) => quarrels.get(name) ?? []),
    lastYear: foundIn((filing) => sinceLastYear(filing, year, before.get(filing.id))),
    law: under('law'),
    others: under('others'),
    outliers: outliersIn(accepted, before),
    same: sameSentences(accepted),
    sameFigures: sameFigures(accepted),
  }
}

/** What does not follow from last year's report: what is carried over, from the one that was accepted here where there is one. */
function sinceLastYear(filing: AcceptedFiling, year: number, last: KeptFigures | undefined): readonly Finding[] {
  const found = filing.findings.filter((each) => headingOf(each) === 'lastYear')
  if (!last) return found
  const report = reportOf(filing, year)
  const previous = reportOf({ ...filing, figures: last }, year - 1)
  const carried = carryOverFindings(report, declaredFormat(report), previous).map(ofTheReport)
  return [...carried, ...found.filter(({ code }) => code !== 'CARRY_OVER' && code !== 'NOT_COMPARED')]
}

/** What could not be read says nothing about the report. */
const headingOf = ({ code, about }: Finding): string =>
  about === 'reading' ? 'others' : (Object.entries(headings).find(([, codes]) => codes.includes(code))?.[0] ?? 'others')

function sameFigures(accepted: readonly AcceptedFiling[]): string[][] {
  const cells = cellsOf(reportFormat2021)
  const written = accepted.map(({ name, figures }) => ({
    name,
    figures: cells.map((cell) => figure(figures, cell) ?? '').join(' '),
  }))
  return [...Map.groupBy(written, ({ figures }) => figures)]
    .filter(([figures, organs]) => organs.length > 1 && /[1-9]/.test(figures))
    .map(([, organs]) => organs.map(({ name }) => name))
}

function sameSentences(accepted: readonly AcceptedFiling[]): SameSentence[] {
  const said = new Map<string, string[]>()
  for (const { name, sentences } of accepted)
    for (const sentence of new Set(sentences)) said.set(sentence, [...(said.get(sentence) ?? []), name])
  return [...said]
    .filter(([, organs]) => organs.length > 1)
    .map(([sentence, organs]) => ({ sentence, organs }))
    .sort((a, b) => b.organs.length - a.organs.length)
    .slice(0, mostSame)
}
