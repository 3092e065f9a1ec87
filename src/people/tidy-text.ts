import { turnsText, unturned } from '../text/turned-text.ts'

/** Characters that somebody has drawn on one computer, and that print blank on others. */
const ofOneComputer = /\p{Co}/u
/** Characters that break storage or display, as opposed to those that a law-abiding keyboard makes. */
const broken = /(?![\n\t])\p{Cc}|[\p{Cs}\uFFFD]|\p{Noncharacter_Code_Point}/u
const unseen = /[\u00AD\u200B\u2060\uFEFF]/gu
/** Space-like characters that the blank test of JavaScript does not know. */
const looksBlank = /[\p{Z}\p{C}\p{M}\u115F\u1160\u2800\u3164\uFFA0]/gu

/** What of a text prints something: blanks in every disguise are gone. */
export const visible = (text: string): string => text.replace(looksBlank, '')

/** Code points, as people count characters; a newline is one. */
export const lengthOf = (text: string): number => [...text].length

/** One newline form, composed characters, nothing unseen at the edges or between. */
export const tidyText = (text: string): string =>
  unturned(text)
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .normalize('NFC')
    .trim()

/** A name keeps its direction marks, so that it can be refused for them. */
export const tidyLine = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(/[\t\n\r\u0085\u2028\u2029\u3000]/g, ' ')
    .normalize('NFC')
    .trim()

/** Dots that keyboards and fonts give for the one between the parts of a name; the last is of names in Japanese. */
const middleDots = /[\u2022\u2027\u2219\u22c5\u2e31\ua78f\u30fb\uff65]/g

/** A name, with the middle dot of GB 18030 (U+00B7) whichever was typed: one person has one name. */
export const tidyName = (text: string): string => tidyLine(text).replace(middleDots, '·')

/** Telephones: full-width signs become plain and spaces go. What is far too long stays as it is. */
export const tidySigns = (text: string): string =>
  text.length > 300 ? text : text.normalize('NFKC').replace(unseen, '').replace(/\s/gu, '')

/** Numbers of documents: as above, in capitals. */
export const tidyNumber = (text: string): string => tidySigns(text).toUpperCase()

/** Why a text cannot be taken as it stands; undefined when it can. */
export function textProblem(text: string): string | undefined {
  if (turnsText(text)) return '含有改变文字方向的控制符，请删除后重新输入'
  if (ofOneComputer.test(text)) return '含有自造字，在其他电脑上显示不出来，请用输入法的生僻字重新输入，或者用拼音注明'
  return broken.test(text) ? '含有无法识别的字符，可能是复制时损坏，请删除后重新输入' : undefined
}

/** Why a name cannot be taken; undefined when it can. 阿卜杜拉·买买提 and 𠮷野 can. */
export function nameProblem(name: string, most = 50): string | undefined {
  if (lengthOf(name) > most) return `不超过${most}个字，现有${lengthOf(name)}个字`
  if (turnsText(name)) return textProblem(name)
  if (/\p{Extended_Pictographic}/u.test(name)) return '不能含有表情符号，请按身份证件填写'
  if (/[\p{L}\p{N}]/u.test(visible(name)) || ofOneComputer.test(name)) return textProblem(name)
  return '看起来是空白，请按身份证件填写'
}
