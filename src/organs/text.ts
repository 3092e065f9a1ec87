import { z } from 'zod'
import { visible } from '../people/tidy-text.ts'

/** Signs that are not seen, or that turn the direction of others: nobody's name has them. */
export const unseen = /[\p{Cc}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]|\ufe0f/u

/** A line that people write: trimmed, one form of each sign, nothing hidden in it. */
export const line = (most: number) =>
  z
    .string()
    .max(1000, '内容过长')
    .transform((typed) => typed.normalize('NFC').trim())
    .refine((text) => !unseen.test(text), '含有看不见的控制字符，请删去后重新填写')
    .refine((text) => [...text].length <= most, `不超过${most}个字`)

/** The same, and it may not be empty. */
export const required = (ask: string, most: number) => line(most).refine((text) => text !== '', ask)

export const phone = line(40).refine((text) => /^[0-9+()（）\-—、，,转 ]*$/.test(text), '电话只用数字和连字符')
export const email = line(254).refine(
  (text) => text === '' || z.email().safeParse(text).success,
  '请填写一个有效的电子邮箱，如 gk@shili.gov.cn',
)

/** Letters that somebody can read; blanks, signs, digits and what is not seen say nothing. */
const lettersIn = (text: string): number => visible(text).match(/\p{L}/gu)?.length ?? 0

const leastSaid = 2
const leastReason = 4

/** Whether a text says something to whoever reads it. */
export const isSaid = (text: string): boolean => lettersIn(text) >= leastSaid

/** Whether somebody is told why by it: a word or a full stop is no reason. */
export const isReason = (text: string | null | undefined): boolean => lettersIn(text ?? '') >= leastReason
