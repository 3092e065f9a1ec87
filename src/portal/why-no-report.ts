import { chineseDate, type PlainDate, yearOf } from '../days/plain-date.ts'
import { firstReportYear, reportDue } from '../law/report-due.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { Organ } from '../organs/organ.ts'

const beforeTheRegulation = `《中华人民共和国政府信息公开条例》自2008年5月1日起施行，${firstReportYear}年以前没有政府信息公开工作年度报告。`

/** Why no report of that year stands here: none was due yet, ever, or since a day it is late. */
export function whyNoReport({ name, kind }: Pick<Organ, 'name' | 'kind'>, year: number, today: PlainDate): string {
  const due = reportDue(kind, year)
  if (!due) return beforeTheRegulation
  if (kind === 'township')
    return `${name}没有在本网站公布${year}年度报告。乡镇、街道公布年度报告的日期由县级政府信息公开工作主管部门规定。`
  const day = chineseDate(due.on)
  return due.on >= today
    ? `${name}的${year}年度报告尚未到公布的期限：应当在${day}前公布（${due.article}）。`
    : `${name}的${year}年度报告应于${day}前公布（${due.article}），至今没有在本网站公布。`
}

/** Why there is no page of the reports of all organs on that year. */
export function whyNoYear(year: number, today: PlainDate): string {
  const [department, government] = [reportDue('department', year), reportDue('government', year)]
  if (!department || !government) return beforeTheRegulation
  if (year >= yearOf(today))
    return `${year}年度报告尚未到公布的期限：县级以上人民政府部门应当在${chineseDate(department.on)}前、县级以上地方人民政府应当在${chineseDate(government.on)}前公布（${department.article}）。`
  const form = formatForYear(year) ? '' : '当年的报告没有全国统一的格式。'
  return `本网站没有收录各机关的${year}年度报告。${form}`
}
