import { expect, test } from 'vitest'
import { citedIn, namesOf, piecesOf } from './cited.ts'

const organ = '示例市统计局'
const issued = { title: '示例市统计局关于印发《考核办法》的通知', documentNumber: '示统发〔2026〕8号' }

test('a document is named by its number, its title with or without the organ, and by what it issues', () => {
  expect(namesOf(issued, organ)).toEqual([
    '示统发〔2026〕8号',
    '《示例市统计局关于印发《考核办法》的通知》',
    '《关于印发《考核办法》的通知》',
    '《考核办法》',
  ])
  expect(namesOf({ title: '会议通知', documentNumber: '' }, organ)).toEqual(['《会议通知》'])
})

test('titles and numbers are taken out of the words that name them', () => {
  expect(citedIn('已由《考核办法》（示统发〔2026〕8号）代替')).toEqual({
    titles: ['考核办法'],
    numbers: ['〔2026〕8号'],
  })
  expect(citedIn('已有新规定')).toEqual({ titles: [], numbers: [] })
})

test('only the words that name a document lead to it, and nothing of the sentence is lost', () => {
  const words = '自2026年9月1日起废止（示统发〔2026〕8号）。见《考核办法》。'
  const pieces = piecesOf(words, [issued], organ)
  expect(pieces.map(({ text }) => text).join('')).toBe(words)
  expect(pieces.filter(({ named }) => named)).toEqual([{ text: '示统发〔2026〕8号', named: issued }])
  expect(piecesOf(words, [{ title: '别的', documentNumber: '示统发〔2026〕80号' }], organ)).toEqual([{ text: words }])
})
