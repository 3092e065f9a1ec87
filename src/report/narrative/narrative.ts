import type { AnnualReport, Section } from '../report.ts'
import type { Known } from './known.ts'
import { otherMatters } from './other-matters.ts'
import { overviewOf } from './overview.ts'
import { problemsOf } from './problems.ts'
import { write } from './sentence.ts'

/**
 * The text around the tables, first draft: the paragraph before 一, the five parts of section 一 that the notice names, 五
 * and 六. Every number in it comes from the registers, and nothing is said that no record shows.
 */
export function narrativeOf(known: Known): Section[] {
  const fees = write(known, otherMatters)
  const paragraphs: Record<Section['id'], string[]> = {
    intro: [introduction(known)],
    overview: overviewOf(known),
    proactive: [],
    requests: [],
    remedies: [],
    problems: problemsOf(known),
    otherMatters: fees.length > 0 ? fees : [`${known.year}年收取信息处理费的情况没有登记。`],
  }
  return [
    { id: 'intro', heading: '', paragraphs: paragraphs.intro },
    ...known.format.sections.map(({ id, heading }) => ({ id, heading, paragraphs: paragraphs[id] })),
  ]
}

/** ××局2024年政府信息公开工作年度报告 */
export const reportTitle = (organ: string, year: number): string => `${organ}${year}年政府信息公开工作年度报告`

/** Of whom the figures of a government's report are, beside its own office. */
const below = {
  withDepartments: '所属部门和乡镇人民政府（街道办事处）',
  withGovernments: '所属部门、乡镇人民政府（街道办事处）和下级人民政府',
} as const

function introduction({ organ, year, format, countsBelow }: Known): string {
  const contact = [
    organ.address && `地址：${organ.address}`,
    organ.postcode && `邮编：${organ.postcode}`,
    organ.phone && `电话：${organ.phone}`,
    organ.email && `电子邮箱：${organ.email}`,
  ].filter(Boolean)
  const reach =
    contact.length > 0 ? `如对本报告有疑问，请与${organ.ogiWorkBody || organ.name}联系（${contact.join('；')}）。` : ''
  return (
    `根据《中华人民共和国政府信息公开条例》第五十条和${format.notice}规定的格式，编制本报告。` +
    `本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。` +
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止${countsBelow ? `，包括本机关以及${below[countsBelow]}报送并经审核的数据` : ''}。${reach}`
  )
}

/** The words of section 五, to compare years by. */
export const wordsOfProblems = ({ sections }: Pick<AnnualReport, 'sections'>): string =>
  sections.find(({ id }) => id === 'problems')?.paragraphs.join('\n') ?? ''
