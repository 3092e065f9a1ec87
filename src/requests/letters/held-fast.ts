import type { Letter } from './letter.ts'

const bare = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .normalize('NFKC')
    .replace(/[^\S\n]+|\p{Cf}+/gu, '')

const number = '[一二三四五六七八九十百零〇\\d]+'
const place = `第${number}条(?:第?${number}款)?(?:第?\\(${number}\\)项)?`

/** How a letter says what it decides, with what turns it round. */
const decisions = [
  /(?:不|未|没有|无|非|拒绝|暂不?|暂缓|予以?|同意|决定|全部|部分|已经|主动|依法|可以|应当)+公开/gu,
  /(?:不|未|没有|无)(?:存在|掌握|制作|获取|保存|持有|属于|明确|作为|合理)/gu,
  /(?:不再?|不予|予以|可以|无法|不能|能够)(?:重复|向(?:你|你单位|你\(单位\)|申请人))?(?:处理|提供|答复|受理|区分|确认)/gu,
  /没有(?:你|你单位|你\(单位\))申请公开的政府信息|不?视为[^,。;]{0,8}放弃|不?(?:按照|作为|属于)[^,。;]{0,12}政府信息/gu,
  /(?:撤销|收回|废止)[^,。;]{0,6}(?:答复|告知书|决定)|(?:答复书?|告知书|决定)[^,。;]{0,6}(?:撤销|作废|无效|失效|收回)/gu,
]
const citations = new RegExp(`条例[》〉)]?((?:${place}[、,和与及至或]*)+)`, 'gu')
/** Under what ground something is withheld or not handled. */
const grounds =
  /国家秘密|商业秘密|个人隐私|内部事务|过程性信息|行政执法案卷|危及国家安全|法律、?行政法规禁止|行政查询|登记资料|信访、投诉、举报|公开出版物|加工、分析|数量、频次/gu
/** The terms that a letter gives. */
const terms = /\d{4}年\d{1,2}月\d{1,2}日前\(含当日\)|(?:延长|自收到[^,。;\n]{0,12}之日起)\d+(?:个工作日|个月|日)/gu

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([all]) => all)

const lost = (before: readonly string[], after: readonly string[]): string | undefined => {
  const left = [...after]
  for (const each of before) {
    const at = left.indexOf(each)
    if (at < 0) return each
    left.splice(at, 1)
  }
  return undefined
}
const differs = (before: readonly string[], after: readonly string[]) => lost(before, after) ?? lost(after, before)

/** What is to be paid, how it comes about, and within what time. */
const charges = /(?:\d+(?:\.\d+)?(?:元|件|页)|\d{4}年\d+月向|\d+个工作日|缴款码:?[^。;]*)/gu

const decides: readonly string[] = ['answer', 'noFurtherHandling', 'thirdPartyDecision']

export interface Held {
  readonly what: 'decision' | 'term' | 'fee'
  readonly words: string
}

const linesOf = ({ paragraphs, enclosures }: Letter) => [...paragraphs, ...enclosures.map(({ name }) => name)]

/**
 * What a correction would change of a letter that no correction may change: what an answer decides, on which articles of the
 * Regulation and on which ground; the terms that a notice gives; what is to be paid, how it comes about and by what code.
 */
export function heldFast(before: Letter, after: Letter): Held | undefined {
  const [was, is] = [bare(linesOf(before)), bare(linesOf(after))]
  const both = (pattern: RegExp) => [found(was, pattern), found(is, pattern)] as const
  const term = differs(...both(terms))
  if (term) return { what: 'term', words: term }
  if (before.kind === 'feeNotice') {
    const words = differs(...both(charges))
    return words === undefined ? undefined : { what: 'fee', words }
  }
  if (!decides.includes(before.kind)) return undefined
  for (const pattern of [...decisions, citations]) {
    const words = differs(...both(pattern))
    if (words) return { what: 'decision', words }
  }
  // A ground misspelt may be spelt rightly; one that is named is not exchanged.
  const ground = lost(...both(grounds))
  return ground ? { what: 'decision', words: ground } : undefined
}
