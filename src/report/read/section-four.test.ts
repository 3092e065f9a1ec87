import { describe, expect, test } from 'vitest'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import { html, order, reasonsOf, row, set, text } from './testing/small-pages.ts'

const heading = '四、政府信息公开行政复议、行政诉讼情况'
const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const keys = ['upheld', 'corrected', 'otherResult', 'pending', 'total']
const blocks = ['review', 'suitDirect', 'suitAfterReview'] as const
const captions = ['行政复议', '未经复议直接起诉', '复议后起诉']
const fives = [
  [1, 2, 3, 4, 10],
  [5, 0, 0, 1, 6],
  [0, 7, 0, 0, 7],
] as const
const fifteen: readonly number[] = fives.flat()
const zeros = Array<number>(15).fill(0)
const truth = Object.fromEntries(
  blocks.map((block, at) => [block, Object.fromEntries(keys.map((key, index) => [key, fives[at]?.[index]]))]),
)
const three = (names: readonly string[]): string[] => [...names, ...names, ...names]
const totalFirst = order(4, 0, 1, 2, 3)
const turned = fives.flatMap((five) => totalFirst(five))
const bars = (...cells: readonly (string | number)[]): string => `${cells.join(' | ')} |`
const flat = (...lines: readonly string[]) => text(heading, ...lines)
const named = ['行政复议 | 行政诉讼 |', '未经复议直接起诉 | 复议后起诉 |']

describe('section four in a real table with headers lost', () => {
  const read = (names: readonly string[], headers: readonly string[], figures: readonly number[]) => {
    const line = names.map((name) => `<td colspan="5">${name}</td>`).join('')
    return html(heading, `<tr>${line}</tr>`, row(...headers), row(...figures)).report.remedies
  }
  test.for<[string, string[], string[]]>([
    ['one result', captions, three(results).with(6, '')],
    ['all results of a caption', captions, [...results, '', '', '', '', '', ...results]],
    ['one caption', captions.with(1, ''), three(results)],
    ['one caption and one result', captions.with(0, '').with(1, '未经复议直接起诉'), three(results).with(13, '')],
  ])('%s: the usual order is taken where the others stand in it', ([, names, headers]) => {
    expect(read(names, headers, fifteen)).toEqual(truth)
  })
  test.for<[string, string[], string[], readonly number[]]>([
    ['the results stand in another order', captions, three(totalFirst(results)).with(6, ''), turned],
    ['the captions stand in another order', captions.toReversed(), three(results).with(6, ''), fifteen],
    ['the captions left stand in another order', captions.with(1, '').toReversed(), three(results), fifteen],
    ['two results are exchanged', captions, three(order(1, 0, 2, 3, 4)(results)).with(14, ''), fifteen],
    ['the totals stand elsewhere', captions, three(['', '', '', '', '']), turned],
  ])('%s: refused', ([, names, headers, figures]) => expect(read(names, headers, figures)).toEqual({}))
})

describe('captions of section four in a real table', () => {
  const headers = row(...three(results).with(6, ''))
  test('over other columns than their five: refused', () => {
    const line = captions.map((name, at) => `<td colspan="${[4, 6, 5][at]}">${name}</td>`).join('')
    expect(html(heading, `<tr>${line}</tr>`, headers, row(...fifteen)).report.remedies).toEqual({})
  })
  test('outside of it tell nothing of its columns: refused', () => {
    const page = `<p>${heading}</p><p>行政复议</p><p>行政诉讼</p><table>${headers}${row(...fifteen)}</table>`
    expect(readPage(pageFromHtml(page)).report.remedies).toEqual({})
  })
})

