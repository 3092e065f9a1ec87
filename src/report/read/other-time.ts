/** A year, or another time than this year without its number. */
export type Time = number | 'another'

const byNumber = '(20\\d\\d)\\s?(?:年度?|度)'
const inWords = '上年同期|上年度?|去年|往年|历年|累计|同比|同期'
/** 上一年 stands in a header of the form of 2019 too, so that only alone it is another time. */
const alone = `上一年度?|${inWords}`

const anywhere = new RegExp(`${byNumber}|${inWords}`, 'g')
const whole = new RegExp(`^(?:${byNumber}|${alone})$`)
/** 2023年度情况, 表二 2023年度数据统计, 上年度情况: no day, and no sentence. */
const caption = new RegExp(
  `^(?:附?表[一二三四五六七八九十\\d]{0,2})?(?:${byNumber}(?!\\d)[^月日]{0,10}|(?:${alone})(?:情况|数据|统计|工作|汇总|表)*)$`,
)

const timeOf = (match: RegExpMatchArray | null | undefined): Time | undefined =>
  match ? Number(match[1] ?? 0) || 'another' : undefined

/** The time that words name and nothing else, as in a cell between a label and its figures. */
export const timeNamed = (words: string): Time | undefined => timeOf(whole.exec(words))

/** The time that a caption above a table names. */
export const timeOfCaption = (words: string): Time | undefined => timeOf(caption.exec(words))

/** The time that running words name last. */
export const lastTimeIn = (words: string): Time | undefined => timeOf([...words.matchAll(anywhere)].at(-1))

/** Whether a header names a time: however like one of the form it is, it is another, even with this year's number. */
export const namesTime = (words: string): boolean => lastTimeIn(words) !== undefined

/** Whether a time is another than the report's year; where that is not known, every time is. */
export const isOtherTime = (time: Time | undefined, year: number | null): boolean => time !== undefined && time !== year
