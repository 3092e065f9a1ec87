import { typedDay } from './typed-day.ts'

/** What a form holds for a number: a number, nothing, or what was typed in its place, which no schema takes for one. */
export type FormNumber = number | `\u2063${string}` | null | undefined

/** From what to what a field goes, both allowed. */
export interface NumberBounds {
  readonly min: number
  readonly max: number
}

/** A whole number, or why what is written is none of this field, in words for whoever wrote it. */
type NumberReading = { readonly number: number } | { readonly problem: string }

/** The number that is written, in digits of any width. */
export function readWhole(text: string, { min, max }: NumberBounds): NumberReading {
  const plain = text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
  const asked = `${min}至${max}的整数`
  if (!/^[-\u2212]?\d{1,15}$/.test(plain)) return { problem: `请用数字填写${asked}` }
  const number = Number(plain.replace('\u2212', '-'))
  if (number < min || number > max) return { problem: `只能填写${asked}` }
  return { number }
}

/** What a form is handed for a text: nothing for an empty one. */
export function numberTyped(text: string, bounds: NumberBounds): Exclude<FormNumber, undefined> {
  if (text.trim() === '') return null
  const reading = readWhole(text, bounds)
  return 'number' in reading ? reading.number : typedDay(text)
}
