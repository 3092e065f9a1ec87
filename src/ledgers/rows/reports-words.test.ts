import { expect, test } from 'vitest'
import { reportsWords } from './reports-words.ts'

test('whoever corrects a row is told which published reports it moves', () => {
  expect(reportsWords([2024, 2025])).toContain('2024、2025年度报告已经定稿')
})

test('a correction that moves none says nothing', () => {
  expect(reportsWords([])).toBe('')
})
