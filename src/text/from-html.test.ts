import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEntries } from '../../tests/hostile/entry.ts'
import { textOf } from '../../tests/hostile/generate.ts'
import { textFromHtml } from './from-html.ts'
import { plainTextOf } from './plain.ts'
import { type Block, Text } from './text.ts'

const blocksOf = async (html: string): Promise<Block[]> =>
  (await textFromHtml(html, { fileOf: (source) => pictures[source] })).text.content
const picture = '01a20c4d-0000-7000-8000-000000000000'
const pictures: Readonly<Record<string, string>> = { 'picture:0': picture }
const words = (text: string) => ({ type: 'text', text })
const paragraph = (text: string) => ({ type: 'paragraph', content: [words(text)] })

test.for<[string, string, unknown[]]>([
  ['paragraphs', '<p>一</p>\n <p>　　二</p><p> </p>', [paragraph('一'), paragraph('二')]],
  ['spaces', '<p>a \n b&nbsp;c</p>', [paragraph('a b c')]],
  [
    'bare words and breaks',
    '一<br>二<br>',
    [{ type: 'paragraph', content: [words('一'), { type: 'hardBreak' }, words('二')] }],
  ],
  [
    'headings',
    '<h1>一、总则</h1><h3>（一）</h3><h6>小</h6>',
    (
      [
        [2, '一、总则'],
        [3, '（一）'],
        [4, '小'],
      ] as const
    ).map(([level, text]) => ({ type: 'heading', attrs: { level }, content: [words(text)] })),
  ],
  [
    'marks',
    '<p><strong>粗<em>斜</em></strong><u>线</u><s>删</s></p>',
    [
      {
        type: 'paragraph',
        content: [
          { ...words('粗'), marks: [{ type: 'bold' }] },
          { ...words('斜'), marks: [{ type: 'bold' }, { type: 'italic' }] },
          { ...words('线'), marks: [{ type: 'underline' }] },
          { ...words('删'), marks: [{ type: 'strike' }] },
        ],
      },
    ],
  ],
  [
    'links',
    '<p><a href=" https://www.gov.cn/ ">网</a><a href="javascript:alert(1)">坏</a><a href="https://www.gov.cn:x@evil.example/">假</a></p>',
    [
      {
        type: 'paragraph',
        content: [{ ...words('网'), marks: [{ type: 'link', attrs: { href: 'https://www.gov.cn/' } }] }, words('坏假')],
      },
    ],
  ],
  [
    'lists',
    '<ul><li>一<ol><li>甲</li></ol></li><li></li><li>二</li></ul>',
    [
      {
        type: 'bulletList',
        content: [
          {
            type: 'listItem',
            content: [
              paragraph('一'),
              { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph('甲')] }] },
            ],
          },
          { type: 'listItem', content: [{ type: 'paragraph' }] },
          { type: 'listItem', content: [paragraph('二')] },
        ],
      },
    ],
  ],
  [
    'pictures',
    '<p>前<img src="picture:0" alt="示意图">后</p><img src="http://elsewhere/x.png">',
    [paragraph('前'), { type: 'image', attrs: { fileId: picture, alt: '示意图' } }, paragraph('后')],
  ],
  ['sides', '<p class="right">示例市统计局</p>', [{ ...paragraph('示例市统计局'), attrs: { textAlign: 'right' } }]],
])('%s', async ([, html, expected]) => {
  expect(await blocksOf(html)).toEqual(expected)
})

test('merged cells stay merged, as far as the table goes', async () => {
  const [table] = await blocksOf(
    '<table><tr><th rowspan="2">项目</th><th colspan="9">数量</th></tr><tr><td>甲</td><td rowspan="99">乙</td></tr></table>',
  )
  expect(table).toEqual({
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: [
          { type: 'tableHeader', attrs: { rowspan: 2 }, content: [paragraph('项目')] },
          { type: 'tableHeader', attrs: { colspan: 9 }, content: [paragraph('数量')] },
        ],
      },
      {
        type: 'tableRow',
        content: [
          { type: 'tableCell', content: [paragraph('甲')] },
          { type: 'tableCell', content: [paragraph('乙')] },
        ],
      },
    ],
  })
})

