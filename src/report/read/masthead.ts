import type { Section } from '../report.ts'
import { plain } from './bare.ts'
import type { Headings } from './outline.ts'
import { lineText, type Page } from './page.ts'

/** What a report says of itself; null where it does not say. */
export interface Masthead {
  readonly title: string | null
  readonly organ: string | null
  readonly year: number | null
}

const organEnd =
  '(?:人民政府办公厅|人民政府办公室|人民政府|街道办事处|办事处|委员会|管委会|管理委员会|办公厅|办公室|税务局|海关|管理局|监督局|公安局|分局|中心|[^我本该全各]局|厅|部|署|院|委|总队|支队|街道|苏木|乡|镇)'
const organPattern = new RegExp(`^[\\u4e00-\\u9fff][\\u4e00-\\u9fff0-9]{1,35}?${organEnd}$`)
const titleWords = /(?:政府信息|信息公开|政务公开).{0,12}(?:年度报告|年报|工作报告|报告)/
const vague =
  /^(?:我|本|该|全|各|市|县|区|省|州|局|镇|乡|街道|党|国务院|中华人民共和国|现|由|与|请|对)(?!南|北|东|西|中|安|宁|江|阳|山|口|州|城)|政府信息|信息公开|条例|规定|通知|中心城|网站|页面|指导|领导下/

/** A name is an organ's only if it says which: 我局, 市统计局 and 党政办公室 do not. */
function asOrgan(text: string | undefined): string | null {
  const name = (text ?? '').replace(/^(?:关于|中共|【图文】|现将|现公布|公布)/, '').replace(/的$/, '')
  return organPattern.test(name) && !vague.test(name) && name.length >= 3 ? name : null
}

/** Title, organ and year, from the lines before section one, the introduction and the first words of section one. */
export function readMasthead(page: Page, headings: Headings, sections: readonly Section[]): Masthead {
  const first = Math.min(...headings.values(), page.lines.length, 60)
  const head = page.lines
    .slice(0, first)
    .flatMap((line) => lineText(line).split('|'))
    .map((text) =>
      plain(text)
        .replace(/\s+/g, '')
        .replace(/^(?:Page\d+-|标题:)/, ''),
    )
    .filter((text) => text !== '')
  joinTitle(head)
  const titleAt = head.findIndex(isTitle)
  const pageTitle = page.title ? plain(page.title).replace(/\s+/g, '') : null
  // A long title breaks behind the organ's name or behind the year.
  const lineAbove = titleAt > 0 ? head[titleAt - 1] : undefined
  const above = asOrgan(lineAbove?.replace(/20\d{2}年?度?$/, ''))
  const printed = titleAt >= 0 ? (head[titleAt] ?? null) : pageTitle && titleWords.test(pageTitle) ? pageTitle : null
  const title = printed && above && !printed.includes(above) ? lineAbove + printed : printed
  const intro = textOf(sections, 'intro')
  const overview = textOf(sections, 'overview')
  const publisher = head.flatMap((line) => asOrgan(/^发布机构:(.+)$/.exec(line)?.[1]) ?? [])[0]
  const organ = organOf(title, above, intro, overview) ?? publisher ?? null
  return { title, organ, year: yearOf(title, intro, overview) }
}

const isTitle = (line: string): boolean =>
  line.length <= 60 && titleWords.test(line) && !/[。;]/.test(line) && !/[>/]/.test(line) && !/通知|格式>/.test(line)

/** A title that breaks in the middle of its words is put together again, in place. */
function joinTitle(head: string[]): void {
  if (head.some(isTitle)) return
  const at = head.findIndex(
    (line, index) => line.length < 50 && !/[。;,:]/.test(line) && isTitle(line + (head[index + 1] ?? '')),
  )
  if (at >= 0) head.splice(at, 2, `${head[at]}${head[at + 1]}`)
}

