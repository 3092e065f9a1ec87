import type { Finding } from '../finding.ts'
import type { LeftOut, Page } from './page.ts'

const mostNamed = 5

const kinds = {
  hidden: { what: '处隐藏的内容', advice: '没有读取，请取消隐藏后再检查，或者与原文核对' },
  faint: { what: '处划线、白色、极小、移位或者像注码的数字', advice: '没有作为数字计入，请与原文核对' },
  beyond: { what: '处超出读取范围的内容', advice: '没有读取，请只保留年度报告所在的工作表和行列后再检查' },
} as const satisfies Record<LeftOut['kind'], { what: string; advice: string }>

/** What the tables of a page hold and nobody sees as a figure: it was not read, and that is said once for each kind. */
export const leftOutFindings = ({ leftOut = [] }: Page): Finding[] =>
  (['hidden', 'faint', 'beyond'] as const).flatMap((kind) => {
    const mine = leftOut.filter((one) => one.kind === kind)
    if (mine.length === 0) return []
    const named = [...new Set(mine.map(({ what }) => what))]
    const more = named.length > mostNamed ? '等' : ''
    return {
      code: 'LEFT_OUT',
      severity: 'warning',
      about: 'reading',
      actual: mine.length,
      message: `表格里有${mine.length}${kinds[kind].what}（${named.slice(0, mostNamed).join('、')}${more}）${kinds[kind].advice}`,
    }
  })

/** A part of a table is hidden or was not read: what the table lacks may stand there. */
export const hidesParts = ({ leftOut = [] }: Page): boolean => leftOut.some(({ kind }) => kind !== 'faint')
