import type { Clause } from './statements.ts'

/** Figures of other years, of several years together, or by comparison say nothing about this year's cells. */
const otherTimes = /累计|历年|历次|平均|人均|每[年月日件]|去年|往年|近年|同比|环比|十四五|十三五/
const comparisons = /较|比|增加|减少|增长|下降|占/

const namesOtherYear = (text: string, year: number | null): boolean =>
  [...text.matchAll(/(20\d\d)年/g)].some((match) => Number(match[1]) !== year)

const maxClause = 160
const thousands = /(\d),(?=\d{3}(?!\d))/g

/** The clauses of a paragraph that speak of the report's own year. What follows 其中 is marked as a part of a whole. */
export function clausesOf(paragraph: string, year: number | null): Clause[] {
  const sentences = paragraph.replace(thousands, '$1').split(/[。!?]/)
  return sentences.flatMap((sentence, at) => {
    if (otherTimes.test(sentence) && !/同比|去年|环比/.test(sentence)) return []
    const topic = `${sentences[at - 1] ?? ''}。${sentence}`
    let isAfterPartition = false
    return sentence.split(/[,;:()]|(?<=[件宗条例个项起])、/).flatMap((text) => {
      isAfterPartition ||= text.includes('其中')
      const isOther = otherTimes.test(text) || comparisons.test(text) || namesOtherYear(text, year)
      if (isOther || text === '' || text.length > maxClause) return []
      return [{ text, sentence, topic, isAfterPartition }]
    })
  })
}
