import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { changesBetween } from '../disclosure/changes.ts'
import { contentHash } from '../disclosure/content-hash.ts'
import { struckGate } from '../disclosure/gates/struck.ts'
import { aContent } from '../disclosure/testing/a-record.ts'
import { fold } from '../search/fold.ts'
import type { plainMarks } from './marks.ts'
import { plainTextOf } from './plain.ts'
import { Text } from './text.ts'

type Kind = (typeof plainMarks)[number]
const words = (text: string, ...marks: Kind[]) => ({
  type: 'text' as const,
  text,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
})
const textOf = (...content: ReturnType<typeof words>[]): Text => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
})
const draft = (text: Text) => aContent({ text })

const water = textOf(
  words('1.2×10'),
  words('8', 'superscript'),
  words('m'),
  words('3', 'superscript', 'bold'),
  words('，CO'),
  words('2', 'subscript'),
  words('，a'),
  words('n+1', 'subscript'),
  words('，x'),
  words('a*b', 'superscript'),
  words('[1]', 'superscript'),
  words('注', 'superscript'),
)

test('10⁸ is never 108 in plain words; what Unicode cannot raise is written out', () => {
  expect(Text.parse(water)).toEqual(water)
  expect(plainTextOf(water)).toBe('1.2×10⁸m³，CO₂，aₙ₊₁，x^(a*b)[1]注')
})

test('a search for CO2 finds CO₂', () => {
  expect(fold(plainTextOf(water))).toContain(fold('CO2'))
})

test('who compares two texts sees that an exponent became a digit, and that words were struck out', () => {
  const flat = textOf(words('1.2×108m3，CO2，an+1，xa*b[1]注'))
  expect(changesBetween(draft(flat), draft(water))).toMatchObject([{ place: 'text:0' }])
  const struck = textOf(words('继续'), words('有效', 'strike'))
  expect(changesBetween(draft(textOf(words('继续有效'))), draft(struck))).toMatchObject([{ place: 'text:0' }])
})

test('struck words never read as valid, and are asked about where they stand', () => {
  const text = textOf(words('新规定。'), words('旧', 'strike'), words('规定', 'strike', 'bold'), words('完。'))
  expect(plainTextOf(text)).toBe('新规定。〔已划去：旧规定〕完。')
  expect(struckGate(draft(text), {} as never)).toMatchObject([
    { gate: 'struckText', severity: 'confirm', place: 'text:0', excerpt: '旧规定' },
  ])
})

test('the hash of a text without the new marks is the one that was signed', () => {
  const content = draft(textOf(words('粗', 'bold', 'italic', 'underline')))
  const sorted = JSON.stringify(content, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  expect(contentHash(content)).toBe(createHash('sha256').update(sorted).digest('hex'))
  expect(Text.parse(content.text)).toEqual(content.text)
})
