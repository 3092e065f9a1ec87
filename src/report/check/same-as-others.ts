import type { ReportFault } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { paragraphsOf } from './plain-text.ts'
import { sentencesOf } from './repeated.ts'

/** What another organ says in section 五 of its public report on the same year. */
export interface OthersWords {
  readonly organ: string
  readonly paragraphs: readonly string[]
}

/** Shorter ones every office writes. */
const shortest = 20
const told = 3

/** The sentences of a text that are long enough to be somebody's own: what the registers themselves propose is nobody's. */
export function ownSentences(paragraphs: readonly string[], proposed: readonly string[]): string[] {
  const machine = new Set(sentencesOf(proposed))
  return [...new Set(sentencesOf(paragraphs))].filter(
    (sentence) => sentence.length >= shortest && !machine.has(sentence),
  )
}

/**
 * Sentences of section 五 that stand word for word in another organ's report on the year: problems are one's own. What the
 * registers themselves propose is nobody's.
 */
export function sameAsOthers(
  report: AnnualReport,
  others: readonly OthersWords[],
  proposed: readonly string[],
): ReportFault[] {
  const own = ownSentences(paragraphsOf(report, 'problems'), proposed)
  return others
    .flatMap(({ organ, paragraphs }) => {
      const theirs = new Set(sentencesOf(paragraphs))
      const same = own.filter((sentence) => theirs.has(sentence))
      return same.length > 0 ? [{ organ, same }] : []
    })
    .slice(0, told)
    .map(({ organ, same }) => ({
      code: 'SAME_AS_OTHERS',
      severity: 'warning',
      row: 'problems',
      message: `“五、存在的主要问题及改进情况”中的“${same[0]}”${same.length > 1 ? `等${same.length}句` : ''}与${organ}的报告相同，请写本机关自己的情况。`,
    }))
}