describe('section four in flattened text, with headers wrapped into parts', () => {
  const upper = three(['结果', '结果', '其他', '尚未'])
  const read = (lower: readonly string[], above: readonly string[] = named) =>
    flat(...above, upper.join(' '), three(lower).join(' '), bars(...fifteen)).report.remedies
  test('the usual order is taken', () => {
    expect(read(['维持', '纠正', '结果', '审结', '总计'])).toEqual(truth)
    expect(read(['维持', '纠正', '结果', '审结'])).toEqual(truth)
  })
  test.for([
    ['the parts of a whole line of fives stand in another order', ['维持', '纠正', '审结', '结果', '总计'], named],
    ['a part stands before one that belongs to its left', ['纠正', '维持', '结果', '审结'], named],
    [
      'the captions stand in another order',
      ['维持', '纠正', '结果', '审结', '总计'],
      ['复议后起诉 | 行政复议 | 未经复议直接起诉 |'],
    ],
  ] as const)('%s: refused', ([, lower, above]) => expect(read(lower, above)).toEqual({}))
  test('whole words, too few to tell the order, against the usual one: refused', () => {
    const short = (...words: string[]) => flat(...named, bars(...words), bars(...fifteen)).report.remedies
    expect(short('结果维持', '尚未审结', '总计')).toEqual(truth)
    expect(short('总计', '尚未审结', '其他结果', '结果纠正')).toEqual({})
  })
  test('beside four parts or more, whole words out of their order prove nothing', () => {
    const above = [...named, '总计 总计 总计', '尚未审结', '维持 纠正']
    expect(flat(...above, '维持 纠正', bars(...fifteen)).report.remedies).toEqual(truth)
    expect(flat(...above, '维持', bars(...fifteen)).report.remedies).toEqual({})
  })
  test.for<[string, readonly string[], readonly number[]]>([
    ['words that are no whole fives', [...totalFirst(results), '总计', '结果维持'], turned],
    ['a header twice in one of three fives', [...results.with(1, '结果维持'), ...results, ...results], fifteen],
  ])('%s tell no other order: refused', ([, words, figures]) => {
    expect(flat(...named, bars(...words), bars(...figures)).report.remedies).toEqual({})
  })
})

describe('section four set in columns', () => {
  const places = zeros.map((_, at) => 10 + at * 12)
  const line = (words: readonly (string | number)[], only = (_: number) => true) =>
    set(...words.flatMap((word, at): [string, number][] => (only(at) ? [[String(word), places[at] ?? 0]] : [])))
  test.for([
    ['usual', results, fifteen],
    ['another', totalFirst(results), turned],
  ] as const)('in %s order of the results, each figure stands under its own', ([, names, figures]) => {
    expect(flat(...named, line(three(names)), line(figures)).report.remedies).toEqual(truth)
  })
  test('where the order of the words is another than that of their places: refused', () => {
    const isTotal = (at: number) => at % 5 === 4
    const header = [line(three(results), (at) => !isTotal(at)), line(three(results), isTotal)]
    expect(flat(...named, ...header, line(fifteen)).report.remedies).toEqual({})
  })
  test('in a PDF no other order than the usual one is believed', () => {
    const printed = (names: readonly string[], figures: readonly number[]) =>
      readPage({
        ...pageFromText([heading, ...named, bars(...three(names)), bars(...figures), ''].join('\n')),
        isSet: true,
      }).report.remedies
    expect(printed(results, fifteen)).toEqual(truth)
    expect(printed(totalFirst(results), turned)).toEqual({})
  })
})

