import type { Command } from 'commander'
import { type DayInfo, nationalCalendar } from '../calendar/calendar.ts'
import { explainWorkingDays, type WorkingDaysExplained } from '../calendar/working-days.ts'
import { chineseWeekday, daysBetween, type PlainDate, yearOf } from '../days/plain-date.ts'
import { readDate } from '../days/read-day.ts'
import { register as registerImport } from './calendar-import.ts'

/** Neighbouring days of one kind and reason. */
interface DayRange extends Omit<DayInfo, 'day' | 'provisional'> {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly days: number
}

function ranges(days: readonly DayInfo[]): DayRange[] {
  const found: DayRange[] = []
  for (const { day, kind, label, source } of days) {
    const last = found.at(-1)
    if (last && last.kind === kind && last.label === label && daysBetween(last.to, day) === 1) {
      found[found.length - 1] = { ...last, to: day, days: last.days + 1 }
    } else found.push({ from: day, to: day, days: 1, kind, label, source })
  }
  return found
}

const skippedOf = ({ days }: WorkingDaysExplained) => ranges(days.filter(({ number }) => number === null))
const madeUpOf = ({ days }: WorkingDaysExplained) => ranges(days.filter(({ kind }) => kind === 'makeUpWorkday'))
const yearsWithoutNotice = ({ days }: WorkingDaysExplained): number[] => [
  ...new Set(days.filter(({ provisional }) => provisional).map(({ day }) => yearOf(day))),
]

const dated = (day: PlainDate) => `${day}（${chineseWeekday(day)}）`
const line = ({ from, to, label }: DayRange) =>
  `  ${from === to ? dated(from) : `${dated(from)}至 ${dated(to)}`} ${label}`
const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : [])

/** The answer for people: the day, each skipped day with its reason, the weekend days that counted, and the notices. */
export function printWorkingDays(explained: WorkingDaysExplained): string {
  const { start, count, day, days } = explained
  const sources = new Set(days.flatMap(({ source }) => source ?? []))
  const missing = yearsWithoutNotice(explained)
  return [
    `自 ${dated(start)}起第${count}个工作日是 ${dated(day)}。`,
    `起算当日不计入，共经过${days.length}天，其中${days.length - count}天不计入。`,
    ...part('不计入的日子：', skippedOf(explained).map(line)),
    ...part('计入的调休上班日：', madeUpOf(explained).map(line)),
    ...part(
      '依据：',
      [...sources].map((source) => `  ${source}`),
    ),
    ...part(
      '暂定：',
      missing.map((year) => `  尚无${year}年的节假日安排通知，按周末和法定节假日推算；通知发布后请重新计算。`),
    ),
  ].join('\n')
}

const jsonOf = (explained: WorkingDaysExplained) => {
  const { start, count, day, provisional, calendarVersion } = explained
  const skipped = skippedOf(explained)
  const makeUpWorkdays = madeUpOf(explained)
  return { start, count, day, provisional, calendarVersion, skipped, makeUpWorkdays }
}

function readCount(text: string): number {
  const plain = text.normalize('NFKC')
  if (!/^-?\d{1,9}$/.test(plain)) throw new RangeError(`不是有效的工作日数：${text.slice(0, 40)}（请填整数，如 20）`)
  return Number(plain)
}

/** `kaicheng calendar add DATE N`: exit code 2 and a sentence when the date or the count cannot be used. */
export function register(program: Command): void {
  const calendar = program.command('calendar').description('工作日历')
  registerImport(calendar)
  calendar
    .command('add')
    .description('某日之后第 N 个工作日是哪天，跳过了哪些日子、为什么')
    .argument('[DATE]', '起算日（不计入），如 2025-09-15、2025/9/15、2025年9月15日')
    .argument('[N]', '工作日数，如 20')
    .option('--json', '输出 JSON')
    .action((date: string | undefined, count: string | undefined, { json }: { json?: boolean }) => {
      try {
        if (!date || !count) throw new RangeError('请写明起算日和工作日数，如：kaicheng calendar add 2025-09-15 20')
        const explained = explainWorkingDays(nationalCalendar, readDate(date), readCount(count))
        console.log(json ? JSON.stringify(jsonOf(explained), null, 2) : printWorkingDays(explained))
      } catch (error) {
        if (!(error instanceof RangeError)) throw error
        console.error(error.message)
        process.exitCode = 2
      }
    })
}
