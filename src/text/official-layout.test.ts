import { expect, test } from 'vitest'
import { withHeadings } from './headings.ts'
import { readOfficialLayout } from './official-layout.ts'
import { plainTextOf } from './plain.ts'
import type { Block, Text } from './text.ts'

/** Paragraphs; `^` stands in the middle, `>` at the right. */
const page = (...lines: string[]): Text => ({
  type: 'doc',
  content: lines.map((line): Block => {
    const side = line.startsWith('^') ? 'center' : line.startsWith('>') ? 'right' : null
    const text = side ? line.slice(1) : line
    return { type: 'paragraph', ...(side ? { attrs: { textAlign: side } } : {}), content: [{ type: 'text', text }] }
  }),
})

const body = [
  '各县（区）人民政府：',
  '为规范统计工作，现将有关事项通知如下。',
  '一、总体要求',
  '（一）加强领导。各单位要高度重视。',
]

test('an official document with mark, number, title in two lines, attachments and signature', () => {
  const layout = readOfficialLayout(
    page(
      '^示例市人民政府办公室文件',
      '^示政办发〔2026〕8号',
      '^示例市人民政府办公室关于印发',
      '^示例市统计数据质量管理办法的通知',
      ...body,
      '附件：1. 示例市统计数据质量管理办法',
      '2. 任务分工表',
      '>示例市人民政府办公室',
      '>2026年11月20日',
      '（此件公开发布）',
    ),
  )
  expect(layout).toMatchObject({
    title: '示例市人民政府办公室关于印发示例市统计数据质量管理办法的通知',
    documentNumber: '示政办发〔2026〕8号',
    issuingOrgan: '示例市人民政府办公室',
    madeOn: '2026-11-20',
    genre: '通知',
    attachmentNotes: ['示例市统计数据质量管理办法', '任务分工表'],
  })
  expect(plainTextOf(layout.text).split('\n').slice(0, 2)).toEqual(body.slice(0, 2))
})

test.for<[string, Text, Record<string, unknown>]>([
  [
    'a notice without number',
    page('^关于开展第五次全国经济普查的公告', body[1] ?? '', '示例市统计局', '二〇二六年十一月二十日'),
    {
      title: '关于开展第五次全国经济普查的公告',
      documentNumber: '',
      issuingOrgan: '示例市统计局',
      madeOn: '2026-11-20',
      genre: '公告',
    },
  ],
  [
    'an order',
    page('^示例市人民政府令', '^第12号', '^示例市统计管理办法', '第一章 总则', '第一条 为了规范统计工作，制定本办法。'),
    { title: '示例市统计管理办法', documentNumber: '示例市人民政府令第12号', issuingOrgan: '示例市人民政府' },
  ],
  [
    'with the signer beside the number, brackets wrong',
    page('示例市统计局文件', '示统发[2026]8号　　签发人：张三', '关于报送年报的请示', '示例市人民政府：', '正文。'),
    { title: '关于报送年报的请示', documentNumber: '示统发[2026]8号', issuingOrgan: '示例市统计局', genre: '请示' },
  ],
  [
    'plain prose',
    page('今天，我市召开会议。会议强调，要做好工作。', '会议还讨论了其他事项。'),
    { title: '', documentNumber: '', issuingOrgan: '', madeOn: null, genre: null },
  ],
  [
    'a list of who takes part, and the day of a meeting, are no signature',
    page('^关于召开会议的通知', '参加单位：', '市统计局', '2026年3月5日'),
    { title: '关于召开会议的通知', issuingOrgan: '', madeOn: null },
  ],
  [
    'the day to which a text leads on is not when it was made',
    page('^关于召开会议的通知', '会议时间：', '2026年3月5日'),
    { issuingOrgan: '', madeOn: null },
  ],
  ['nothing', { type: 'doc', content: [] }, { title: '', madeOn: null }],
])('%s', ([, text, expected]) => {
  const layout = readOfficialLayout(text)
  expect(layout).toMatchObject(expected)
})

test('nothing of the text is lost but its head', () => {
  const prose = page('今天，我市召开会议。会议强调，要做好工作。', '会议还讨论了其他事项。')
  expect(readOfficialLayout(prose).text).toEqual(prose)
})

test.for<[string, number | null]>([
  ['一、总体要求', 2],
  ['第三章 监督检查', 2],
  ['（一）加强组织领导', 3],
  ['(二) 落实责任', 3],
  ['（一）加强领导。各单位要高度重视。', null],
  ['第一条 为了规范统计工作', null],
  ['1.加强领导', null],
  ['一、本办法自2026年12月1日起施行；原办法同时废止。', null],
])('%s is a heading of level %s', ([line, level]) => {
  const [block] = withHeadings(page(line)).content
  expect(block?.type === 'heading' ? block.attrs.level : null).toBe(level)
})
