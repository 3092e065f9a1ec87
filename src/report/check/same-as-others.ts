import type { ReportFault } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { paragraphsOf } from './plain-text.ts'
import { sentencesOf } from './repeated.ts'

/** What another organ says in a section of its public report on the same year. */
export interface OthersWords {
  readonly organ: string
  readonly section: string
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
 * Sentences of a part that people write which stand word for word in the same part of another organ's report on the year. In
 * section 五 that is a fault, for problems are one's own; elsewhere it is told. What the registers themselves propose is nobody's.
 */
export function sameAsOthers(
  report: AnnualReport,
  others: readonly OthersWords[],
  proposed: readonly string[],
): ReportFault[] {
  return report.sections.flatMap(({ id, heading }) => {
    const own = ownSentences(paragraphsOf(report, id), proposed)
    return others
      .flatMap(({ organ, section, paragraphs }) => {
        const theirs = new Set(section === id ? sentencesOf(paragraphs) : [])
        const same = own.filter((sentence) => theirs.has(sentence))
        return same.length > 0 ? [{ organ, same }] : []
      })
      .slice(0, told)
      .map(({ organ, same }) => foundIn(id, heading, organ, same))
  })
}

const foundIn = (id: string, heading: string, organ: string, same: readonly string[]): ReportFault => ({
  code: 'SAME_AS_OTHERS',
  severity: id === 'problems' ? 'warning' : 'note',
  row: id,
  message: `“${heading || '报告开头的说明'}”中的“${same[0]}”${same.length > 1 ? `等${same.length}句` : ''}与${organ}的报告相同，${
    id === 'problems' ? '请写本机关自己的情况' : '请确认写的是本机关自己的情况'
  }。`,
})