test('what the page hides is left out, and said', async () => {
  const { text, hidden } = await textFromHtml(
    '<p>公开<span style="display:none">内部电话13800138000</span></p><p hidden>草稿</p><div style="font-size:0">关键词</div><style>p{}</style><script>x</script>',
  )
  expect(plainTextOf(text)).toBe('公开')
  expect(hidden).toEqual(['内部电话13800138000', '草稿', '关键词'])
})

describe('whatever the HTML', () => {
  const tags =
    'p div h1 h2 h5 ul ol li table tr td th tbody blockquote b strong i u a img br span script style section hr svg'.split(
      ' ',
    )
  const tag = fc.constantFrom(...tags)
  const attribute = fc.constantFrom(
    '',
    ' colspan="3"',
    ' rowspan="0"',
    ' rowspan="70"',
    ' colspan="-1"',
    ' hidden',
    ' style="display:none"',
    ' class=center',
    ' href="//evil"',
    ' href="http://x"',
    ' href="/\\evil"',
    ' href="java&#9;script:x"',
    ' src="picture:0"',
    ' onclick=x',
  )
  const piece = fc.oneof(
    fc.tuple(tag, attribute).map(([name, given]) => `<${name}${given}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      '字',
      ' ',
      '&nbsp;',
      '&lt;b&gt;',
      '<!--',
      '-->',
      '<',
      '\u0000',
      '\ud800',
      '\u202e',
      '<![CDATA[',
      ']]>',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  )

  test('the text is one that the editor takes, and the same however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 120 }), fc.integer({ min: 1, max: 40 }), async (parts, length) => {
        const { text } = await textFromHtml(parts.join(''), { fileOf: () => picture })
        expect((await textFromHtml(parts.join(''), { fileOf: () => picture, pieceLength: length })).text).toEqual(text)
        expect(Text.safeParse(text).error).toBeUndefined()
        expect(JSON.stringify(text)).not.toMatch(/\\u0000|\\ud8|evil|script:/)
        for (const block of text.content) expectFit(block)
      }),
      { numRuns: 1000 },
    )
  })

  test('nested a hundred thousand deep it is still one', async () => {
    for (const name of ['div', 'ul><li', 'blockquote', 'table><tr><td', 'b', 'ol', 'a href="http://x"']) {
      const before = process.cpuUsage()
      const { text } = await textFromHtml(`${`<${name}>`.repeat(20_000)}字`)
      const { user, system } = process.cpuUsage(before)
      expect(Text.safeParse(text).success, name).toBe(true)
      expect(plainTextOf(text).trim(), name).toBe('字')
      expect((user + system) / 1000, name).toBeLessThan(3_000)
    }
  })

  const entries = readEntries()
  const ofArticle = (entries ?? []).filter(({ target }) => target === 'staff.article.bodyHtml')
  test.skipIf(!entries).each(ofArticle.map((entry) => [entry.id, entry] as const))(
    '%s comes out clean',
    async (_id, { input }) => {
      const html = textOf(input)
      const before = process.cpuUsage()
      const { text } = await textFromHtml(html)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000).toBeLessThan(1_000)
      expect(Text.safeParse(text).success).toBe(true)
      expect(JSON.stringify(text)).not.toMatch(/javascript:|vbscript:|data:text|"href":"\/\/|onerror|srcdoc/i)
    },
  )
})

/** As the editor's schema asks: nothing that must hold something is empty. */
function expectFit(block: Block): void {
  if (block.type === 'blockquote') {
    expect(block.content.length).toBeGreaterThan(0)
    for (const each of block.content) expectFit(each)
  }
  if (block.type === 'bulletList' || block.type === 'orderedList') {
    expect(block.content.length).toBeGreaterThan(0)
    for (const { content } of block.content) {
      expect(content[0]?.type).toBe('paragraph')
      for (const each of content) expectFit(each)
    }
  }
  if (block.type !== 'table') return
  expect(block.content.length).toBeGreaterThan(0)
  for (const [index, row] of block.content.entries())
    for (const { content, attrs } of row.content) {
      expect(content.length).toBeGreaterThan(0)
      expect(index + (attrs?.rowspan ?? 1)).toBeLessThanOrEqual(block.content.length)
      for (const each of content) expectFit(each)
    }
}
