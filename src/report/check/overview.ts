import type { ReportFault } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { paragraphsOf } from './plain-text.ts'

/** 30号: the five parts of section one. Organs word them freely, so each is looked for by what it must speak of. */
const parts = [
  { name: '主动公开', spokenOf: /主动公开|信息公开|政务公开|公开.{0,12}信息|发布.{0,20}信息/ },
  { name: '依申请公开', spokenOf: /依申请|申请公开|公开.{0,6}申请|申请.{0,6}公开|(收到|受理|办理|答复).{0,30}申请/ },
  { name: '政府信息管理', spokenOf: /信息.{0,6}管理|管理.{0,6}信息|规范性文件|审核|审查|审批|清理|更新/ },
  { name: '政府信息公开平台建设', spokenOf: /平台|网站|公众号|新媒体|微信|微博|栏目|专栏|专区|公报|公开栏|公示栏/ },
  { name: '监督保障', spokenOf: /监督|保障|考核|追究|追责|问责|评议|培训|督查|督促|检查|领导小组|组织领导/ },
] as const

/** Sections after 一: when none is there, the source may break off inside section one, and nothing is known to be missing. */
const laterSections = ['proactive', 'requests', 'remedies', 'problems', 'otherMatters']

/** Section one must cover the five parts of 30号 (reports for 2021 and later). */
export function missingOverviewParts(report: AnnualReport): ReportFault[] {
  const text = paragraphsOf(report, 'overview').join('\n')
  const isDue = report.year === null ? report.format !== '2019' : report.year >= 2021
  const isWhole = report.sections.some(({ id }) => laterSections.includes(id))
  if (!isDue || !isWhole || text === '') return []
  return parts
    .filter(({ spokenOf }) => !spokenOf.test(text))
    .map(({ name }) => ({
      code: 'OVERVIEW_PART_MISSING',
      severity: 'warning',
      row: 'overview',
      expected: name,
      actual: null,
      message: `“一、总体情况”没有写“${name}”，这一部分应写明主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。`,
    }))
}
