import type { ReportFormat } from '../../law/report-format.ts'
import { cellName } from '../cell-name.ts'
import { type AnnualReport, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import type { NarrativeFacts } from '../store/narrative-facts.ts'

/** A number that the registers know and a sentence may stand on: it is written as they have it, until the report is put up. */
export interface Count {
  /** `cell:newReceived/total`, `fact:items`, `channel:示例发布`. */
  readonly id: string
  readonly label: string
  readonly value: string
}

const facts: readonly {
  readonly id: string
  readonly label: string
  readonly of: (facts: NarrativeFacts) => unknown
}[] = [
  { id: 'items', label: '通过各渠道发布信息（条）', of: ({ items }) => items },
  { id: 'interpretations', label: '其中政策解读（条）', of: ({ interpretations }) => interpretations },
  { id: 'responses', label: '其中回应社会关切（条）', of: ({ responses }) => responses },
  { id: 'reposts', label: '其中转载（条）', of: ({ reposts }) => reposts },
  { id: 'standing', label: '平台上可以查阅的信息（条）', of: ({ standing }) => standing },
  { id: 'published', label: '在平台公开信息（次）', of: ({ reviewed }) => reviewed.published },
  { id: 'levels', label: '公开前最少经过的审核级数', of: ({ reviewed }) => reviewed.levels },
  { id: 'extended', label: '延长答复期限（件）', of: ({ extended }) => extended },
  { id: 'supplemented', label: '告知补正（件）', of: ({ supplemented }) => supplemented },
  { id: 'consulted', label: '征求第三方或者其他机关意见（件）', of: ({ consulted }) => consulted },
  { id: 'late', label: '超过期限公开的信息（条）', of: ({ shortcomings }) => shortcomings.late },
  { id: 'lateAnswers', label: '超过期限答复的申请（件）', of: ({ shortcomings }) => shortcomings.lateAnswers },
  { id: 'feeNotices', label: '发出信息处理费收费通知（件）', of: ({ fees }) => fees.notices },
  { id: 'feesNotified', label: '通知收取信息处理费（元）', of: ({ fees }) => fees.notified },
  { id: 'feesCollected', label: '实际收取信息处理费（元）', of: ({ fees }) => fees.collected },
]

/** Every number that may be linked: the cells of the form as they will be printed, what the text counts, each channel. */
export function countsOf(
  format: ReportFormat,
  figures: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>,
  known: NarrativeFacts,
): Count[] {
  return [
    ...facts.map(({ id, label, of }) => ({ id: `fact:${id}`, label, value: String(of(known)) })),
    ...known.channels.map(({ name, count }) => ({
      id: `channel:${name}`,
      label: `${name}发布信息（条）`,
      value: String(count),
    })),
    ...cellsOf(format).map((cell) => ({
      id: `cell:${cell.row}/${cell.column}`,
      label: cellName(format, cell),
      value: String(figure(figures, cell) ?? ''),
    })),
  ]
}
