import { z } from 'zod'
import { plainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { openQuestions } from '../../law/open-questions.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import type { Setting } from '../../organs/settings/setting.ts'
import type { LocalDays } from './filer.ts'

/** A day of the year after the report's, as `01-26`, up to the last one that the law allows. */
const dayUntil = (last: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{2}-\d{2}$/, '请按“月-日”填写，如01-26')
    .refine(isDay, '没有这一天，请按“月-日”填写，如01-26')
    .refine((day) => day <= last, `不能晚于法定的日期${last}`)

/** Of a year that is no leap year, so that the day is there in every year. */
function isDay(day: string): boolean {
  try {
    return plainDate(`2023-${day}`).endsWith(day)
  } catch {
    return false
  }
}

const own = {
  matter: '年度报告',
  effect: '保存后，尚未报送的按此提醒、列为逾期；已经报送的，晚于法定期限才算逾期。',
  choices: null,
  confidence: null,
} as const

/** Art. 49: departments file by 31 January; many places want it some days earlier. */
export const localReportDueDate: Setting<string | null> = {
  ...own,
  id: 'localReportDueDate',
  question: openQuestions.localReportDueDate.question,
  effect: '保存后，所属部门尚未报送的按此提醒、列为逾期；已经报送的，晚于法定期限才算逾期。没有填写的按法定的1月31日。',
  schema: z.union([z.null(), dayUntil('01-31')]),
  preset: openQuestions.localReportDueDate.default,
  source: openQuestions.localReportDueDate.source,
  confidence: openQuestions.localReportDueDate.confidence,
}

/** The law names no day for townships: the place does. */
export const townshipReportDueDate: Setting<string> = {
  ...own,
  id: 'townshipReportDueDate',
  question: openQuestions.townshipReportDueDate.question,
  schema: dayUntil('01-31'),
  preset: openQuestions.townshipReportDueDate.default,
  source: openQuestions.townshipReportDueDate.source,
  confidence: openQuestions.townshipReportDueDate.confidence,
}

/** Governments publish by 31 March (art. 49 para. 2); when they file with the one above, the place says. */
export const governmentReportDueDate: Setting<string> = {
  ...own,
  id: 'governmentReportDueDate',
  question: '下级人民政府应在哪一天前（月-日）向本机关报送上一年度的报告？',
  schema: dayUntil('03-31'),
  preset: '03-31',
  source: '条例第四十九条第二款规定3月31日前公布；报送的日期由本地确定',
}

const reminders = [3, 5, 10]

/** How many working days before the day those are reminded who have not filed. */
export const filingReminderDays: Setting<number> = {
  ...own,
  id: 'filingReminderDays',
  question: '报送期限前几个工作日，自动提醒还没有报送年度报告的机关？逾期的次日再提醒一次。',
  schema: z.literal(reminders, '请从列出的选项中选择'),
  preset: 5,
  choices: reminders,
  source: '法律没有规定；由本机关确定',
}

const scopes = ['ownReport', 'withDepartments', 'withGovernments'] as const
export type ReportScope = (typeof scopes)[number]

/** Art. 49 para. 2: the report of a people's government; of whom it speaks beside its own office, no text says. */
export const governmentReportScope: Setting<ReportScope> = {
  ...own,
  id: 'governmentReportScope',
  question: '本级人民政府的年度报告，数字包括哪些机关？',
  effect: '保存后，尚未公布的年度按此统计；包括所属机关的，只计入审核通过的报告，还有没有通过的不能送审。',
  schema: z.enum(scopes, '请从列出的选项中选择'),
  preset: 'ownReport',
  choices: scopes,
  source: '条例第四十九条第二款未写明本级政府报告的统计范围；多数地方汇总所属机关',
}

/** The days that an office has set. */
export const localDays = async (tx: Tx, organId: number): Promise<LocalDays> => ({
  department: await chosen(tx, organId, localReportDueDate),
  township: await chosen(tx, organId, townshipReportDueDate),
  government: await chosen(tx, organId, governmentReportDueDate),
})

export const filingSettings: readonly Setting[] = [
  localReportDueDate,
  townshipReportDueDate,
  governmentReportDueDate,
  filingReminderDays,
  governmentReportScope,
]
