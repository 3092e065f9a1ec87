import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { LedgerYear } from '../../ledgers/years/ledger-year.ts'
import type { Organ } from '../../organs/organ.ts'
import { checkReport } from '../check/check-report.ts'
import { groundFindings } from '../check/ground.ts'
import { paragraphsOf } from '../check/plain-text.ts'
import { sameAsOthers } from '../check/same-as-others.ts'
import { notCompared } from '../check/why-not-compared.ts'
import { compileWithLedgers, periodOf } from '../compile.ts'
import { subordinateFindings, withSubordinates } from '../filing/subordinates.ts'
import { type Finding, ofTheReport } from '../finding.ts'
import { gatherFindings } from '../finding-list.ts'
import type { Known } from '../narrative/known.ts'
import type { AnnualReport } from '../report.ts'
import { countDocuments } from '../store/ledger-figures.ts'
import { listOthersWords } from '../store/others-words.ts'
import { findPublished } from '../store/published.ts'
import { type Count, countsOf } from './counts.ts'
import type { DraftContent } from './draft-event.ts'
import { isStatedWhole, withStated } from './stated.ts'
import { othersIn, sectionsOf, wordedSections } from './words.ts'

/** A report on a year as it would be printed now, and everything that it was made from. */
export interface Composed {
  readonly report: AnnualReport
  /** What the registers alone would say, figures and words. */
  readonly counted: AnnualReport
  readonly findings: Finding[]
  readonly ledgers: readonly LedgerYear[]
  readonly known: Known
  readonly counts: readonly Count[]
  readonly previous: AnnualReport | null
}

/**
 * Puts what people wrote and stated on what the registers count, and checks it, also against last year's report where that is
 * published. Without content it is the registers' own report. A year that is not over on `today`, and a ledger of which nothing
 * is known and nothing stated, are errors.
 */
export async function compose(
  tx: Tx,
  organ: Organ,
  year: number,
  content: DraftContent | null,
  today: PlainDate,
): Promise<Composed> {
  const { report: counted, ledgers, known } = await compileWithLedgers(tx, organ, year, today)
  const stated = content?.stated ?? []
  // What is stated stands in the place of the office's own part; organs below are added to it.
  const { figures: own, cells } = withStated(known.format, known.own ?? counted, stated)
  const figures = counted.countsBelow ? await withSubordinates(tx, organ.id, year, own, counted.countsBelow) : own
  const counts = countsOf(known.format, figures, known.facts)
  const report: AnnualReport = {
    ...counted,
    proactive: figures.proactive,
    requests: figures.requests,
    remedies: figures.remedies,
    ...(cells.length > 0 && { stated: cells }),
    sections: content ? sectionsOf(known.format, content.words, counts) : counted.sections,
  }
  const previous = (await findPublished(tx, organ.id, year - 1))?.report
  const documents = await countDocuments(tx, organ.id, periodOf(year))
  const checked = checkReport(report, {
    // What a person writes they answer for; only the registers' own sentences must be of their year.
    ...(content === null && { grounded: paragraphsOf(counted, 'problems') }),
    canMakeRules: organ.canMakeRules,
    isGovernment: organ.kind === 'government',
    lapsed: Object.fromEntries(documents.map(({ kind, lapsedThisYear }) => [kind, lapsedThisYear])),
    ...(previous && { previous }),
  })
  const unanswered = ledgers.filter(({ ledger }) => !isStatedWhole(ledger, stated))
  const alike = content
    ? sameAsOthers(
        report,
        await listOthersWords(tx, organ.id, year),
        counted.sections.flatMap(({ paragraphs }) => paragraphs),
      )
    : []
  const ground = [
    ...groundFindings(year, today, unanswered),
    ...unwritten(report),
    ...gone(content, counts),
    ...alike.map(ofTheReport),
    ...(await subordinateFindings(tx, organ.id, year, report)),
  ]
  const findings = gatherFindings(ground, checked, notCompared(previous, report))
  return { report, counted, findings, ledgers, known, counts, previous: previous ?? null }
}

/** Parts of the report that a person writes and nobody has: with a heading alone none of them is complete. */
const unwritten = ({ sections }: AnnualReport): Finding[] =>
  sections.flatMap(({ id, heading, paragraphs }) =>
    paragraphs.length > 0 || !wordedSections.some((each) => each === id)
      ? []
      : [
          {
            code: 'MISSING_SECTION',
            severity: 'error',
            about: 'report',
            row: id,
            message: `“${heading || '报告开头的说明'}”还没有写，请填写。`,
          },
        ],
  )

/** Linked numbers that the registers no longer know: nothing would say what is printed. */
const gone = (content: DraftContent | null, counts: readonly Count[]): Finding[] =>
  (content ? othersIn(content.words, counts) : [])
    .filter(({ value }) => value === null)
    .map(({ section, written }) => ({
      code: 'NARRATIVE_MISMATCH',
      severity: 'error',
      about: 'report',
      row: section,
      message: `文中引用的台账数“${written}”在台账里已经没有了（如渠道改了名），请改为普通数字，或者重新引用。`,
    }))
