import { z } from 'zod'
import { AnnualReport } from './report.ts'

/** JSON Schema of an annual report as it is published as data; `id` is the address where it stands. */
export const reportSchema = (id: string): object => ({
  ...z.toJSONSchema(AnnualReport, { io: 'input' }),
  $id: id,
  title: '政府信息公开工作年度报告',
  description: '报告没有写明的数为null或者不出现，不是零；以万元计的金额是十进制数的文字。',
})
