import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../report.ts'

const withoutIt = '本次未与上年比对'

/** Says that nothing was compared with last year, so that nobody takes silence for agreement. */
export const notCompared = (previous: AnnualReport | undefined, { year }: Pick<AnnualReport, 'year'>): Finding[] =>
  previous
    ? []
    : [
        {
          code: 'NOT_COMPARED',
          severity: 'note',
          about: 'reading',
          message: `未与上年比对：没有${year === null ? '上一年度' : `${year - 1}年度`}的报告，上年结转、现行有效等与上年的衔接没有核对。`,
        },
      ]

/**
 * Why a report is not compared with the one before, if it is not: that one is of another organ, or of another year. An organ or a year that is not known is taken at its word. Says nothing about the report itself.
 */
export function whyNotCompared(previous: AnnualReport, report: AnnualReport): Finding | undefined {
  if (!isSameOrgan(previous.organ, report.organ))
    return {
      code: 'OTHER_ORGAN',
      severity: 'warning',
      about: 'reading',
      expected: report.organ,
      actual: previous.organ,
      message: `用来比对的上一年度报告是${previous.organ}的，本报告是${report.organ}的；${withoutIt}，请提供同一机关的报告。`,
    }
  if (previous.countsBelow !== report.countsBelow)
    return {
      code: 'NOT_COMPARED',
      severity: 'note',
      about: 'reading',
      message: '未与上年比对：两年的报告统计的机关范围不同（本机关，或者包括所属机关），上年结转、现行有效等没有核对。',
    }
  const { year } = report
  if (previous.year === null || year === null || previous.year === year - 1) return undefined
  return {
    code: 'YEAR_MISMATCH',
    severity: 'error',
    about: 'reading',
    expected: year - 1,
    actual: previous.year,
    message: `用来比对的上一年度报告是${previous.year}年的，应提供${year - 1}年的报告；${withoutIt}。`,
  }
}

/** 市统计局 and 示例市统计局 may be one organ; 统计局 and 教育局 are not. */
function isSameOrgan(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true
  return ends(one, other) || ends(other, one)
}

const ends = (name: string, short: string): boolean => name.replace(/\s/g, '').endsWith(short.replace(/\s/g, ''))
