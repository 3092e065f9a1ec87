import { convertToHtml } from 'mammoth'
import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { type OfficialLetter, printLetter } from './official-letter.ts'
import { officialLetterDocx } from './official-letter-docx.ts'
import { officialLetterPdf } from './official-letter-pdf.ts'

const ending = '你如对本答复书不服，可以自收到本答复书之日起60日内申请行政复议，也可以依法提起行政诉讼。'
const aLetter = (changes: Partial<OfficialLetter> = {}): OfficialLetter => ({
  title: '政府信息公开申请答复书',
  number: '示营商公复〔2026〕12号',
  addressee: '张三',
  paragraphs: ['经审查，你申请公开的政府信息可以公开。', ending],
  enclosures: [],
  organ: '示例市营商环境建设监督局',
  madeOn: plainDate('2026-11-24'),
  contact: '联系单位：示例市营商环境建设监督局办公室，电话：0468-1234567',
  ...changes,
})
const filler = (characters: number) => `${'审'.repeat(characters - 1)}。`

const squeezed = (text: string) => text.replace(/\s/g, '')
async function pagesOf(letter: OfficialLetter): Promise<string[]> {
  const { text } = await extractText(await officialLetterPdf(letter), { mergePages: false })
  return text.map(squeezed)
}
async function wordOf(letter: OfficialLetter): Promise<string> {
  const { value } = await convertToHtml({ buffer: Buffer.from(await officialLetterDocx(letter)) })
  return value
}

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}
const isText = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && 'str' in item && String(item.str).trim() !== ''
/** The texts of a page with their places, in millimetres from its upper left corner to the baseline. */
async function placesOf(letter: OfficialLetter, number: number) {
  const document = await getDocumentProxy(await officialLetterPdf(letter))
  const { items } = await (await document.getPage(number)).getTextContent()
  return (items as readonly unknown[]).filter(isText).map(({ str, transform, width }) => ({
    text: str,
    left: ((transform[4] ?? 0) * 25.4) / 72,
    right: (((transform[4] ?? 0) + width) * 25.4) / 72,
    base: 297 - ((transform[5] ?? 0) * 25.4) / 72,
  }))
}

