import { z } from 'zod'
import type { Organ } from '../organs/organ.ts'
import { unseen } from '../organs/text.ts'

const placeholder = /\{[^{}]*\}/g
const known = /^\{(?:creditCode|letterCode|yyyy|seq|seq:[1-9])\}$/
const sequence = /\{seq(?::[1-9])?\}/g

/** A template that gives no number twice: with the year and the count, and nothing that is not filled in. */
export const IndexNumberTemplate = z
  .string('请填写索引号的式样')
  .trim()
  .min(1, '请填写索引号的式样')
  .max(80, '不超过80个字')
  .refine((text) => text.includes('{yyyy}'), '应当含有年份 {yyyy}，否则来年会重号')
  .refine((text) => text.match(sequence)?.length === 1, '应当含有一个顺序号，如 {seq:5}')
  .refine((text) => (text.match(placeholder) ?? []).every((each) => known.test(each)), {
    error: '只能用 {creditCode}、{letterCode}、{yyyy}、{seq:5} 这几种，大小写不能写错',
  })
  .refine((text) => !/[{}]/.test(text.replace(placeholder, '')), '花括号应当成对')
  .refine((text) => !/(^|\/)\.{0,2}(\/|$)/.test(text), '斜线之间应当有内容，不能是点')
  .refine(
    (text) => !/[\p{Zs}\p{Zl}\p{Zp}<>"'?？#%\\]/u.test(text) && !unseen.test(text),
    '不能有空格、引号、尖括号、问号、井号、百分号、反斜线和看不见的字符',
  )

/** Where an organ has set no template of its own. */
export const defaultTemplate = '{creditCode}/{yyyy}-{seq:5}'

/** 索引号 by the organ's template: {creditCode}, {letterCode}, {yyyy}, {seq:5} (at least so many digits). */
export const indexNumberOf = (
  template: string,
  organ: Pick<Organ, 'creditCode' | 'letterCode' | 'slug'>,
  year: number,
  count: number,
): string =>
  template
    .replaceAll('{creditCode}', organ.creditCode || organ.letterCode || organ.slug)
    .replaceAll('{letterCode}', organ.letterCode || organ.slug)
    .replaceAll('{yyyy}', String(year))
    .replace(/\{seq(?::(\d))?\}/g, (_, digits: string | undefined) => String(count).padStart(Number(digits ?? 1), '0'))

/** What stands in the address of a record: the same year and count, whatever the template. */
export const publicNumber = (year: number, count: number): string => `${year}-${String(count).padStart(5, '0')}`
