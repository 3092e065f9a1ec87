import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { findingText } from './finding-text.ts'

const report = { organ: '示例局', year: 2024, format: '2021' } as const
const unread = (label: string): Finding => ({
  code: 'NOT_A_NUMBER',
  severity: 'error',
  about: 'reading',
  row: 'granted',
  column: label,
  message: `“予以公开”的“${label}”一格写作“1 2”，不能确定是什么数字，未读取，请与原文核对`,
})
const sum: Finding = { code: 'BALANCE', severity: 'error', about: 'report', message: '两边不等。' }
const linesOf = (findings: readonly Finding[]) =>
  findingText('x.html', report, findings)
    .split('\n')
    .filter((line) => /^ {2}\d/.test(line))

test('cells of a torn table that could not be read are told once, each cell named', () => {
  const cells = ['自然人', '商业企业', '科研机构', '其他'].map(unread)
  const lines = linesOf([...cells, sum])
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('1. （读取）表格里有4格不能确定是什么数字，未读取，请与原文核对：')
  for (const label of ['自然人', '商业企业', '科研机构', '其他'])
    expect(lines[0]).toContain(`“予以公开”的“${label}”一格写作“1 2”`)
  expect(lines[1]).toBe('  2. 两边不等。')
})

test('a few cells are told apart', () => {
  expect(linesOf(['自然人', '商业企业', '其他'].map(unread))).toHaveLength(3)
})
