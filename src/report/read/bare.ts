import { traditionalPairs } from '../../law/report-label-variants.ts'
import { withoutTrailingMarks } from './marks.ts'

const simplified = new Map<string, string>()
for (let index = 0; index + 1 < traditionalPairs.length; index += 2) {
  simplified.set(traditionalPairs.charAt(index), traditionalPairs.charAt(index + 1))
}
const traditional = new RegExp(
  `[${[...simplified].flatMap(([from, to]) => (from === to ? [] : [from])).join('')}]`,
  'g',
)
const pinyin = /\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,8}\)/gi

const remembered = 4000
const longest = 60

/** Remembers the answers for short texts: labels and figures come again and again. */
export function recall<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    if (text.length > longest) return ask(text)
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= remembered) answers.clear()
    const answer = ask(text)
    answers.set(text, answer)
    return answer
  }
}

/** Half-width digits, letters and brackets; Traditional label characters become Simplified; pinyin in brackets goes. */
export const plain = recall((text: string): string => {
  const out = text.normalize('NFKC').replace(traditional, (char) => simplified.get(char) ?? char)
  return out.includes('(') ? out.replace(pinyin, '') : out
})

/** Only Chinese characters and digits: what two prints of one label have in common. */
export const bare = recall((text: string): string =>
  plain(withoutTrailingMarks(text)).replace(/[^\u4e00-\u9fff0-9]/g, ''),
)

const ordinal = /^\s*[([<〔【]?\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)\]〕】、.,:·。]{0,2}\s*/

/** Characters of `bare(text)` taken by an ordinal such as （一）, 三、 or 2. at the start. */
export const ordinalLength = recall((text: string): number => {
  const match = ordinal.exec(plain(text.slice(0, 32)).slice(0, 16))
  return match ? bare(match[0]).length : 0
})

/** A label without its ordinal. */
export const bareName = (label: string): string => bare(label).slice(ordinalLength(label))
