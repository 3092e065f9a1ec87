import { expect, test } from 'vitest'
import { findMark, findMarkInName } from './classified-mark.ts'

test.for([
  '机密★',
  '绝密★30年\n某某局文件',
  '000001\n秘 密 ★ 1 年\n特急',
  '正文……附件标注机密★5年……',
  '机密',
  '密级：秘密',
  '秘密 10年',
  '絕密★',
  '机\u200b密★',
  '机密*10年',
  '秘密＊长期',
  '【机密】\n某某局文件',
  '★绝密',
  '机密*',
])('a text with the mark %j', (text) => expect(findMark(text)).toBeDefined())

test.for([
  '申请公开商业秘密保护工作方案',
  '因涉及国家秘密不予公开',
  '机密文件管理办法',
  `${'正文\n'.repeat(30)}秘密`,
  '★★★★★ 五星好评',
  '正文……机密*本项不填……',
  '【秘密】一词的含义',
  '',
])('a text without one: %j', (text) => expect(findMark(text)).toBeUndefined())

test.for(['机密★名单.docx', '【秘密】名单.docx', '（绝密）名单.pdf', '机密-名单.docx', '秘密.pdf', '绝密 ★ 30年.pdf'])(
  'a name with a mark: %s',
  (name) => expect(findMarkInName(name)).toBeDefined(),
)

test.for(['商业秘密保护.docx', '机密文件管理办法.pdf', '秘密侦查规定.txt', '国家秘密定密管理.pdf'])(
  'a name without one: %s',
  (name) => expect(findMarkInName(name)).toBeUndefined(),
)
