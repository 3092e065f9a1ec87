import { expect, test } from 'vitest'
import { aContent, aText } from '../testing/a-record.ts'
import { findingsAbout } from './testing/a-context.ts'

const told = (...paragraphs: string[]) =>
  findingsAbout(aContent({ text: aText(...paragraphs) })).filter(({ gate }) => gate === 'leftBlank')

test.for([
  '根据示统发〔　〕8号文件办理。',
  '自＿＿＿＿年＿＿月起施行。',
  '报名时间为____至____。',
  '共（　　）家企业参加。',
  '联系人：【　】',
  '××年工作要点如下。',
])('a place that is left open asks for a reason where it stands: %s', (words) => {
  expect(told('第一段。', words)).toMatchObject([{ severity: 'confirm', place: 'text:1' }])
})

test.for([
  '根据示统发〔2026〕8号文件办理。',
  '马××（行政审批中介服务违规）',
  '（一）总则 【重要】 [1] 正文',
  '文件名 a_b，（如有）',
])('what is written out, masked or numbered is none: %s', (words) => expect(told(words)).toEqual([]))
