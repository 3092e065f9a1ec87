import type { PlainDate } from '../../days/plain-date.ts'

/** A line of the catalogue of art. 12: 索引, 名称, 内容概述, 生成日期. */
export interface RecordEntry {
  readonly recordId: string
  readonly number: string
  readonly indexNumber: string
  readonly title: string
  readonly abstract: string
  readonly madeOn: PlainDate | null
  readonly publishedOn: PlainDate
  readonly columnName: string
}

export const recordHeaders = ['索引号', '名称', '内容概述', '生成日期', '公开日期', '栏目', '网址'] as const

/** The line as a spreadsheet has it. */
export const recordRow = (entry: RecordEntry, address: string): string[] => [
  entry.indexNumber,
  entry.title,
  entry.abstract,
  entry.madeOn ?? '',
  entry.publishedOn,
  entry.columnName,
  address,
]
