import { markHeader } from './headers.ts'
import type { Column, Ledger } from './ledger.ts'

export interface ExplanationLine {
  readonly kind: 'title' | 'heading' | 'text' | 'columns' | 'column'
  readonly cells: readonly string[]
}

const line = (kind: ExplanationLine['kind'], ...cells: string[]): ExplanationLine => ({ kind, cells })

const general = [
  '每张工作表是一张台账，一行一件。带 * 的深色列必填，其余有就填、没有就留空。没有内容的台账留空即可，不要删改表头。',
  `每张表第2行是示例，“${markHeader}”列标有“示例”，导入时不计；可以保留，也可以删除。填写真实数据请从第3行起，或把“示例”改为序号。`,
  '日期写 2025-01-31、2025/1/31、2025年1月31日 都可以；金额以元为单位；有下拉列表的列请从列表选择。',
  '请勿填写申请人、当事人的姓名、证件号码、电话和住址。发现身份证号或者手机号的，整个文件不予导入。',
  '导入前先逐格检查，有一处错误就整个文件都不导入，并逐条列出错误的工作表、行、列和原因；改正后重新导入即可。',
  '同一行（按文号、编号等识别）再次导入时更新，内容相同的不变；文件里没有的旧数据不会被删除。',
  `“${markHeader}”“备注”两列供自用，不导入。请不要另加其他列。`,
]

const ways = (column: Column): string => {
  switch (column.kind) {
    case 'text':
      return column.isLink ? '网址' : `文字，最多${column.maxLength}字`
    case 'date':
      return '日期'
    case 'money':
      return column.mayBeNegative ? '金额（元），可为负数' : '金额（元）'
    case 'choice':
      return column.choices.length > 8
        ? `从列表选择，共${column.choices.length}项`
        : `从列表选择：${column.choices.map(({ label }) => label).join('；')}`
  }
}

/** The sheet 填写说明, line by line, told from the declarations. */
export const explanationRows = (ledgers: readonly Ledger[]): ExplanationLine[] => [
  line('title', '政府信息公开台账填写说明'),
  ...general.map((text, index) => line('text', `${index + 1}. ${text}`)),
  ...ledgers.flatMap((ledger) => [
    line('heading', ledger.sheet),
    line('text', ledger.purpose),
    line('columns', '列', '必填', '填法', '说明'),
    ...ledger.columns.map((column) =>
      line('column', column.header, column.required ? '是' : '', ways(column), column.note ?? ''),
    ),
  ]),
]
