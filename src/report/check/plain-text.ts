import type { AnnualReport, Section, SectionKey } from '../report.ts'

/** Only the characters that the checks look for; the wording of the report itself is not converted. */
const traditional =
  '動開請條規範現發廢轉結數據監臺網審關總計議訴訟復許處罰強無沒與區縣鎮鄉門務報統時間說當為書類號實際製佈餘'
const simplified =
  '动开请条规范现发废转结数据监台网审关总计议诉讼复许处罚强无没与区县镇乡门务报统时间说当为书类号实际制布余'
const simplifiedOf = new Map([...traditional].map((character, at) => [character, [...simplified][at] ?? character]))

/**
 * Text as the checks compare it: half-width digits and brackets, no spaces, pinyin in brackets left out,
 * the commonest traditional characters simplified.
 */
export function plainText(text: string): string {
  const compact = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([a-zà-ÿāēīōūǎěǐǒǔǐ]{1,8}\)/g, '')
  return [...compact].map((character) => simplifiedOf.get(character) ?? character).join('')
}

/** Without what stands in 《》 or 〔〕: titles and numbers of documents carry years and figures of their own. */
export const withoutTitles = (text: string): string =>
  text.replace(/《[^《》]{0,200}》/g, '《》').replace(/[〔[][^〕\]]{0,20}[〕\]]/g, '')

export const sectionOf = (report: AnnualReport, id: SectionKey): Section | undefined =>
  report.sections.find((section) => section.id === id)

/** The paragraphs of a section, as the checks compare them. */
export const paragraphsOf = (report: AnnualReport, id: SectionKey): string[] =>
  (sectionOf(report, id)?.paragraphs ?? []).map(plainText).filter((paragraph) => paragraph !== '')

/** All text of the report outside its tables. */
export const reportText = (report: AnnualReport): string =>
  report.sections.flatMap(({ paragraphs }) => paragraphs.map(plainText)).join('\n')
