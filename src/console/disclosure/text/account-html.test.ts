import { expect, test } from 'vitest'
import type { Text } from '../../../text/text.ts'
import { accountHtml } from './account-html.ts'

const paragraph = (text: string, more: object = {}) => ({
  type: 'paragraph' as const,
  content: [{ type: 'text' as const, text, ...more }],
})
const origin = { organName: '示例市统计局', indexNumber: 'A/2026-1', address: 'https://shili.invalid/a?b&c' }
const html = (content: Text['content']) => accountHtml({ type: 'doc', content }, origin)

test('a text for the editor of a public account has its looks at every tag, and where it stands on the platform', () => {
  expect(html([paragraph('第一段<b>')])).toMatch(/<p style="[^"]*text-indent:2em">第一段&lt;b&gt;<\/p>/)
  expect(html([])).toContain('发布机关：示例市统计局<br>索引号：A/2026-1<br>原文网址：https://shili.invalid/a?b&amp;c')
})

test('links that lead out are words, pictures are places to put them, and what is aligned is not indented', () => {
  const link = { marks: [{ type: 'link' as const, attrs: { href: 'https://shili.invalid/' } }] }
  expect(html([paragraph('附件', link)])).not.toContain('<a ')
  const fileId = '01890000-0000-7000-8000-000000000000'
  expect(html([{ type: 'image', attrs: { fileId, alt: '示意图' } }])).toContain('［请在此处插入图片：示意图］')
  const signed = html([{ ...paragraph('示例市统计局'), attrs: { textAlign: 'right' as const } }])
  expect(signed).toMatch(/<p align="right" style="[^"]*text-align:right">示例市统计局/)
  expect(signed).not.toContain('text-indent')
})

test('a paragraph within a table has no indent', () => {
  const cell = { type: 'tableCell' as const, attrs: { colspan: 2 }, content: [paragraph('12')] }
  const table = html([{ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }])
  expect(table).toMatch(/<td colspan="2" style="border:1px[^"]*"><p style="margin:0;line-height:1.6">12<\/p><\/td>/)
  expect(table).not.toContain('text-indent')
})

test('columns are as wide as they were drawn', () => {
  const cell = { type: 'tableCell' as const, content: [paragraph('12')] }
  const row = { type: 'tableRow' as const, content: [cell, cell] }
  expect(html([{ type: 'table', attrs: { widths: [100, 300] }, content: [row] }])).toContain(
    '<colgroup><col width="25%" style="width:25%"><col width="75%" style="width:75%"></colgroup>',
  )
})
