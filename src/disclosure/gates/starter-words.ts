import { type PlainDate, plainDate } from '../../days/plain-date.ts'
import { formerLocalNames, formerOrganNames } from '../../law/former-organ-names.ts'
import { typos } from './typos.ts'
import type { ListedWord } from './word-finder.ts'

/** A list of words that comes with the platform. */
export interface StarterList {
  readonly name: string
  /** By what the words are wrong. */
  readonly source: string
  /** What happened later is not in it. */
  readonly asOf: PlainDate
  readonly words: readonly ListedWord[]
}

const pairs = (list: string): (readonly [string, string])[] =>
  list.split(/[|\n]/).flatMap((pair) => {
    const [word = '', suggestion = ''] = pair.trim().split(' ')
    return word ? [[word, suggestion] as const] : []
  })

/** Characters before or behind with which a misspelling is something else: 消防讯, 学习进平台, 究竟争. */
const exceptions: Readonly<Record<string, Pick<ListedWord, 'notBefore' | 'notBehind'>>> = {
  按装: { notBefore: '机箱配修卸载' },
  防讯: { notBehind: '消边国海人联空', notBefore: '飞号息' },
  贯测: { notBehind: '一横纵' },
  通迅: { notBefore: '速即猛捷' },
  竟赛: { notBehind: '究毕' },
  竟争: { notBehind: '究毕' },
  竟聘: { notBehind: '究毕' },
  拔打: { notBehind: '选提' },
  拔款: { notBehind: '选提' },
  复盖: { notBehind: '批反答回恢', notBefore: '章' },
  函盖: { notBehind: '公复来去', notBefore: '章有印' },
  己经: { notBehind: '自知', notBefore: '过' },
  部暑: { notBefore: '期假热运天' },
  布暑: { notBefore: '期假热运天' },
  下栽: { notBehind: '树林冠' },
  习进平: { notBehind: '学练实自补研', notBefore: '台' },
  习近评: { notBehind: '学练实自补研' },
  习金平: { notBehind: '学练实自补研' },
  台湾国: { notBefore: '际民语家公立产防军庆内道旗会画药标税境土宾' },
  回教: { notBehind: '返收召', notBefore: '室学育师练材官程' },
}

const wrongly = (list: string, severity: ListedWord['severity'], ground: string): ListedWord[] =>
  pairs(list).map(([word, suggestion]) => ({
    word,
    suggestion,
    kind: 'error',
    severity,
    since: null,
    ground,
    ...exceptions[word],
  }))

const dictionary = '现代汉语词典（第7版）、第一批异形词整理表'
const typoList: StarterList = {
  name: '常见错别字',
  source: dictionary,
  asOf: plainDate('2026-11-30'),
  words: wrongly(typos, 'hint', '现代汉语词典'),
}

const elections = '十三届、十四届全国人大一次会议，全国政协十四届一次会议公告'
/** Who held an office before, until which day, and who followed. */
const formerOffices = (
  [
    ['2012-11-15', '胡锦涛总书记 总书记胡锦涛', '习近平总书记'],
    ['2013-03-14', '国家主席胡锦涛 胡锦涛主席', '国家主席习近平'],
    ['2013-03-15', '国务院总理温家宝 温家宝总理', '国务院总理李强'],
    ['2023-03-11', '国务院总理李克强 李克强总理 总理李克强', '国务院总理李强'],
    ['2023-03-10', '全国人大常委会委员长栗战书 栗战书委员长 委员长栗战书', '全国人大常委会委员长赵乐际'],
    ['2023-03-10', '全国政协主席汪洋 汪洋主席', '全国政协主席王沪宁'],
    ['2023-03-10', '国家副主席王岐山 王岐山副主席', '国家副主席韩正'],
    ['2023-03-12', '国务院副总理韩正 韩正副总理', '国务院副总理丁薛祥'],
  ] as const
).flatMap(([since, words, suggestion]) =>
  words.split(' ').map(
    (word): ListedWord => ({
      word,
      kind: 'name',
      suggestion,
      severity: 'confirm',
      since: plainDate(since),
      ground: '全国人大、全国政协会议公告；记述当时活动的，请说明',
    }),
  ),
)
const leaders: StarterList = {
  name: '领导人姓名、职务',
  source: elections,
  asOf: plainDate('2023-03-12'),
  words: [
    ...wrongly(
      `习进平 习近平|习近评 习近平|习近凭 习近平|习金平 习近平|刁近平 习近平|习平近 习近平|习近乎 习近平
      赵乐季 赵乐际|赵乐计 赵乐际|王护宁 王沪宁|王泸宁 王沪宁|丁薜祥 丁薛祥|丁薛详 丁薛祥
      毛择东 毛泽东|毛译东 毛泽东|邓小苹 邓小平|江择民 江泽民|胡绵涛 胡锦涛`,
      'confirm',
      '领导人姓名',
    ),
    ...formerOffices,
  ],
}

const newsAgency = '新华社新闻信息报道中的禁用词和慎用词（2016年7月修订）'
const expressions: StarterList = {
  name: '涉台、民族宗教和政策表述',
  source: newsAgency,
  asOf: plainDate('2016-07-31'),
  words: [
    ...wrongly(
      `台湾国 台湾地区|中华民国政府 台湾当局|中华民国总统 台湾地区领导人|台湾政府 台湾当局|台湾总统 台湾地区领导人
      台湾总统府 台湾当局领导人办公室|台湾外交部 台湾当局对外交往事务主管部门|台湾行政院 台湾地区行政管理机构
      台湾立法院 台湾地区立法机构|港澳台国家 港澳台地区`,
      'confirm',
      `${newsAgency}；引述史料的，请说明`,
    ),
    ...wrongly(
      '回教 伊斯兰教|残废人 残疾人|残废者 残疾人|“一带一路”战略 “一带一路”倡议|一带一路战略 “一带一路”倡议',
      'hint',
      newsAgency,
    ),
  ],
}

const reforms: StarterList = {
  name: '机构改革前的机关名称',
  source: '2013、2018、2023年国务院机构改革方案，深化党和国家机构改革方案',
  asOf: plainDate('2023-03-16'),
  words: [...formerOrganNames, ...formerLocalNames].map(({ name, now, since, notBefore = '' }) => ({
    word: name,
    kind: 'name',
    suggestion: now,
    severity: 'hint',
    since: plainDate(since),
    notBefore,
  })),
}

/** What every organ looks for before it has lists of its own, each with its source and the day up to which it goes. */
export const starterLists: readonly StarterList[] = [typoList, leaders, expressions, reforms]

export const starterWords: readonly ListedWord[] = starterLists.flatMap(({ words }) => words)
