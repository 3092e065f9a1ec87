import fc from 'fast-check'
import { expect, test } from 'vitest'
import { houseLayout } from './house-layout.ts'
import { plainTextOf } from './plain.ts'
import { type Block, type Inline, Text } from './text.ts'

/** Paragraphs; `^` stands in the middle, `>` at the right, `#` is a heading of the first level. */
const line = (words: string): Block => {
  const side = words.startsWith('^') ? 'center' : words.startsWith('>') ? 'right' : null
  const isHeading = words.startsWith('#')
  const text = side || isHeading ? words.slice(1) : words
  const content = text
    .split('\n')
    .flatMap((each, at) => [
      ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
      ...(each === '' ? [] : [{ type: 'text' as const, text: each }]),
    ])
  if (isHeading) return { type: 'heading', attrs: { level: 2 }, content }
  return { type: 'paragraph', ...(side ? { attrs: { textAlign: side } } : {}), content }
}
const page = (...lines: string[]): Text => ({ type: 'doc', content: lines.map(line) })

/** As `page` writes it, the level of a heading before it. */
const shown = ({ content }: Text): string[] =>
  content.map((block) => {
    const words = plainTextOf({ type: 'doc', content: [block] })
    if (block.type === 'heading') return `${'#'.repeat(block.attrs.level - 1)}${words}`
    const side = block.type === 'paragraph' ? block.attrs?.textAlign : undefined
    return `${side === 'center' ? '^' : side === 'right' ? '>' : ''}${words}`
  })
const laidOut = (...lines: string[]) => shown(houseLayout(page(...lines)).text)

test('a notice typed with blanks and empty lines stands as the house has it', () => {
  expect(
    laidOut(
      '各县（区）人民政府：',
      '　　为规范统计工作，现将有关事项通知如下。',
      '',
      '　　一、 总体要求',
      '　　各单位要高度重视。',
      '    （一） 加强组织领导',
      '  1．明确责任',
      '　　由一名负责人主管。',
      '  2．强化保障',
      '　　列入预算。',
      '　　附件：1. 统计数据质量管理办法',
      '　　　　　2. 任务分工表',
      '　',
      '　　　　　　　　　　　　　　示例市统计局',
      '　　　　　　　　　　　　　　2026年11月20日　　',
      '　　（此件公开发布）',
    ),
  ).toEqual([
    '各县（区）人民政府：',
    '为规范统计工作，现将有关事项通知如下。',
    '#一、总体要求',
    '各单位要高度重视。',
    '##（一）加强组织领导',
    '###1．明确责任',
    '由一名负责人主管。',
    '###2．强化保障',
    '列入预算。',
    '附件：1. 统计数据质量管理办法',
    '2. 任务分工表',
    '>示例市统计局',
    '>2026年11月20日',
    '（此件公开发布）',
  ])
})

