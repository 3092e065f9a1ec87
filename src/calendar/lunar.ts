import { addDays, type PlainDate, plainDate } from './plain-date.ts'

const chineseMonths = ['正月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '冬月', '腊月']
const lunarFormat = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { timeZone: 'UTC', month: 'long', day: 'numeric' })
/** The first lunar day of a year falls on 21 January at the earliest; its last lunar month ends by 20 February. */
const earliestNewYear = '01-21'
const daysInLongestLunarYear = 385

function lunarDay(day: PlainDate): { month: string; day: number } {
  const parts = lunarFormat.formatToParts(Date.parse(`${day}T00:00:00Z`))
  const partOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { month: partOf('month'), day: Number.parseInt(partOf('day'), 10) }
}

/** The civil day of a day in the lunar year that begins in `year`; a leap month is never meant. */
export function fromLunar(year: number, month: number, dayOfMonth: number): PlainDate {
  const label = chineseMonths[month - 1]
  let day = plainDate(`${year}-${earliestNewYear}`)
  // The days of 腊月 before 正月初一 belong to the year before, so the walk starts at the new year.
  for (let left = daysInLongestLunarYear, begun = false; left > 0; left -= 1, day = addDays(day, 1)) {
    const lunar = lunarDay(day)
    begun ||= lunar.month === '正月' && lunar.day === 1
    if (begun && lunar.month === label && lunar.day === dayOfMonth) return day
  }
  throw new RangeError(`农历${year}年没有${month}月${dayOfMonth}日`)
}

/**
 * The solar term 清明 of a year of this century, in Beijing time: [y × 0.2422 + 4.81] − [y / 4], the rule in common
 * use (寿星公式). The test holds it against the sun's longitude of 15° for every year.
 */
export function qingmingOf(year: number): PlainDate {
  if (year < 2000 || year > 2099) throw new RangeError(`只能推算2000年至2099年的清明，不能推算${year}年`)
  const ofCentury = year % 100
  const day = Math.floor(ofCentury * 0.2422 + 4.81) - Math.floor(ofCentury / 4)
  return plainDate(`${year}-04-0${day}`)
}
