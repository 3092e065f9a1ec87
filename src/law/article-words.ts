import type { ArticleId } from './articles.ts'

const digits = '零一二三四五六七八九'

/** 1–999 as laws number their articles: 三, 十, 三十六, 一百零三. */
export function chineseNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const head = hundreds > 0 ? `${digits.charAt(hundreds)}百` : ''
  const middle =
    tens > 0 ? `${hundreds === 0 && tens === 1 ? '' : digits.charAt(tens)}十` : head && ones > 0 ? '零' : ''
  return `${head}${middle}${ones > 0 ? digits.charAt(ones) : ''}`
}

const paragraphs = ['I', 'II', 'III', 'IV', 'V', 'VI']
const place = /^(\d+)(?: ([IV]+))?(?:\((\d+)\))?$/

/** The place in its law: 第三十三条第二款, 第三十六条第（四）项; empty for rules that are cited by name. */
export function placeInLaw(id: ArticleId): string {
  const [, article, paragraph, item] = place.exec(id.slice(id.indexOf(' ') + 1)) ?? []
  if (article === undefined) return ''
  const ofParagraph = paragraph ? `第${chineseNumber(paragraphs.indexOf(paragraph) + 1)}款` : ''
  return `第${chineseNumber(Number(article))}条${ofParagraph}${item ? `第（${chineseNumber(Number(item))}）项` : ''}`
}

/** As staff read it: 条例第三十六条第（四）项. */
export const articleWords = (id: ArticleId): string => `${id.slice(0, id.indexOf(' '))}${placeInLaw(id)}`