/** 局办公室 answers the telephone; the organ is the 局. */
const withoutOffice = (name: string | undefined): string | undefined =>
  name
    ?.replace(/([局厅院]|委员会|中心)(?:党政|综合)?(?:办公室|办)$/, '$1')
    .replace(/(人民政府)(?:党政综合|党政|综合)(?:办公室|办)$/, '$1')

const textOf = (sections: readonly Section[], id: Section['id']): string =>
  plain(
    sections
      .filter((section) => section.id === id)
      .flatMap(({ paragraphs }) => paragraphs)
      .join('\n')
      .slice(0, 6000),
  ).replace(/[^\S\n]+/g, '')

function organOf(title: string | null, above: string | null, intro: string, overview: string): string | null {
  const text = `${intro}\n${overview.slice(0, 800)}`
  const inTitle = title
    ? asOrgan(title.replace(/^\d{4}年?度?/, '').split(/\d{4}年?|关于|政府信息|信息公开|政务公开/)[0])
    : null
  const candidates = [
    inTitle,
    above,
    ...capture(
      text,
      /(?:现公布|社会公布|现将|特向社会公布)(?:\d{4}年度?)?([\u4e00-\u9fff]{3,36}?)(?:\d{4}年?度?)?(?:政府)?信息公开/g,
    ),
    ...capture(text, /由([\u4e00-\u9fff]{3,36}?)(?:按照|根据|依据|编制|负责编制|对\d{4})/g),
    ...capture(text, /(?:请与|可到|请联系|请向)([\u4e00-\u9fff]{3,36}?)(?:联系|咨询|反映|[(。,])/g),
    ...capture(text, /编制《([\u4e00-\u9fff]{3,36}?)\d{4}年/g),
    ...capture(
      overview.slice(0, 300),
      /^(?:\d{4}年度?(?:以来)?,?)?([\u4e00-\u9fff]{3,30}?)(?:坚持|严格|认真|深入|高度|以习近平|全面|紧紧|始终|持续|积极|不断)/gm,
    ),
  ]
  const found = candidates
    .map((candidate) => asOrgan(withoutOffice(candidate ?? undefined)))
    .find((candidate) => candidate !== null)
  if (!found) return null
  return longerForm(found, text) ?? found
}

/** 洪泽区人民政府 where the text also says 淮安市洪泽区人民政府…. */
function longerForm(organ: string, text: string): string | null {
  const at = text.search(new RegExp(`(?:省|市|州|区|县|旗)${organ}`))
  if (at < 0) return null
  const before = /(?:[\u4e00-\u9fff]{2,6}?(?:省|自治区|市|州|区|县|旗)){1,3}$/.exec(
    text.slice(Math.max(0, at - 14), at + 1),
  )
  const place = before?.[0].replace(/^.*?(?:[与由在于至到为:(,]|公布|联系|地址)/, '')
  return place && place.length >= 3 && place.length <= 14 ? place + organ : null
}

const capture = (text: string, pattern: RegExp): (string | undefined)[] =>
  [...text.matchAll(pattern)].slice(0, 8).map((match) => match[1])

/** The report's year: by its title, its period of statistics, or the year that section one speaks of. */
function yearOf(title: string | null, intro: string, overview: string): number | null {
  const inTitle = title && /(20\d{2})年?度?/.exec(title)?.[1]
  if (inTitle) return Number(inTitle)
  const text = `${intro}\n${overview}`
  const period =
    /(20\d{2})年?0?1月0?1日/.exec(text)?.[1] ??
    /(20\d{2})年度?[^,。\n]{0,20}(?:政府信息公开|信息公开|政务公开)/.exec(text)?.[1]
  if (period) return Number(period)
  const counts = new Map<string, number>()
  for (const [, year = ''] of text.matchAll(/(20\d{2})年/g)) counts.set(year, (counts.get(year) ?? 0) + 1)
  const usual = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
  return usual ? Number(usual) : null
}
