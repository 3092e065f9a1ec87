import type { PlainDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import { titleOf } from '../../report/write/printed.ts'
import { fold, foldLine } from '../../search/fold.ts'
import { readQuery } from '../../search/query.ts'
import { lettersIn, soundsOf } from '../../search/sounds.ts'
import * as tags from '../columns.ts'
import { withQuery } from '../disclosure/address.ts'
import { addressOf } from '../disclosure/platform.ts'
import { addresses } from '../site.ts'
import { bareName } from './organ-names.ts'
import type { OrganPlaces } from './places.ts'

/** A page that is what was typed, or all but that. */
export interface DirectHit {
  readonly title: string
  readonly path: string
  /** Whose it is, and what stands there. */
  readonly about: string
  readonly publishedOn?: PlainDate
}

export interface Direct {
  readonly hits: readonly DirectHit[]
  /** The same page of every organ, where none was named. */
  readonly choice: { readonly title: string; readonly links: readonly DirectHit[] } | null
}

const mostHits = 6
const mostOfOneKind = 3

type Thing = (typeof things)[number]

/** What every organ has, under the names that people type. */
const things = [
  {
    id: 'reports',
    names: ['年报', '年度报告', '年度工作报告', '公开工作年度报告', '公开年度报告', '公开年报', '公开工作年报'],
    title: tags.annualReports('').name,
    about: '历年政府信息公开工作年度报告',
    at: addresses.reports,
  },
  {
    id: 'guide',
    names: ['指南', '公开指南'],
    title: tags.guide('').name,
    about: '分类、获取方式、工作机构',
    at: addresses.guide,
  },
  {
    id: 'requests',
    names: ['依申请公开', '申请公开', '在线申请', '网上申请', '公开申请', '申请', '依申请'],
    title: tags.onRequest('').name,
    about: '申请渠道、在线申请、进度查询',
    at: addresses.requests,
  },
  {
    id: 'follow',
    names: ['查询办理进度', '办理进度', '申请进度', '进度查询', '查询进度', '查进度', '进度'],
    title: '查询办理进度',
    about: '凭回执上的查询码查看申请办到哪一步',
    at: addresses.follow,
  },
  {
    id: 'catalogue',
    names: ['公开事项目录', '事项目录', '基本目录', '主动公开目录', '主动公开基本目录'],
    title: tags.catalogue('').name,
    about: '公开依据、时限、渠道、方式',
    at: addresses.catalogue,
  },
  {
    id: 'records',
    names: ['公开目录', '目录'],
    title: tags.catalogueOfRecords('').name,
    about: '索引号、名称、内容概述、生成日期',
    at: addresses.recordCatalogue,
  },
  {
    id: 'library',
    names: ['行政规范性文件库', '规范性文件库', '文件库', '行政规范性文件', '规范性文件'],
    title: '行政规范性文件库',
    about: '现行有效、废止、失效，可查以往任何一天',
    at: addresses.library,
  },
] as const

/** What was typed, taken apart: which organs, which year, and the rest. */
interface Parts {
  readonly named: readonly OrganPlaces[]
  readonly year: number | undefined
  readonly rest: string
}

const mayBeTyped = /^(?:请问|我要|我想|想)*(?:查看|查询|查找|下载|看|找|查)?/

/** 2024年年报, 2024年报 and 2024年度报告 are one. */
const yearIn = /(?:19|20)\d\d(?:年(?!度|报))?/

function partsOf(key: string, all: readonly OrganPlaces[]): Parts {
  const lengths = all.map(({ names }) =>
    Math.max(0, ...names.filter((name) => [...name].length > 2 && key.includes(name)).map((name) => name.length)),
  )
  const longest = Math.max(0, ...lengths)
  const named = longest > 0 ? all.filter((_, index) => lengths[index] === longest) : []
  const name = named.flatMap(({ names }) => names).find((each) => each.length === longest && key.includes(each)) ?? ''
  const without = key.replace(name, '')
  const year = yearIn.exec(without)?.[0]
  const rest = without
    .replace(year ?? '', '')
    .replaceAll('的', '')
    .replace(mayBeTyped, '')
  return { named, year: year === undefined ? undefined : Number(year.slice(0, 4)), rest }
}

const thingIn = (rest: string): Thing | undefined => {
  const bare = rest.replace(/^政府(?:信息|工作)?|^信息/, '')
  return things.find(({ names }) => names.some((name) => name === bare || name === rest))
}

/** How a name sounds, without tones; a name is asked for at every search. */
const spoken = new Map<string, string>()
function soundOf(name: string): string {
  const sound = spoken.get(name) ?? soundsOf(name).join('')
  spoken.set(name, sound)
  return sound
}

/** What is written so, where letters were typed that sound so: nianbao, gonganju. */
function written(key: string, all: readonly OrganPlaces[]): string {
  const letters = lettersIn(key)
  if (letters === undefined) return key
  const names = [...things.flatMap((thing) => thing.names), ...all.flatMap((each) => each.names)]
  return names.find((name) => soundOf(name) === letters) ?? key
}

/**
 * The pages that what was typed leads to: few, before any list, and none with a word that is to be left out. `within`: of one organ's
 * own search; `chosen`: the year that was chosen beside the words.
 */
export function directHits(
  typed: string,
  all: readonly OrganPlaces[],
  within: Organ | null,
  chosen?: number | undefined,
): Direct {
  const { key: asked, excluded } = readQuery(typed)
  if (asked === '') return { hits: [], choice: null }
  const { hits, choice } = leadingTo(written(asked, all), { all, within, chosen })
  const may = ({ title, about }: DirectHit) => !excluded.some((word) => foldLine(title + about).includes(word))
  return { hits: hits.filter(may), choice: choice && { ...choice, links: choice.links.filter(may) } }
}

interface Where {
  readonly all: readonly OrganPlaces[]
  readonly within: Organ | null
  readonly chosen: number | undefined
}

function leadingTo(key: string, { all, within, chosen }: Where): Direct {
  const { named, year, rest } = partsOf(key, all)
  const own = all.filter(({ organ }) => organ.id === within?.id)
  const scope = named.length > 0 ? named : within ? own : all
  const thing = thingIn(rest)
  if (thing) return toThing(thing, scope, year ?? chosen)
  if (rest === '') return { hits: named.slice(0, mostHits).flatMap(organHits(named.length)), choice: null }
  const hits = [
    ...(named.length === 0 ? organsAbout(key, all).flatMap(organHits(mostOfOneKind)) : []),
    ...columnHits(rest, scope),
    ...catalogueHits(rest, scope),
  ]
  return { hits: hits.slice(0, mostHits), choice: null }
}

/** An organ; with its most wanted pages where it is the only one. */
const organHits =
  (among: number) =>
  ({ organ, reports }: OrganPlaces): DirectHit[] => {
    const [latest] = reports
    return [
      { title: organ.name, path: addresses.organ(organ), about: '政府信息公开平台' },
      ...(among === 1
        ? [
            { title: tags.onRequest('').name, path: addresses.requests(organ), about: organ.name },
            ...(latest ? [reportHit(organ, latest)] : []),
          ]
        : []),
    ]
  }

const reportHit = (organ: Organ, { year, publishedOn }: OrganPlaces['reports'][number]): DirectHit => ({
  title: titleOf({ title: null, organ: organ.name, year }),
  path: addresses.report(organ, year),
  about: '年度报告',
  publishedOn,
})

function toThing(thing: Thing, scope: readonly OrganPlaces[], year: number | undefined): Direct {
  const having = thing.id === 'library' ? scope.filter(hasLibrary) : scope
  const link = ({ organ }: OrganPlaces): DirectHit => ({
    title: thing.title,
    path: thing.at(organ),
    about: `${organ.name}：${thing.about}`,
  })
  const reports = thing.id === 'reports' ? reportsOf(having, year) : []
  const isMissing = thing.id === 'reports' && year !== undefined && reports.length === 0
  const missing = isMissing ? `这里没有${year}年度的报告。` : ''
  if (having.length <= mostOfOneKind) {
    const told = having.map(link).map((hit) => ({ ...hit, about: missing + hit.about }))
    return { hits: [...told, ...reports].slice(0, mostHits), choice: null }
  }
  const links = having.map((each) => ({ ...link(each), title: each.organ.name }))
  return { hits: reports, choice: { title: `${missing}${thing.title}：选择机关`, links } }
}

/** Of the year, or the newest. */
function reportsOf(scope: readonly OrganPlaces[], year: number | undefined): DirectHit[] {
  const all = scope.flatMap(({ organ, reports }) => reports.map((report) => ({ organ, report })))
  return all
    .filter(({ report }) => year === undefined || report.year === year)
    .sort((a, b) => b.report.year - a.report.year || b.report.publishedOn.localeCompare(a.report.publishedOn))
    .slice(0, mostOfOneKind)
    .map(({ organ, report }) => reportHit(organ, report))
}

const hasLibrary = ({ columns }: OrganPlaces): boolean => columns.some(({ kind }) => kind === 'library')

/** 营商环境 leads to the bureau of that name, where few begin so. */
function organsAbout(key: string, all: readonly OrganPlaces[]): readonly OrganPlaces[] {
  if ([...key].length < 2) return []
  const found = all.filter(({ organ, names }) => foldLine(bareName(organ.name)).startsWith(key) || names.includes(key))
  return found.length <= mostOfOneKind ? found : []
}

/** Columns called so, those that hold something first. */
function columnHits(rest: string, scope: readonly OrganPlaces[]): DirectHit[] {
  if ([...rest].length < 2) return []
  const found = scope.flatMap(({ organ, columns }) =>
    columns
      .filter(({ name }) => foldLine(name).includes(rest))
      .map((column) => ({ organ, column, isWhole: foldLine(column.name) === rest })),
  )
  return found
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || Number(b.column.hasRecords) - Number(a.column.hasRecords))
    .slice(0, mostOfOneKind)
    .map(({ organ, column }) => ({
      title: column.name,
      path: addressOf(organ, column),
      about: `${organ.name}的栏目${column.hasRecords || column.kind !== 'list' ? '' : '，暂无信息'}`,
    }))
}

/** The catalogue that has a matter of that name, shown from there. */
const catalogueHits = (words: string, scope: readonly OrganPlaces[]): DirectHit[] =>
  [...words].length < 2 || fold(words) === ''
    ? []
    : scope
        .filter(({ items }) => items.some((item) => item.includes(words)))
        .slice(0, mostOfOneKind)
        .map(({ organ }) => ({
          title: `${tags.catalogue('').name}中的“${words}”`,
          path: withQuery(addresses.catalogue(organ), { q: words }),
          about: organ.name,
        }))

const mostSuggested = 60

/** What may be offered while somebody types: organs of the whole site, or what one organ shows. */
export function suggestedWords(all: readonly OrganPlaces[], within: Organ | null): string[] {
  const own = all.filter(({ organ }) => organ.id === within?.id)
  const names = within
    ? own.flatMap(({ columns }) => columns.filter(({ hasRecords }) => hasRecords).map(({ name }) => name))
    : all.map(({ organ }) => organ.name)
  return [...new Set([...things.map(({ title }) => title), ...names])].slice(0, mostSuggested)
}
