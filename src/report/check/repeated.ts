import type { Finding, ReportFault } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { paragraphsOf, plainText } from './plain-text.ts'

/** Figures and spaces aside; short paragraphs are too alike to prove anything. */
const wording = (report: AnnualReport): string =>
  paragraphsOf(report, 'problems')
    .join('')
    .replace(/[\d\p{P}]/gu, '')

const shortest = 10

/** The sentences of a text, without what numbers and heads them: 一是, 存在的主要问题：. Figures stay. */
export const sentencesOf = (paragraphs: readonly string[]): string[] =>
  paragraphs
    .flatMap((paragraph) => plainText(paragraph).split(/[。;!]/))
    .map((text) => text.replace(/^[^:]{2,16}:/, '').replace(/^\(?[一二三四五六七八九十\d]{1,2}(?:是|[、.)])/, ''))
    .filter((text) => text.length >= shortest)

const quoted = (sentences: readonly string[]): string => {
  const shown = sentences.slice(0, 3).map((sentence) => `“${sentence}”`)
  return `${shown.join('、')}${sentences.length > shown.length ? `等${sentences.length}句` : ''}`
}

const found = (severity: Finding['severity'], message: string): ReportFault => ({
  code: 'REPEATED_TEXT',
  severity,
  row: 'problems',
  message,
})

/**
 * C7: section 五 must speak of its own year. Where the year's own records are known, a sentence of last year's that they do not
 * say is an error, since they would say something else; otherwise what is the same is told.
 */
export function repeatedProblems(
  report: AnnualReport,
  previous: AnnualReport,
  grounded?: readonly string[],
): ReportFault[] {
  const section = '“五、存在的主要问题及改进情况”'
  const before = new Set(sentencesOf(paragraphsOf(previous, 'problems')))
  const same = [...new Set(sentencesOf(paragraphsOf(report, 'problems')))].filter((sentence) => before.has(sentence))
  const own = grounded && new Set(sentencesOf(grounded))
  const stale = own ? same.filter((sentence) => !own.has(sentence)) : []
  if (stale.length > 0)
    return [
      found(
        'error',
        `${section}中的${quoted(stale)}与上一年度报告相同，本年度的台账和平台记录反映的不是这些，请按本年度的情况改写。`,
      ),
    ]
  const text = wording(report)
  if (text.length >= 40 && text === wording(previous))
    return [found('warning', `${section}与上一年度报告的文字相同，应写本年度的问题和改进情况。`)]
  if (same.length === 0) return []
  return [found('note', `${section}中的${quoted(same)}与上一年度报告相同，请确认仍是本年度的情况。`)]
}
