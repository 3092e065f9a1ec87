import { expect, test } from 'vitest'
import { toldOfWord } from './told-of-word.ts'

const finding = { gate: 'hiddenContent', severity: 'hint', place: 'text', message: '有隐藏的文字' } as const

test('after a Word file is read, what is to be done comes first, then what was found, with the words it was found at', () => {
  const findings = [
    { ...finding, excerpt: '内部掌握' },
    { ...finding, excerpt: '' },
  ]
  expect(toldOfWord({ notes: ['附件请另行上传'], findings })).toEqual([
    '附件请另行上传',
    '有隐藏的文字：内部掌握',
    '有隐藏的文字',
  ])
})

test('a file of which nothing is to be told tells nothing', () => {
  expect(toldOfWord({ notes: [], findings: [] })).toEqual([])
})
