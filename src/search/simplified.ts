import { Converter } from 'opencc-js/t2cn'

const convert = Converter({ from: 't', to: 'cn' })
const known = new Map<string, string>()

/**
 * The text in simplified characters, one by one: 問 is 问 whatever stands beside it, so that a text and words out of it are always
 * written alike.
 */
export const simplified = (text: string): string => text.replace(/\p{Script=Han}/gu, ofOne)

function ofOne(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const now = convert(character)
  known.set(character, now)
  return now
}