test.for<[string, string[], string[]]>([
  [
    'a numbered line that goes on with a sentence is a paragraph',
    ['（一）加强领导。各单位要重视。'],
    ['（一）加强领导。各单位要重视。'],
  ],
  [
    'numbered lines under which nothing stands are a list',
    ['请携带以下材料', '1.身份证', '2.申请表', '3.照片', '窗口周一至周五办公。'],
    ['请携带以下材料', '1.身份证', '2.申请表', '3.照片', '窗口周一至周五办公。'],
  ],
  [
    'the fourth level stands below the third',
    ['（1）范围', '全市。', '（2）时间', '全年。'],
    ['###（1）范围', '全市。', '###（2）时间', '全年。'],
  ],
  ['a heading has the level of its number', ['#（一）总则', '正文。'], ['##（一）总则', '正文。']],
  ['a heading without a number stays', ['#总则', '正文。'], ['#总则', '正文。']],
  ['the gap behind a chapter stays', ['第一章　总则'], ['#第一章　总则']],
  ['paragraphs within a paragraph are cut apart', ['甲。\n　　乙。\n\n丙。'], ['甲。', '乙。', '丙。']],
  ['a mere break stays', ['地址：甲路1号\n电话：12345'], ['地址：甲路1号\n电话：12345']],
  ['gaps between words stay: they may be meant', ['张　三　李四'], ['张　三　李四']],
  ['gaps to be filled in stay', ['签字：　　　　日期：'], ['签字：　　　　日期：']],
  ['quotations stay', ['他说“甲。 乙 ，丙”。'], ['他说“甲。 乙 ，丙”。']],
  ['lines without Chinese stay', ['    if (a) {'], ['    if (a) {']],
  ['a number of a document stays', ['鹤营商规 〔2026〕 1 号'], ['鹤营商规 〔2026〕 1 号']],
  ['an address of the net stays', ['见 https://www.gov.cn/a,b?c=1 ，谢谢'], ['见 https://www.gov.cn/a,b?c=1 ，谢谢']],
  [
    'a day in the middle of a text is no signature',
    ['办理时间', '2026年11月20日', '请准时参加。'],
    ['办理时间', '2026年11月20日', '请准时参加。'],
  ],
  [
    'organs that sign together stand together',
    ['正文。', '示例市统计局', '示例市财政局', '二〇二六年十一月二十日'],
    ['正文。', '>示例市统计局', '>示例市财政局', '>二〇二六年十一月二十日'],
  ],
  ['what stands in the middle stays there', ['^示例市统计局', '^2026年11月20日'], ['^示例市统计局', '^2026年11月20日']],
  [
    'numbers that belong to the words make no heading',
    ['一、二、三季度分别完成', '二百个。', '三、四线城市发展情况', '正文。', '二、三产业占比'],
    ['一、二、三季度分别完成', '二百个。', '三、四线城市发展情况', '正文。', '二、三产业占比'],
  ],
  [
    'words that begin with a number make one',
    ['一、二维码管理', '正文。', '二、“三公”经费', '正文。', '三、一般公共预算', '四、五大任务'],
    ['#一、二维码管理', '正文。', '#二、“三公”经费', '正文。', '#三、一般公共预算', '#四、五大任务'],
  ],
  [
    'organs and a day within a text sign nothing',
    ['参加单位：', '市统计局', '市财政局', '2026年3月5日', '请准时到会。'],
    ['参加单位：', '市统计局', '市财政局', '2026年3月5日', '请准时到会。'],
  ],
  ...['参加单位：', '会议时间:', '抄送市委、'].map((lead): [string, string[], string[]] => [
    `organs and a day at the end of a text to which “${lead}” leads on sign nothing`,
    ['正文。', lead, '市统计局', '市财政局', '2026年3月5日'],
    ['正文。', lead, '市统计局', '市财政局', '2026年3月5日'],
  ]),
  [
    'a day alone to which the text leads on signs nothing',
    ['会议时间：', '2026年3月5日'],
    ['会议时间：', '2026年3月5日'],
  ],
  [
    'behind the signature may stand notes, who prints it and what is attached to it',
    ['正文。', '市统计局', '2026年3月5日', '（此件公开发布）', '附件1', '安排', '市财政局', '2026年3月8日', '开会。'],
    ['正文。', '>市统计局', '>2026年3月5日', '（此件公开发布）', '附件1', '安排', '市财政局', '2026年3月8日', '开会。'],
  ],
  ['nothing', [], []],
])('%s', ([, before, after]) => {
  expect(laidOut(...before)).toEqual(after)
})

test('what is changed is told by its paragraph, and what only a person can judge', () => {
  const { changes, doubtful } = houseLayout(page('　　甲,乙。', '', '一、总则', '共１２人。'))
  expect(changes).toEqual([
    { kind: 'blanks', paragraph: 0, words: '甲,乙。' },
    { kind: 'emptyLine', paragraph: 1, words: '' },
    { kind: 'heading', paragraph: 2, words: '一、总则', level: 2 },
  ])
  expect(doubtful).toEqual([
    { kind: 'halfWidth', paragraph: 0, words: '甲,乙。' },
    { kind: 'fullWidth', paragraph: 3, words: '共１２人。' },
  ])
})

