import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordFile, wordParagraph, wordRun } from '../testing/word-file.ts'
import { numeral } from './numerals.ts'
import { readWord } from './read-word.ts'

interface Shape {
  readonly format?: string
  readonly text: string
  readonly start?: number
  readonly more?: string
}
const level = (index: number, { format = 'decimal', text, start = 1, more = '' }: Shape) =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const definition = (id: number, levels: readonly Shape[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.map((each, index) => level(index, each)).join('')}</w:abstractNum>`
const list = (id: number, abstract: number, overrides = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`
const restart = (index: number, start: number) =>
  `<w:lvlOverride w:ilvl="${index}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
const numbered = (text: string, depth: number, id = 1, more = '') =>
  `<w:p><w:pPr>${more}<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>${wordRun(text)}</w:p>`
const styled = (text: string, style: string, more = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${wordRun(text)}</w:p>`

async function linesOf(body: string, numbering: string, styles = ''): Promise<string[]> {
  const page = await readWord(
    wordFile(body, {
      'word/numbering.xml': `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${numbering}</w:numbering>`,
      'word/styles.xml': `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${styles}</w:styles>`,
    }),
  )
  if ('fault' in page) throw new Error(page.fault)
  return page.html
    .split(/<\/(?:p|h\d|li)>/)
    .map((line) => line.replace(/<[^>]+>/g, ''))
    .filter((line) => line !== '')
}

const nothing = '<w:suff w:val="nothing"/>'
const official: Shape[] = [
  { format: 'chineseCounting', text: '%1、', more: nothing },
  { format: 'chineseCounting', text: '（%2）', more: nothing },
  { text: '%3.', more: nothing },
  { text: '（%4）', more: nothing },
  { format: 'decimalEnclosedCircle', text: '%5', more: nothing },
]

test('一、（一）1.（1）① of an official document, each counted on and begun anew as Word does', async () => {
  const depths = [0, 1, 2, 3, 3, 4, 4, 2, 1, 2, 0, 1, 2]
  const body = depths.map((depth, index) => numbered(`甲${index}`, depth)).join('')
  const lines = await linesOf(body, definition(1, official) + list(1, 1))
  expect(lines.map((line) => line.replace(/甲\d+/, ''))).toEqual([
    '一、',
    '（一）',
    '1.',
    '（1）',
    '（2）',
    '①',
    '②',
    '2.',
    '（二）',
    '1.',
    '二、',
    '（一）',
    '1.',
  ])
})

test('articles run on through chapters where Word is told never to begin anew', async () => {
  const levels: Shape[] = [
    { format: 'chineseCountingThousand', text: '第%1章', more: '<w:suff w:val="space"/>' },
    { format: 'chineseCountingThousand', text: '第%2条', more: '<w:lvlRestart w:val="0"/>' },
    { format: 'chineseCounting', text: '（%3）' },
  ]
  const body = [0, 1, 1, 2, 0, 1, 2].map((depth) => numbered('文', depth)).join('')
  expect(await linesOf(body, definition(1, levels) + list(1, 1))).toEqual([
    '第一章 文',
    '第一条 文',
    '第二条 文',
    '（一）文',
    '第二章 文',
    '第三条 文',
    '（一）文',
  ])
})

test('a level may begin anew after one level only', async () => {
  const levels: Shape[] = [{ text: '%1.' }, { text: '%2)' }, { text: '(%3)', more: '<w:lvlRestart w:val="1"/>' }]
  const body = [0, 1, 2, 1, 2, 0, 2].map((depth) => numbered('文', depth)).join('')
  const lines = await linesOf(body, definition(1, levels) + list(1, 1))
  expect(lines).toEqual(['1. 文', '1) 文', '(1) 文', '2) 文', '(2) 文', '2. 文', '(1) 文'])
})

test('two lists of one definition count on together; one that is told to starts where it is told', async () => {
  const lists = list(1, 1) + list(2, 1) + list(3, 1, restart(0, 5)) + list(4, 1, restart(1, 3))
  const places = [
    [0, 1] as const,
    [0, 2] as const,
    [0, 3] as const,
    [0, 3] as const,
    [0, 1] as const,
    [1, 4] as const,
    [1, 4] as const,
    [0, 4] as const,
    [1, 4] as const,
  ]
  const body = places.map(([depth, id]) => numbered('文', depth, id)).join('')
  const lines = await linesOf(body, definition(1, [{ text: '%1、' }, { text: '%1.%2' }]) + lists)
  expect(lines).toEqual(['1、文', '2、文', '5、文', '6、文', '7、文', '7.3 文', '7.4 文', '8、文', '8.3 文'])
})

test('a list may change a level for itself', async () => {
  const own = `<w:lvlOverride w:ilvl="0">${level(0, { format: 'upperRoman', text: '%1)' })}</w:lvlOverride>`
  const lines = await linesOf(
    numbered('文', 0) + numbered('文', 0, 2) + numbered('文', 0),
    definition(1, [{ text: '%1、' }]) + list(1, 1) + list(2, 1, own),
  )
  expect(lines).toEqual(['1、文', 'II) 文', '3、文'])
})

test('legal numbering prints 1.1 below 第一章', async () => {
  const levels: Shape[] = [
    { format: 'chineseCounting', text: '第%1章' },
    { text: '%1.%2', more: '<w:isLgl/>' },
  ]
  const lines = await linesOf(numbered('文', 0) + numbered('文', 1), definition(1, levels) + list(1, 1))
  expect(lines).toEqual(['第一章 文', '1.1 文'])
})

test('what has no number prints none: level without a form, hidden number, list nought, list that is not there', async () => {
  const levels: Shape[] = [
    { format: 'none', text: '' },
    { text: '%2.', more: '<w:rPr><w:vanish/></w:rPr>' },
    { text: '%1%3.' },
  ]
  const body = numbered('甲', 0) + numbered('乙', 1) + numbered('丙', 2) + numbered('丁', 0, 0) + numbered('戊', 0, 9)
  const lines = await linesOf(body, definition(1, levels) + list(1, 1))
  expect(lines).toEqual(['甲', '乙', '1. 丙', '丁', '戊'])
})

test('numbers come with styles, also with those that a style is based on, and in headings', async () => {
  const style = (id: string, more: string) => `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`
  const styles =
    style('a', '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
    style(
      'b',
      '<w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
    ) +
    style('c', '<w:basedOn w:val="b"/>') +
    style('d', '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>') +
    style('e', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
  const levels: Shape[] = [...official.slice(0, 2), { text: '%3.', more: `<w:pStyle w:val="e"/>${nothing}` }]
  const off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
  const body = [
    styled('甲', 'a'),
    styled('乙', 'b'),
    styled('丙', 'c'),
    styled('丁', 'd'),
    styled('戊', 'a', off),
  ].join('')
  const lines = await linesOf(
    `${body}${styled('己', 'e')}${styled('庚', 'a')}`,
    definition(1, levels) + list(1, 1),
    styles,
  )
  expect(lines).toEqual(['一、甲', '（一）乙', '（二）丙', '丁', '戊', '1.己', '二、庚'])
})

test('a style of lists stands for the definition that it names', async () => {
  const link = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="公文"/></w:abstractNum>'
  const styles =
    '<w:style w:type="numbering" w:styleId="公文"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
  const lines = await linesOf(
    numbered('甲', 0, 2) + numbered('乙', 0, 2),
    definition(1, official) + link + list(1, 1) + list(2, 2),
    styles,
  )
  expect(lines).toEqual(['一、甲', '二、乙'])
})

test('deleted paragraphs and rows are not counted, and one whose end is deleted is one with the next', async () => {
  const gone = '<w:rPr><w:del w:id="1" w:author="张三"/></w:rPr>'
  const deleted = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${gone}</w:pPr><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`
  const row = `<w:tbl><w:tr><w:trPr><w:del w:id="3"/></w:trPr><w:tc>${numbered('删', 0)}</w:tc></w:tr><w:tr><w:tc>${numbered('留', 0)}</w:tc></w:tr></w:tbl>`
  const joined = `<w:p><w:pPr>${gone}</w:pPr>${wordRun('前半')}</w:p>`
  const lines = await linesOf(
    numbered('甲', 0) + deleted + numbered('乙', 0) + row + joined + numbered('后半', 0),
    definition(1, official) + list(1, 1),
  )
  expect(lines).toEqual(['一、甲', '二、乙', '三、留', '四、前半后半'])
})

test('bullets are lists without an empty item, however deep they begin, and end where a number stands', async () => {
  const levels: Shape[] = [...official.slice(0, 1), { format: 'bullet', text: '●' }, { format: 'bullet', text: '○' }]
  const body =
    numbered('甲', 0) +
    numbered('点', 2) +
    numbered('点', 2) +
    '<w:p/>' +
    numbered('', 1) +
    numbered('外', 1) +
    numbered('内', 2)
  const page = await readWord(
    wordFile(body + numbered('乙', 0), {
      'word/numbering.xml': `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${definition(1, levels)}${list(1, 1)}</w:numbering>`,
    }),
  )
  expect(page).toMatchObject({
    html: '<p>一、甲</p><ul><li>点</li><li>点</li><li>外<ul><li>内</li></ul></li></ul><p>二、乙</p>',
  })
})

test.each([
  ['decimalZero', 7, '07'],
  ['upperLetter', 27, 'AA'],
  ['lowerLetter', 26, 'z'],
  ['lowerRoman', 9, 'ix'],
  ['upperRoman', 49, 'XLIX'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 12, '十二'],
  ['chineseCountingThousand', 20, '二十'],
  ['chineseCountingThousand', 101, '一百零一'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1001, '一千零一'],
  ['chineseLegalSimplified', 11, '壹拾壹'],
  ['ideographDigital', 10, '一〇'],
  ['ideographTraditional', 3, '丙'],
  ['ideographZodiac', 12, '亥'],
  ['decimalEnclosedCircleChinese', 20, '⑳'],
  ['decimalEnclosedCircle', 21, '21'],
  ['decimalEnclosedParen', 1, '⑴'],
  ['decimalFullWidth', 12, '１２'],
  ['numberInDash', 3, '- 3 -'],
  ['custom 001', 12, '012'],
  ['ordinal', 12, '12th'],
])('%s: %d is %s', (format, count, expected) => {
  expect(numeral(count, format)).toBe(expected)
})

interface Rules {
  readonly start: number
  readonly restart: number | undefined
  readonly format: string
}
interface Item {
  readonly list: number
  readonly depth: number
}

/**
 * Word's rules told otherwise: nothing is kept, and each number is found by looking back from its paragraph to the last one
 * that let its level begin anew.
 */
function counted(
  items: readonly Item[],
  at: number,
  depth: number,
  levels: readonly Rules[],
  overrides: ReadonlyMap<string, number>,
) {
  const rules = levels[depth]
  if (!rules) throw new Error('no such level')
  const startFor = (of: number) => overrides.get(`${of} ${depth}`) ?? rules.start
  const beginsAnew = (above: number) =>
    above < depth && (rules.restart === undefined || rules.restart > depth || above < rules.restart)
  let count = 0
  for (let place = at; place >= 0; place -= 1) {
    const item = items[place]
    if (!item) break
    if (beginsAnew(item.depth)) break
    if (item.depth !== depth) continue
    count += 1
    const isFirst = !items.slice(0, place).some((each) => each.list === item.list && each.depth === depth)
    if (isFirst && overrides.has(`${item.list} ${depth}`)) return startFor(item.list) + count - 1
  }
  if (count === 0) return startFor(items[at]?.list ?? 0)
  // The first since it began anew says where it starts.
  let seen = 0
  for (let place = at; place >= 0; place -= 1) {
    const item = items[place]
    if (item?.depth !== depth) continue
    seen += 1
    if (seen === count) return startFor(item.list) + count - 1
  }
  throw new Error('unreachable')
}

test('whatever the definitions and paragraphs, each is printed with the number that the rules of Word give it', async () => {
  const rules = fc.record({
    start: fc.integer({ min: 0, max: 4 }),
    restart: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    format: fc.constantFrom('decimal', 'chineseCounting', 'upperLetter', 'decimalZero'),
  })
  const item = fc.record({ list: fc.integer({ min: 1, max: 3 }), depth: fc.integer({ min: 0, max: 3 }) })
  const override = fc.tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 9 }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(rules, { minLength: 4, maxLength: 4 }),
      fc.array(item, { minLength: 1, maxLength: 24 }),
      fc.array(override, { maxLength: 4 }),
      async (levels, items, given) => {
        const overrides = new Map(given.map(([id, depth, start]) => [`${id} ${depth}`, start]))
        const shapes = levels.map(({ start, restart: rule, format }, depth) => ({
          start,
          format,
          text: [...levels.keys()]
            .slice(0, depth + 1)
            .map((each) => `%${each + 1}`)
            .join('-'),
          more: (rule === undefined ? '' : `<w:lvlRestart w:val="${rule}"/>`) + nothing,
        }))
        const lists = [1, 2, 3].map((id) =>
          list(
            id,
            1,
            [...overrides]
              .filter(([key]) => key.startsWith(`${id} `))
              .map(([key, start]) => restart(Number(key.slice(2)), start))
              .join(''),
          ),
        )
        const body = items.map(({ list: id, depth }) => numbered('文', depth, id)).join('')
        const expected = items.map(({ depth }, at) =>
          [...levels.keys()]
            .slice(0, depth + 1)
            .map((each) => numeral(counted(items, at, each, levels, overrides), levels[each]?.format ?? ''))
            .join('-'),
        )
        const lines = await linesOf(body, definition(1, shapes) + lists.join(''))
        expect(lines.map((line) => line.replace('文', ''))).toEqual(expected)
      },
    ),
    { numRuns: 120 },
  )
})

test('a paragraph that is hidden to its end is not counted; one of deleted words only is', async () => {
  const hidden = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>${wordRun('隐', '<w:vanish/>')}</w:p>`
  const lines = await linesOf(
    `${numbered('甲', 0)}${hidden}${numbered('乙', 0)}${wordParagraph(wordRun('丙'))}`,
    definition(1, official) + list(1, 1),
  )
  expect(lines).toEqual(['一、甲', '二、乙', '丙'])
})
