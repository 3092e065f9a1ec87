import { describe, expect, test } from 'vitest'
import { order, reasonsOf, set, text } from './testing/small-pages.ts'

const requests = '三、收到和处理政府信息公开申请情况'
const columns = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicInterestOrg',
  'legalServiceOrg',
  'otherOrg',
  'total',
]
const five = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
const usual = ['自然人', ...five, '总计']
const first = '一、本年新收政府信息公开申请数量'
const second = '二、上年结转政府信息公开申请数量'
const seven = [1, 2, 3, 4, 5, 6, 21]
const zeros = [0, 0, 0, 0, 0, 0, 0]
/** Adds up whether its first column is the natural persons or the first of the five. */
const either = [3, 0, 0, 0, 0, 0, 3]

const bars = (...cells: readonly (string | number)[]): string => `${cells.join(' | ')} |`
const cellsOf = (figures: readonly number[]) => Object.fromEntries(columns.map((id, at) => [id, figures[at]]))
const read = (figures: readonly number[], ...header: readonly string[]) =>
  text(requests, ...header, bars(first, ...figures)).report.requests

describe('headers that stand in the usual order while the totals do not stand last', () => {
  test('are not believed', () => {
    const reading = text(requests, bars(...usual), bars(first, ...order(6, 0, 1, 2, 3, 4, 5)(seven)))
    expect(reading.report.requests).toEqual({})
    expect(reasonsOf(reading, 'requests')).toHaveLength(1)
  })
})

describe('a header of two lines, of which the lower one names the five organisations', () => {
  const lost = [...five.slice(0, 2), ...five.slice(3)]
  test('one of the five is lost, and the others stand in the usual order', () => {
    expect(read(seven, bars('自然人', '法人或其他组织', '总计'), bars(...lost))).toEqual({
      newReceived: cellsOf(seven),
    })
  })
  test.for<[string, string[]]>([
    ['the line above in another order', [bars('总计', '自然人', '法人或其他组织'), bars(...lost)]],
    ['the five in another order', [bars('自然人', '法人或其他组织', '总计'), bars(...lost.toReversed())]],
    ['a word that no form knows', [bars('自然人', '法人或其他组织', '总计'), bars(...lost.with(2, '外国企业'))]],
  ])('one of the five is lost, and there is %s: refused', ([, header]) => expect(read(seven, ...header)).toEqual({}))

  const split = ['法人或其他组织', bars('自然人', '总计'), bars(...five)]
  test('the group stands on a line of its own: the sums tell its place where the total is not the last', () => {
    const turned = ['法人或其他组织', bars('总计', '自然人'), bars(...five)]
    expect(read(order(1, 2, 3, 4, 5, 6, 0)(seven), ...turned)).toEqual({ newReceived: cellsOf(seven) })
    expect(read(order(6, 1, 2, 3, 4, 5, 0)(seven), ...turned)).toEqual({})
  })
  test('where the sums hold in several places and the rows read the same in each, they are read', () => {
    expect(read(zeros, ...split)).toEqual({ newReceived: cellsOf(zeros) })
  })
  test('where the rows read otherwise in another place, or hold in none that keeps the lines: refused', () => {
    for (const figures of [seven, either]) expect(read(figures, ...split)).toEqual({})
    expect(read([1, 1, 0, 0, 0, 2, 0], ...split)).toEqual({})
  })
  test('one word to a line: the usual order is believed, any other only where the sums tell', () => {
    expect(read(either, '自然人', '法人或其他组织', '总计', bars(...five))).toEqual({ newReceived: cellsOf(either) })
    expect(read(either, '法人或其他组织', '自然人', '总计', bars(...five))).toEqual({})
  })
  test('without the name of the group, in no usual order, and where no sum tells: refused', () => {
    expect(read(zeros, bars('总计', '自然人'), bars(...five))).toEqual({})
  })
})

describe('headers wrapped into parts of words', () => {
  test.for([
    ['four', '自然人 商业 科研 社会公 法律服 其他', ''],
    ['eight', '自然人 商业 科研 社会公 法律服 其他', '企业 机构 益组织 务机构'],
  ])('%s parts: the usual order is taken, though the total stands on a line above', ([, upper = '', lower = '']) => {
    expect(read(seven, '总计', upper, lower)).toEqual({ newReceived: cellsOf(seven) })
  })
  test('where the parts of a line stand in another order: refused', () => {
    expect(read(seven, '总计', '自然人 科研 商业 社会公 法律服 其他', '机构 企业 益组织 务机构')).toEqual({})
  })
  test('fewer are only words cut off, and prove nothing against the order of the others', () => {
    expect(read(seven, '总计', '自然人 商业 科研 社会公 其他')).toEqual({})
  })
})

describe('text set in columns', () => {
  const places = [60, 76, 92, 108, 124, 140, 156]
  const line = (label: string, figures: readonly number[]) =>
    set([label, 17], ...figures.map((figure, at): [string, number] => [String(figure), places[at] ?? 0]))
  const words = (names: readonly string[]) => names.map((name, at): [string, number] => [name, places[at] ?? 0])
  const onlyTwo = (put: (names: readonly string[]) => readonly string[]) => {
    const [above, below] = [words(put(usual)), words(put(usual))]
    return [set(...above.filter((_, at) => at !== 3)), set(...below.filter((_, at) => at === 3))]
  }

  test.for([
    ['the usual order', order(0, 1, 2, 3, 4, 5, 6)],
    ['two exchanged', order(1, 0, 2, 3, 4, 5, 6)],
  ] as const)('a header that hangs lower than the others still stands over its figures: %s', ([, put]) => {
    const { report } = text(requests, ...onlyTwo(put), line(first, put(seven)), line(second, put(zeros)))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven), carriedOver: cellsOf(zeros) })
  })
  test('the first row whose figures stand on one line tells what stands over them', () => {
    const put = order(1, 0, 2, 3, 4, 5, 6)
    const { report } = text(requests, ...onlyTwo(put), first, ...put(seven).map(String), line(second, put(seven)))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven), carriedOver: cellsOf(seven) })
  })

  /** The five under their group, and figures one to a line, so that only the places of the headers tell their order. */
  const placed = (person: number, group: number, total: number) => {
    const header = [
      set(['法人或其他组织', group]),
      set(
        ...(
          [
            ['自然人', person],
            ['总计', total],
          ] as [string, number][]
        ).toSorted(([, a], [, b]) => a - b),
      ),
      set(...words(usual).slice(1, 6)),
    ]
    return text(requests, ...header, first, ...either.map(String)).report.requests
  }
  test('the group is set higher than what stands beside it: the places tell the order', () => {
    expect(placed(60, 108, 156)).toEqual({ newReceived: cellsOf(either) })
  })
  test.for<[string, number, number, number]>([
    ['自然人 stands over one of the five', 76, 108, 156],
    ['总计 stands over one of the five', 60, 108, 124],
    ['总计 stands over the group', 60, 100, 106],
    ['the group stands before its five', 60, 70, 156],
    ['the group stands behind its five', 60, 150, 170],
  ])('but where %s, they tell none', ([, person, group, total]) => expect(placed(person, group, total)).toEqual({}))
})