describe('which of several runs of figures are those of section four', () => {
  test.for([
    ['more than five others: nobody can say', 6, {}],
    ['five others are no second version', 5, truth],
  ] as const)('%s', ([, count, read]) => {
    const reading = flat(...named, bars(...three(results)), bars(...fifteen), bars('备注', ...zeros.slice(0, count)))
    expect(reading.report.remedies).toEqual(read)
    expect(reasonsOf(reading, 'review').some((reason) => reason.includes('两次'))).toBe(count > 5)
  })
  test('where rows of section three stand behind it, it is of another report', () => {
    const other = bars('一、本年新收政府信息公开申请数量', 0, 0, 0, 0, 0, 0, 0)
    const reading = flat(...named, bars(...three(results)), bars(...fifteen), other)
    expect(reading.report.remedies).toEqual({})
    expect(reasonsOf(reading, 'remedies')[0]).toContain('它后面又有')
    expect(reasonsOf(flat('行政复议', '1 2 3 4 10', other), 'remedies')[0]).not.toContain('它后面又有')
  })
  test('without captions there is none', () => {
    expect(flat(bars(...three(results)), bars(...fifteen)).report.remedies).toEqual({})
  })
  test('the last figure of a text that breaks off must be the sum of its five', () => {
    const broken = (figures: readonly number[]) =>
      readPage(pageFromText([heading, ...named, bars(...three(results)), figures.join(' | ')].join('\n'))).report
        .remedies
    expect(broken(fifteen)).toEqual(truth)
    expect(broken(fifteen.with(11, 17).with(14, 1))).toEqual({})
  })
})

describe('two versions of section four', () => {
  const versions = (title: string, one: string, other: string, first: readonly number[], second: readonly number[]) => {
    const table = (figures: readonly number[]) => [...named, bars(...three(results)), bars(...figures)]
    const lines = [title, '一、总体情况', heading, one, ...table(first), other, ...table(second)]
    return readPage(pageFromText(`${lines.join('\n')}\n五、存在的主要问题及改进情况\n`)).report.remedies
  }
  const title = '示例市统计局2024年政府信息公开工作年度报告'
  test.for<[string, string, string, string, readonly number[], readonly number[], object]>([
    ['both under this year: neither', title, '2024年', '2024年', zeros, fifteen, {}],
    ['alike, and one of them under no year', title, '2022年', '另附', fifteen, fifteen, truth],
    ['alike, both under other years', title, '2022年', '2023年', fifteen, fifteen, {}],
    ['alike, in a report of no known year', '年度报告', '2022年', '2023年', fifteen, fifteen, truth],
  ])('%s', ([, name, one, other, first, second, read]) => {
    expect(versions(name, one, other, first, second)).toEqual(read)
  })
})

describe('section four, five cells under each caption', () => {
  const lines = (names: readonly string[], cells: (five: readonly number[]) => readonly number[]) =>
    captions.flatMap((caption, at) => [caption, bars(...names), bars(...cells(fives[at] ?? []))])
  const usual = (five: readonly number[]) => five
  test('the caption above two of them has no figures of its own', () => {
    expect(flat(...lines(results, usual).toSpliced(3, 0, '行政诉讼')).report.remedies).toEqual(truth)
  })
  test('where one of them has no five, nothing is certain', () => {
    expect(flat(...lines(results, usual).slice(0, -1)).report.remedies).toEqual({})
  })
  test.for([
    ['a word that the form does not know', results.with(1, '撤诉结案')],
    ['a header twice', results.with(1, '结果维持')],
  ] as const)('%s among the headers: refused', ([, names]) => {
    expect(flat(...lines(names, usual)).report.remedies).toEqual({})
  })
  test('in a PDF no other order than the usual one is believed', () => {
    const printed = (...parts: string[]) =>
      readPage({ ...pageFromText([heading, ...parts, ''].join('\n')), isSet: true }).report.remedies
    expect(printed(...lines(results, usual))).toEqual(truth)
    expect(printed(...lines(totalFirst(results), totalFirst))).toEqual({})
  })
  test('in real tables with a header lost, the usual order', () => {
    const tables = captions.map(
      (caption, at) => `<p>${caption}</p><table>${row(...results.with(1, ''))}${row(...(fives[at] ?? []))}</table>`,
    )
    const page = pageFromHtml(`<p>${heading}</p>${tables.join('')}<p>五、存在的主要问题及改进情况</p>`)
    expect(readPage(page).report.remedies).toEqual(truth)
  })
})