const layoutPieces = [
  '　　',
  ' ',
  '\t',
  '\n',
  '\n　　',
  '\n\n',
  '一、',
  '（一）',
  '1．',
  '1.',
  '（1）',
  '第一章',
  '总则',
  '。',
  '，',
  '；',
  '、',
]
const wordPieces = [
  '“',
  '”',
  '‘',
  '’',
  '《',
  '》',
  'a',
  '12',
  ',',
  '示例市统计局',
  '2026年11月20日',
  '附件：',
  '〔2026〕1号',
  'https://a.cn/b, c',
]
const piece = fc.oneof(fc.constantFrom(...layoutPieces), fc.constantFrom(...wordPieces), fc.string({ maxLength: 4 }))
const run = fc
  .record({ words: piece, mark: fc.constantFrom('bold' as const, 'superscript' as const, null) })
  .map(({ words, mark }): Inline[] =>
    words
      .split(/(\n)/)
      .filter((each) => each !== '')
      .map((text) =>
        text === '\n' ? { type: 'hardBreak' } : { type: 'text', text, ...(mark ? { marks: [{ type: mark }] } : {}) },
      ),
  )
const inlines = fc.array(run, { maxLength: 8 }).map((runs) => runs.flat())
const paragraph = fc
  .record({ textAlign: fc.constantFrom('left' as const, 'center' as const, 'right' as const, null), content: inlines })
  .map(({ textAlign, content }): Block => ({ type: 'paragraph', attrs: { textAlign }, content }))
const heading = fc
  .record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const), content: inlines })
  .map(({ level, content }): Block => ({ type: 'heading', attrs: { level }, content }))
const cell = paragraph.map((block) => ({ type: 'tableCell' as const, content: [block] }))
const table = fc
  .array(cell, { minLength: 1, maxLength: 3 })
  .map((content): Block => ({ type: 'table', content: [{ type: 'tableRow', content }] }))
const quote = paragraph.map((block): Block => ({ type: 'blockquote', content: [block] }))
const list = paragraph.map(
  (block): Block => ({ type: 'bulletList', content: [{ type: 'listItem', content: [block] }] }),
)
const texts = fc
  .array(fc.oneof({ weight: 5, arbitrary: paragraph }, heading, table, quote, list), { maxLength: 10 })
  .map((content): Text => ({ type: 'doc', content }))

const isLine = ({ type }: Block) => type === 'paragraph' || type === 'heading'
/** Every sign of the text, its blanks and breaks left out, whatever its marks make of it. */
const signsOf = (text: Text) =>
  [...JSON.stringify(text).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)]
    .map(([, words = '""']) => JSON.parse(words))
    .join('')
    .replace(/\s/g, '')

test('laid out twice is laid out once', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = houseLayout(text).text
      expect(houseLayout(once)).toMatchObject({ text: once, changes: [] })
    }),
    { numRuns: 300 },
  )
})

test('no sign but blanks and breaks is lost, moved or changed, and what comes out is a text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: after } = houseLayout(text)
      expect(signsOf(after)).toBe(signsOf(text))
      expect(Text.parse(after)).toEqual(after)
    }),
    { numRuns: 300 },
  )
})

test('tables, quotations, lists and pictures stay to the last blank, in their order', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const others = ({ content }: Text) => content.filter((block) => !isLine(block))
      expect(others(houseLayout(text).text)).toEqual(others(text))
    }),
  )
})

test('nothing is changed that is not told, and nothing told that is not changed', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: after, changes } = houseLayout(text)
      expect(changes.length > 0).toBe(JSON.stringify(after) !== JSON.stringify(text))
    }),
  )
})
