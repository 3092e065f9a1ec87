import type { WordedSection } from '../../report/draft/words.ts'
import type { Finding } from '../../report/finding.ts'
import type { CellRef } from '../../report/report.ts'

/** The parts of the workbench. */
export const parts = [
  { id: 'sheet', label: '统计表' },
  { id: 'words', label: '文字' },
  { id: 'findings', label: '检查' },
  { id: 'course', label: '审签、公布、报送' },
] as const
export type PartId = (typeof parts)[number]['id']
export const isPart = (id: string): id is PartId => parts.some((part) => part.id === id)

/** What the parts that are written are called. */
export const sectionLabels: Readonly<Record<WordedSection, string>> = {
  intro: '开头的说明',
  overview: '一、总体情况',
  problems: '五、存在的主要问题及改进情况',
  otherMatters: '六、其他需要报告的事项',
}

/** The findings that concern a cell: those that name it, or its whole row. */
export const findingsAt = (findings: readonly Finding[], { row, column }: CellRef): Finding[] =>
  findings.filter((each) => each.row === row && (each.column === undefined || each.column === column))
