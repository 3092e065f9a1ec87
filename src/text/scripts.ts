import type { Mark } from './text.ts'

const above = new Map(
  [...'0123456789+-−=()（）niN'].map((plain, at) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ⁿⁱᴺ'][at] ?? '']),
)
const below = new Map(
  [...'0123456789+-−=()（）aehijklmnoprstuvx'].map((plain, at) => [
    plain,
    [...'₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'][at] ?? '',
  ]),
)

/** Raised and lowered words as plain ones: 10⁸, CO₂, and ^(x+q) where Unicode has no signs. Marks of notes stay as they are. */
export function scripted(words: string, marks: readonly Mark[] = []): string {
  const mark = marks.find(({ type }) => type === 'superscript' || type === 'subscript')
  if (!mark) return words
  const isAbove = mark.type === 'superscript'
  const signs = [...words].map((each) => (isAbove ? above : below).get(each))
  if (signs.every((sign) => sign !== undefined)) return signs.join('')
  return /^[\p{Script=Latin}\p{Script=Greek}\d+\-−*/.,=() ]+$/u.test(words) ? `${isAbove ? '^' : '_'}(${words})` : words
}
