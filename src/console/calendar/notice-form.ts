import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import type { FormDay } from '../fields/typed-day.ts'
import type { FormNumber } from '../fields/typed-number.ts'

const Holiday = z
  .strictObject({
    name: z.string('请填写节日名称').trim().min(1, '请填写节日名称').max(20, '不超过20个字'),
    from: PlainDate,
    to: PlainDate,
    makeUpDays: z.array(PlainDate).default([]),
  })
  .refine(({ from, to }) => to >= from, { path: ['to'], message: '放假的最后一天不得早于第一天' })

/** A holiday notice as typed from the General Office's text. */
export const Notice = z.strictObject({
  year: z.int('请填写年份').min(2024, '请填写2024年以后的年份').max(2050, '请核对年份'),
  title: z.string('请填写标题').trim().min(1, '请填写标题').max(100),
  number: z.string('请填写文号').trim().min(1, '请填写文号').max(60),
  issuedOn: PlainDate,
  holidays: z.array(Holiday).min(1, '请填写放假安排'),
})
export type Notice = z.infer<typeof Notice>

/** A notice as it stands on the form. */
export interface TypedNotice {
  readonly year: FormNumber
  readonly title: string
  readonly number: string
  readonly issuedOn: FormDay
  readonly holidays: readonly TypedHoliday[]
}

interface TypedHoliday {
  readonly name?: string
  readonly from?: FormDay
  readonly to?: FormDay
  readonly makeUpDays?: readonly FormDay[]
}

/** The notices of every year arrange these; a festival may be joined with another by its name. */
const festivals = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

export const emptyNotice = (year: number): TypedNotice => ({
  year,
  title: `国务院办公厅关于${year}年部分节假日安排的通知`,
  number: '',
  issuedOn: null,
  holidays: festivals.map((name) => ({ name, from: null, to: null, makeUpDays: [] })),
})

/** Some years join two festivals: the row left wholly empty is not a holiday. */
export const readNotice = (typed: TypedNotice) =>
  Notice.safeParse({ ...typed, holidays: typed.holidays.filter(({ from, to }) => from || to) })
