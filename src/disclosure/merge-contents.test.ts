import { expect, test } from 'vitest'
import { plainTextOf } from '../text/plain.ts'
import type { Block, Mark, Text } from '../text/text.ts'
import { type Choice, mergeContents } from './merge-contents.ts'
import { aContent, aText } from './testing/a-record.ts'

const base = aContent({ title: '关于普查的公告', summary: '', text: aText('甲', '乙', '丙') })
const merge = (mine: object, theirs: object) => mergeContents(base, { ...base, ...mine }, { ...base, ...theirs })
const textWith = (choice: Choice, mine: string[], theirs: string[]) =>
  plainTextOf(merge({ text: aText(...mine) }, { text: aText(...theirs) }).withChoices([choice]).text)

test('different paragraphs and different fields come together without a question', () => {
  const { conflicts, withChoices } = merge(
    { title: '新标题', text: aText('甲改', '乙', '丙') },
    { summary: '概述', text: aText('甲', '乙', '丙', '丁') },
  )
  expect(conflicts).toEqual([])
  expect(withChoices([])).toEqual({ ...base, title: '新标题', summary: '概述', text: aText('甲改', '乙', '丙', '丁') })
})

test('the same field and the same paragraph are asked with the words of both', () => {
  const { conflicts, withChoices } = merge(
    { title: '我的标题', text: aText('甲', '乙我', '丙') },
    { title: '他人的标题', text: aText('前', '甲', '乙他', '丙') },
  )
  expect(conflicts).toEqual([
    { label: '标题', mine: '我的标题', theirs: '他人的标题', mayKeepBoth: false },
    { label: '正文第3段', mine: '乙我', theirs: '乙他', mayKeepBoth: true },
  ])
  expect(withChoices(['mine', 'theirs'])).toMatchObject({ title: '我的标题', text: aText('前', '甲', '乙他', '丙') })
  expect(withChoices(['theirs', 'both'])).toMatchObject({
    title: '他人的标题',
    text: aText('前', '甲', '乙他', '乙我', '丙'),
  })
})

test('a paragraph that one rewrote and the other took out can be either, and is no two paragraphs', () => {
  const [conflict] = merge({ text: aText('甲', '丙') }, { text: aText('甲', '乙他', '丙') }).conflicts
  expect(conflict).toEqual({ label: '正文第2段', mine: '', theirs: '乙他', mayKeepBoth: false })
  expect(textWith('mine', ['甲', '丙'], ['甲', '乙他', '丙'])).toBe('甲\n丙')
  expect(textWith('theirs', ['甲', '丙'], ['甲', '乙他', '丙'])).toBe('甲\n乙他\n丙')
})

test('both paragraphs are what each of the two wrote: one that only one of them changed stands there once', () => {
  expect(textWith('both', ['甲', '乙我', '丙我', '丁'], ['甲', '乙他', '丙'])).toBe('甲\n乙他\n乙我\n丙我\n丁')
  expect(textWith('both', ['甲', '乙', '丙', '新', '我'], ['甲', '乙', '丙', '新', '他'])).toBe(
    '甲\n乙\n丙\n新\n他\n我',
  )
})

test('the other fields are merged one by one: what each filled in stays, and the same one is asked by its name', () => {
  const filled = merge({ fields: { filingNumber: '备1' } }, { fields: { interpreter: '张三' } })
  expect(filled.conflicts).toEqual([])
  expect(filled.withChoices([]).fields).toEqual({ filingNumber: '备1', interpreter: '张三' })
  const ofType = { type: 'policyInterpretation' as const }
  const { conflicts, withChoices } = merge(
    { ...ofType, fields: { interpreter: '李四' } },
    { ...ofType, fields: { interpreter: '张三' }, text: aText('甲', '乙', '丙', '丁') },
  )
  expect(conflicts).toEqual([{ label: '解读人', mine: '李四', theirs: '张三', mayKeepBoth: false }])
  expect(withChoices(['mine']).fields).toEqual({ interpreter: '李四' })
  expect(withChoices(['theirs']).fields).toEqual({ interpreter: '张三' })
})

test('what one emptied is empty, and an empty field is one that was never filled in', () => {
  const before = { ...base, fields: { interpreter: '张三' } }
  const { conflicts, withChoices } = mergeContents(
    before,
    { ...before, fields: { interpreter: '' } },
    { ...before, fields: { interpreter: '张三', filingNumber: '' } },
  )
  expect(conflicts).toEqual([])
  expect(withChoices([]).fields).toEqual({ interpreter: '', filingNumber: '' })
})

const styled = (text: string, mark: Mark) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text, marks: [mark] }],
})
const docOf = (...content: Block[]): Text => ({ type: 'doc', content })
const [first, , third] = base.text.content
if (!first || !third) throw new Error('three paragraphs')

test('where only the formatting differs nobody is asked: mine counts, and that is told', () => {
  const [mine, theirs] = [styled('乙', { type: 'bold' }), styled('乙', { type: 'italic' })]
  const { conflicts, told, withChoices } = merge(
    { text: docOf(first, mine, third) },
    { text: docOf(first, theirs, third) },
  )
  expect(conflicts).toEqual([])
  expect(told).toEqual(['正文第2段两人写的文字相同，只有格式不同，用您的格式'])
  expect(withChoices([]).text).toEqual(docOf(first, mine, third))
})

test('the same words that lead elsewhere are asked with where they lead, and stand there once', () => {
  const to = (href: string) => styled('乙', { type: 'link', attrs: { href } })
  const { conflicts, told } = merge(
    { text: docOf(first, to('https://a.example/'), third) },
    { text: docOf(first, to('https://b.example/'), third) },
  )
  expect(told).toEqual([])
  expect(conflicts).toEqual([
    {
      label: '正文第2段',
      mine: '乙〔链接https://a.example/〕',
      theirs: '乙〔链接https://b.example/〕',
      mayKeepBoth: false,
    },
  ])
})

const calling = (words: string, number: number): Block => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: words },
    { type: 'text', text: `[${number}]`, marks: [{ type: 'superscript' }] },
  ],
})
const note = (number: number, words: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: `[${number}] ${words}` }],
})

test('notes that both added under one number are two: each call leads to its own, and nobody is asked', () => {
  const { conflicts, told, withChoices } = merge(
    { text: docOf(calling('甲', 1), ...base.text.content.slice(1), note(1, '我的')) },
    { text: docOf(...base.text.content.slice(0, 2), calling('丙', 1), note(1, '他的')) },
  )
  expect(conflicts).toEqual([])
  expect(told).toEqual(['两人都新加了注释[1]，您的改为[2]'])
  expect(withChoices([]).text).toEqual(
    docOf(calling('甲', 2), ...base.text.content.slice(1, 2), calling('丙', 1), note(1, '他的'), note(2, '我的')),
  )
})

test('the same note added by both is one', () => {
  const text = docOf(calling('甲', 1), ...base.text.content.slice(1), note(1, '同'))
  const { told, withChoices } = merge({ text }, { text })
  expect(told).toEqual([])
  expect(withChoices([]).text).toEqual(text)
})