describe('on paper', () => {
  test('it is tagged PDF/UA, titled and Chinese', async () => {
    const pdf = await officialLetterPdf(aLetter())
    expect(Buffer.from(pdf).includes('pdfuaid')).toBe(true)
    const { info } = await getMeta(await getDocumentProxy(pdf))
    expect(info).toMatchObject({
      Title: '政府信息公开申请答复书',
      Author: '示例市营商环境建设监督局',
      Language: 'zh-CN',
    })
  })

  test('equal letters give equal bytes', async () => {
    const first = await officialLetterPdf(aLetter())
    await officialLetterPdf(aLetter({ addressee: '𠮷野', paragraphs: [filler(3000)] }))
    expect(await officialLetterPdf(aLetter())).toEqual(first)
  })

  test('the parts stand in their order, the addressee with a full-width colon, the day in Arabic figures', async () => {
    const [page = ''] = await pagesOf(aLetter({ enclosures: [{ name: '采购合同' }] }))
    const parts = [
      '示例市营商环境建设监督局',
      '示营商公复〔2026〕12号',
      '政府信息公开申请答复书',
      '张三：',
      '经审查',
      '附件：采购合同',
    ]
    const places = [...parts, '2026年11月24日', '（联系单位：'].map((part) => page.indexOf(part))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('several enclosures are numbered', async () => {
    const text = (await pagesOf(aLetter({ enclosures: [{ name: '合同' }, { name: '发票' }, { name: '清单' }] }))).join(
      '',
    )
    expect(text).toContain('附件：1.合同2.发票3.清单')
  })

  test('a letter without number says that it is a draft', async () => {
    expect((await pagesOf(aLetter({ number: null })))[0]).toContain('（送审稿）')
    expect(await wordOf(aLetter({ number: null }))).toContain('（送审稿）')
  })

  test('the first page carries no number, the others do', async () => {
    const [first, second, third] = await pagesOf(aLetter({ paragraphs: [filler(1200), ending] }))
    expect(first).not.toContain('—')
    expect(second).toContain('—2—')
    expect(third).toContain('—3—')
  })

  test('the mark begins 30 mm from the top, the number ends at the edge of the type area', async () => {
    const places = await placesOf(aLetter(), 1)
    const mark = places.find(({ text }) => text === '示例市营商环境建设监督局')
    // A 36 pt line whose upper edge is 0.88 of it above the baseline.
    expect(mark?.base).toBeCloseTo(30 + (0.88 * 36 * 25.4) / 72, 0)
    expect(((mark?.left ?? 0) + (mark?.right ?? 0)) / 2).toBeCloseTo(105, 0)
    const number = places.filter(({ text }) => text.includes('号')).at(0)
    expect(number?.right).toBeCloseTo(184, 0)
  })

  test('a full page has 22 lines of 28 characters', async () => {
    const places = (await placesOf(aLetter({ paragraphs: [filler(2400), ending] }), 2)).filter(({ text }) =>
      text.includes('审'),
    )
    const lines = [...new Set(places.map(({ base }) => base.toFixed(1)))]
    expect(lines).toHaveLength(22)
    expect(Number(lines[1]) - Number(lines[0])).toBeCloseTo(225 / 22, 1)
    const characters = places.map(({ text }) => text).join('')
    expect(characters).toHaveLength(22 * 28)
    expect(places[0]?.left).toBeCloseTo(28, 1)
  })

  test.each(Array.from({ length: 23 }, (_, lines) => lines))(
    'the signature never stands on a page without text (%i lines before)',
    async (lines) => {
      const paragraphs = [...Array.from({ length: lines }, () => filler(20)), ending]
      const pages = await pagesOf(aLetter({ paragraphs }))
      expect(pages.at(-1)).toMatch(/诉讼。示例市营商环境建设监督局2026年11月24日/)
    },
  )

  test('a letter of thirty pages and one of a hundred enclosures hold everything', async () => {
    const paragraphs = [...Array.from({ length: 90 }, (_, index) => `第${index + 1}项，${filler(200)}`), ending]
    const long = await pagesOf(aLetter({ paragraphs }))
    expect(long.length).toBeGreaterThan(30)
    expect(long.join('')).toContain('第90项')
    const many = await pagesOf(
      aLetter({ enclosures: Array.from({ length: 100 }, (_, index) => ({ name: `材料${index + 1}` })) }),
    )
    expect(many.join('')).toContain('100.材料100示例市营商环境建设监督局2026年11月24日')
  })
})

describe.each([
  '阿卜杜拉·买买提',
  '𠮷野',
  '张<script>alert(1)</script>',
  '#panic("x") $a^2$ *b* _c_ @d <e> `f` \\u{41} [g] //h',
  '= 标题',
  '- 列表',
  '"&amp;\'',
  '示例省很长名称的第二建筑工程'.repeat(12),
  'A'.repeat(400),
])('a name is text and never markup: %s', (name) => {
  const everywhere = aLetter({
    addressee: name,
    organ: name,
    title: name,
    enclosures: [{ name }],
    contact: name,
    paragraphs: [name],
  })

  test('in PDF', async () => {
    const text = (await pagesOf(everywhere)).join('').replace(/—\d+—/g, '')
    expect(text.split(squeezed(name)).length - 1).toBe(7)
  })

  test('in Word', async () => {
    const html = await wordOf(everywhere)
    const text = html
      .replace(/<[^>]+>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    // The mark stands in the header, which is not read here.
    expect(text.split(name).length - 1).toBe(6)
  })
})

test('nothing runs over the edge, however long and unbroken', async () => {
  const long = [
    'A'.repeat(400),
    '1'.repeat(400),
    '='.repeat(200),
    '.'.repeat(200),
    `https://example.gov.cn/${'path/'.repeat(60)}`,
    '（'.repeat(60),
  ]
  const letter = aLetter({
    addressee: 'B'.repeat(100),
    organ: '示例'.repeat(50),
    paragraphs: long,
    enclosures: long.map((name) => ({ name })),
  })
  for (const page of [1, 2, 3])
    for (const { text, right } of await placesOf(letter, page)) expect(right, text).toBeLessThan(191)
})

test('control characters, line breaks and broken surrogates do no harm', () => {
  const printed = printLetter(
    aLetter({ addressee: '张\u0000三\n：', paragraphs: ['一\n二\u2028三', ' \n '], contact: '\ud800' }),
  )
  expect(printed.salutation).toBe('张三：')
  expect(printed.paragraphs).toEqual(['一', '二', '三'])
})
