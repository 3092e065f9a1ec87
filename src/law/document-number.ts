const numbered =
  /(?<=[\p{L}\p{N}])\s{0,9}[[［【〔〖「『﹝(（]\s{0,9}((?:19|20)\d{2})\s{0,9}[\]］】〕〗」』﹞)）]\s{0,9}(?=第?\s{0,9}\d{1,9}(?:-\d{1,9})?\s{0,9}号)/gu

/**
 * GB/T 9704 7.2.5: the year of a 发文字号 stands in 〔〕, which hardly a keyboard has; whatever brackets were typed become these.
 * What begins with a bracketed year is a court's case number and stays.
 */
export const withYearBrackets = (text: string): string => text.replace(numbered, '〔$1〕')

const yearAndNumber = /^[[［【〔〖「『﹝(（]?\s?((?:19|20)\d{2})\s?[\]］】〕〗」』﹞)）年]\s?第?\s?(\d{1,9})\s?号$/u

/** What is sought by year and number alone, as people say it (2026年12号, [2026]12号), as it stands in a number; the rest as typed. */
export const soughtNumber = (words: string): string => withYearBrackets(words.replace(yearAndNumber, '〔$1〕$2号'))

const brackets = ['[]', '［］', '()', '（）', '【】', '〖〗']

const opening = /[[［【〔〖「『﹝(（]\s?(?=\d)/gu
const closing = /(?<=\d)\s?[\]］】〕〗」』﹞)）]/gu

/** What is looked for in every form of the brackets around its year, also where only one of them is typed. */
export function inEveryBracket(words: string): string[] {
  const ours = words.normalize('NFKC').replace(opening, '〔').replace(closing, '〕')
  return [...new Set([words, ours, ...bracketsOf(ours)])]
}

/** The same number with its year in each of the brackets that were kept as typed before: to find what is on record. */
export const bracketsOf = (number: string): string[] =>
  /[〔〕]/u.test(number)
    ? brackets.map(([open, close]) => number.replace('〔', open ?? '').replace('〕', close ?? ''))
    : []

/** A number of a receipt or a case in one way of writing: signs of one width, capitals, no spaces and nothing unseen. */
export const plainNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase()

/**
 * The number of a case as a register writes it, so that one case has one number: 〔〕 or a court's （） around its year, no noughts before
 * the last figures, 号 at the end.
 */
export function plainCaseNumber(text: string): string {
  const plain = plainNumber(text)
  const ended = /\d$/.test(plain) ? `${plain}号` : plain
  return withYearBrackets(ended)
    .replace(/^\((\d{4})\)/, '（$1）')
    .replace(/(?<!\d)0+(?=\d+号$)/u, '')
}
