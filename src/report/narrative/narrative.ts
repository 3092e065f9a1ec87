import type { ReportFormat } from '../../law/report-format.ts'
import type { Organ } from '../../organs/organ.ts'
import { type AnnualReport, figure, type Section } from '../report.ts'
import type { NarrativeFacts } from '../store/narrative-facts.ts'
import { problemsOf } from './problems.ts'

export interface NarrativeInput {
  readonly organ: Organ
  readonly year: number
  readonly format: ReportFormat
  readonly figures: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>
  readonly facts: NarrativeFacts
}

/**
 * The text around the tables, first draft: the paragraph before 一, the five parts of section 一 that the notice names,
 * 五 and 六 (a zero statement on fees where there were none). Every number in it comes from the ledgers.
 */
export function narrativeOf(input: NarrativeInput): Section[] {
  const paragraphs: Record<Section['id'], string[]> = {
    intro: [introduction(input)],
    overview: [
      proactiveDisclosure(input),
      disclosureOnRequest(input),
      informationManagement(input),
      platforms(input),
      supervision(input),
    ],
    proactive: [],
    requests: [],
    remedies: [],
    problems: problemsOf(input),
    otherMatters: [feeStatement(input), '除上述事项外，无其他需要报告的事项。'],
  }
  return [
    { id: 'intro', heading: '', paragraphs: paragraphs.intro },
    ...input.format.sections.map(({ id, heading }) => ({ id, heading, paragraphs: paragraphs[id] })),
  ]
}

/** ××局2024年政府信息公开工作年度报告 */
export const reportTitle = (organ: string, year: number): string => `${organ}${year}年政府信息公开工作年度报告`

function introduction({ organ, year, format }: NarrativeInput): string {
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
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。${reach}`
  )
}

function proactiveDisclosure({ year, facts }: NarrativeInput): string {
  const total = facts.channels.reduce((sum, { count }) => sum + count, 0)
  const opening = `（一）主动公开情况。坚持以公开为常态、不公开为例外，`
  if (total === 0) return `${opening}${year}年未通过本机关登记的渠道发布信息。`
  const list = facts.channels.map(({ name, count }) => `${name}${count}条`).join('，')
  const policy = `其中政策解读${facts.interpretations}条，回应社会关切${facts.responses}条`
  return `${opening}${year}年共发布各类信息${total}条：${list}；${policy}。`
}

function disclosureOnRequest({ year, figures, facts }: NarrativeInput): string {
  const total = (row: string) => Number(figure(figures, { table: 'requests', row, column: 'total' }) ?? 0)
  const [received, carried, concluded, forward] = ['newReceived', 'carriedOver', 'resultsTotal', 'carriedForward'].map(
    total,
  )
  const opening = '（二）依申请公开情况。'
  if (received === 0 && carried === 0) return `${opening}${year}年未收到政府信息公开申请，无上年结转的申请。`
  const course = [
    facts.supplemented > 0 ? `告知补正${facts.supplemented}件` : '',
    facts.consulted > 0 ? `征求第三方或者其他机关意见${facts.consulted}件` : '',
    facts.extended > 0 ? `延长答复期限${facts.extended}件` : '',
  ].filter(Boolean)
  const handled = course.length > 0 ? `办理中${course.join('，')}。` : ''
  return `${opening}${year}年新收政府信息公开申请${received}件，上年结转${carried}件；办结${concluded}件，结转下年度继续办理${forward}件。${handled}`
}

function informationManagement({ year, figures, organ }: NarrativeInput): string {
  const cell = (row: string, column: string) => figure(figures, { table: 'proactive', row, column }) ?? 0
  const documents = (row: string, name: string) =>
    `制发${name}${cell(row, 'issuedThisYear')}件，废止${name}${cell(row, 'repealedThisYear')}件，现行有效${name}${cell(row, 'inForce')}件`
  const rules = organ.canMakeRules ? `${documents('rules', '规章')}；` : ''
  const decisions = (['licensing', 'penalty', 'compulsion'] as const)
    .map((row, index) => `作出${['行政许可', '行政处罚', '行政强制'][index]}决定${cell(row, 'decisions')}件`)
    .join('，')
  const fees = `收取行政事业性收费${cell('administrativeFees', 'amountWan')}万元`
  return `（三）政府信息管理情况。${year}年${rules}${documents('normativeDocuments', '行政规范性文件')}；${decisions}；${fees}。公开前逐件进行保密审查，严格执行信息发布三级审核。`
}

function platforms({ facts }: NarrativeInput): string {
  const names = facts.channels.map(({ name }) => name)
  const used = names.length > 0 ? `通过${names.join('、')}等${names.length}个渠道公开政府信息，` : ''
  return `（四）政府信息公开平台建设情况。${used}按照统一规范设置政府信息公开专栏，提供信息检索、查阅、下载服务，历年年度报告长期可查。`
}

const supervision = ({ organ }: NarrativeInput): string =>
  `（五）监督保障情况。由${organ.ogiWorkBody || '政府信息公开工作机构'}承担日常工作，落实政府信息公开工作考核、社会评议和责任追究要求，接受社会监督。`

function feeStatement({ year, facts: { fees } }: NarrativeInput): string {
  const rule = '依据《政府信息公开信息处理费管理办法》，'
  if (fees.notices === 0 && Number(fees.collected) === 0)
    return `${rule}${year}年未发出收费通知，未收取政府信息公开信息处理费，收取金额为0元。`
  return `${rule}${year}年发出收费通知${fees.notices}件，通知金额共计${fees.notified}元，实际收取信息处理费共计${fees.collected}元。`
}
