import { expect, test } from 'vitest'
import { linkProblem, looksOtherwise } from './link-problem.ts'

test.for([
  'https://user:pw@evil.example/',
  'https://www.gov.cn@evil.example/notice',
  'HTTP://www.gov.cn:80@evil.example',
  'https:///user@evil.example',
  'https:\\\\user@evil.example',
  'https://@evil.example/',
  ' https://user@evil.example/',
  'https://example.cn/\u202egpj.exe',
  'https://exam\u200bple.cn/',
  'https://example.cn/\u2066x',
  'mailto:gk@exam\u00adple.cn',
  '/shili-tjj/\u3164',
])('nobody is sent to %j', (href) => expect(linkProblem(href)).toMatch(/^网址中/))

test.for([
  'https://www.gov.cn/zhengce/2019-04/15/content_5382991.htm?a=b@c',
  'https://example.cn/@作者/文章',
  'https://example.cn/#@',
  'https://示例.cn/政策',
  'mailto:gk@shili.gov.cn',
  '/shili-tjj/records/2026-00001',
  '#二',
  '',
])('%j is a sound address', (href) => expect(linkProblem(href)).toBeUndefined())

test('a name with unseen signs looks otherwise; rare characters and the joiners of Uyghur do not', () => {
  for (const name of ['gpj.\u202efdp.exe', '名\u200b单.pdf', '名\u2066单.pdf']) expect(looksOtherwise(name)).toBe(true)
  for (const name of ['𠮷野.pdf', '阿卜杜拉·买买提.pdf', 'ئۇ\u200cيغۇر.pdf']) expect(looksOtherwise(name)).toBe(false)
})
