import { expect, test } from 'vitest'
import { blankContent, type Content } from '../../../disclosure/content.ts'
import type { Finding } from '../../../disclosure/gates/finding.ts'
import { recordTypeOf } from '../../../disclosure/record-type.ts'
import { Problem } from '../../problem.ts'
import { refusedAt, refusedWords, refuseUnreadable, stillStanding } from './unsaved.ts'

const blank = blankContent({ ...recordTypeOf('notice'), id: 'notice' }, '示例市统计局')
const fileId = '01a20c4d-0000-7000-8000-000000000000'
const attachment = { fileId, name: '名单.xlsx', size: 1, contentType: 'x', sha256: 'a'.repeat(64), alternative: '' }
const withText = (...lines: string[]): Content => ({
  ...blank,
  attachments: [attachment],
  text: { type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
})
const refused = (fields: Record<string, string>) =>
  refusedAt(new Problem(422, 'invalid_request', '填写有误', undefined, fields), withText('甲', '乙'))

test.each([
  ['content.text.1', '正文第2段层次过深', { place: 'text:1', label: '正文第2段', why: '层次过深' }],
  [
    'content.text.0',
    '正文第1段的链接应以 http 开头',
    { place: 'text:0', label: '正文第1段', why: '链接应以 http 开头' },
  ],
  ['content.title', '不超过500个字', { place: 'title', label: '标题', why: '不超过500个字' }],
  ['content.keywords.3', '不超过50个字', { place: 'keywords', label: '关键词', why: '不超过50个字' }],
  ['content.act.reason', '不超过1000个字', { place: 'act.reason', label: '理由', why: '不超过1000个字' }],
  ['content.attachments.0.alternative', '过长', { place: `attachment:${fileId}`, label: '名单.xlsx', why: '过长' }],
])('a refused save says where it is and why: %s', (path, message, expected) => {
  expect(refused({ [path]: message })).toEqual([expected])
})

test('a refusal that is about no place says why', () => {
  const problem = new Problem(409, 'not_drafting', '已经发布，不能修改')
  expect(refusedWords(problem, blank)).toBe('已经发布，不能修改')
  expect(refusedWords(new Problem(422, 'x', '', undefined, { 'content.title': '不超过500个字' }), blank)).toBe(
    '标题：不超过500个字',
  )
})

const found = (place: string): Finding => ({
  gate: 'complete',
  severity: 'block',
  place,
  message: '请填写',
  excerpt: '',
})

test('what the gates saw in the saved text no longer stands where it was changed since', () => {
  const saved = withText('甲', '乙')
  const now = { ...withText('甲', '丙'), title: '新标题', attachments: [{ ...attachment, alternative: '名单' }] }
  const places = ['title', 'summary', 'text:0', 'text:1', 'text', `attachment:${fileId}`, 'publishBy', 'fields.x']
  expect(stillStanding(places.map(found), saved, now).map(({ place }) => place)).toEqual([
    'summary',
    'text:0',
    'publishBy',
    'fields.x',
  ])
  expect(stillStanding(places.map(found), saved, saved)).toHaveLength(places.length)
})

test('halves of signs, which the server cannot even read, are told by their paragraph before anything is sent', () => {
  const problem = (content: Content) => {
    try {
      refuseUnreadable(content)
    } catch (error) {
      return error instanceof Problem ? refusedAt(error, content) : error
    }
    return undefined
  }
  expect(problem(withText('甲', '乙\ud842'))).toEqual([
    { place: 'text:1', label: '正文第2段', why: '有不能识别的字符，请删去后重新输入' },
  ])
  expect(problem({ ...blank, title: '关于\0' })).toMatchObject([{ place: 'title', label: '标题' }])
  expect(problem(withText('𠮷'))).toBeUndefined()
})
