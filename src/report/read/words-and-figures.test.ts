import { describe, expect, test } from 'vitest'
import { reportFormats } from '../../law/report-formats.ts'
import { bare, bareName, ordinalLength, plain, recall } from './bare.ts'
import { doubtfulFee } from './doubtful-fee.ts'
import { enterRow, giveUp, isGivenUp, newDraft, refuseTable, repeated, rowName, twice } from './draft.ts'
import { givenUpFindings, printedAsNone } from './given-up.ts'
import { asMarks, hasMarks, withoutMarks, withoutTrailingMarks } from './marks.ts'
import { findMissing } from './missing.ts'
import { isPageNumber, isProse } from './pieces.ts'
import { isFigure, isPrintedNone, readFigure } from './printed-figure.ts'
import { countSums, numbersOf, provesAll } from './requests-sums.ts'
import { totalStandsElsewhere } from './total-elsewhere.ts'
import { unlikeness } from './unlikeness.ts'
import { whichFormat } from './which-format.ts'

describe('what two prints of one label have in common', () => {
  test.for<[string, string]>([
    ['（三）不予公开', '三不予公开'],
    ['屬于國家秘密', '属于国家秘密'],
    ['重(chóng)复 申请①', '重复申请'],
    ['８．属于 行政查询事项', '8属于行政查询事项'],
  ])('%s: %s', ([text, common]) => expect(bare(text)).toBe(common))
  test('pinyin goes, other brackets stay', () => {
    expect(plain('重(chóng)复(一)')).toBe('重复(一)')
    expect(plain('重(zhongfuceshi)复')).toBe('重(zhongfuceshi)复')
  })
  test.for<[string, number]>([
    ['（三）不予公开', 1],
    ['三、本年度办理结果', 1],
    ['12.其他', 2],
    ['十一 其他', 2],
    ['【1】其他', 1],
    [' 2 ．其他', 1],
    ['其他', 0],
    ['其他三', 0],
    ['123456', 2],
  ])('the ordinal of %s takes %i', ([text, length]) => expect(ordinalLength(text)).toBe(length))
  test('a label without its ordinal', () => expect(bareName('（三）不予公开')).toBe('不予公开'))
  test('an answer is remembered for short texts only, and never changes', () => {
    let asked = 0
    const length = recall((text: string) => {
      asked += 1
      return text.length
    })
    expect([length('甲'), length('甲'), length('甲'.repeat(61)), length('甲'.repeat(61))]).toEqual([1, 1, 61, 61])
    expect(asked).toBe(3)
    for (let index = 0; index < 4000; index += 1) length(`${index}`)
    expect(length('甲')).toBe(1)
    expect(asked).toBe(4004)
  })
})

describe('marks of footnotes', () => {
  test.for<[string, string, string]>([
    ['168①', '168', '168'],
    ['①168', '168', '①168'],
    [' * 168 ² ③ ', '168', ' * 168'],
    ['1①68', '1①68', '1①68'],
    [' 168 ', ' 168 ', ' 168 '],
  ])('%s', ([text, figure, label]) => {
    expect(withoutMarks(text)).toBe(figure)
    expect(withoutTrailingMarks(text)).toBe(label)
  })
  test('raised digits keep their value, anything else is only a sign', () => {
    expect(asMarks('1 2a注')).toBe('¹²※※')
    expect(hasMarks(asMarks('12'))).toBe(true)
    expect(hasMarks('12')).toBe(false)
  })
})

describe('whether a text is one figure', () => {
  test.for([
    ...['168', '0', '1,234', '1,234,567.89', '12.5万元', '3 件', '+3', '－3', '减4', '--253', '负2', '下降5'],
    ...['/', '—', '无', '零', '〇', '168(其中网上3件)', '168[1]', '168①', '16 万元'],
  ])('%s is', (text) => expect(isFigure(text)).toBe(true))
  test.for([
    ...['', '1,23', '1 234', '1.2.3', '12a', '第3', '3年', '1①68', '(168)', '168(一)(二)', '1234567890123456', '约3'],
    ...[`168(${'一'.repeat(61)})`, `1${' '.repeat(90)}`, '1, 234', '12. 5', '168)'],
  ])('%s is not', (text) => expect(isFigure(text)).toBe(false))

  test.for<[string, Parameters<typeof readFigure>[1], ReturnType<typeof readFigure>]>([
    ['168', 'count', 168],
    ['1,234件', 'count', 1234],
    ['－3', 'delta', -3],
    ['减少4', 'delta', -4],
    ['增加4', 'delta', 4],
    ['-0', 'count', 0],
    ['零', 'count', 0],
    ['〇', 'amountWan', '0'],
    ['3元', 'count', undefined],
    ['3万元', 'count', undefined],
    ['1 68', 'count', undefined],
    ['1①68', 'count', undefined],
    ['若干', 'count', undefined],
    ['2.5', 'count', undefined],
    ['999999999999999', 'count', 999999999999999],
    ['007.2800', 'amountWan', '7.28'],
    ['0.00', 'amountWan', '0'],
    ['1,234.50', 'amountWan', '1234.5'],
    ['12500元', 'amountWan', '1.25'],
    ['3元', 'amountWan', '0.0003'],
    ['12345.6元', 'amountWan', '1.23456'],
    ['3万元', 'amountWan', '3'],
    ['-2.5', 'amountWan', '-2.5'],
    ['-0.0', 'amountWan', '0'],
    ['3件', 'amountWan', undefined],
    ['0件', 'amountWan', '0'],
    ['103.3879万元', 'asPrinted', '103.3879万元'],
    ['/', 'asPrinted', '/'],
    ['无', 'asPrinted', '无'],
    ['若干', 'asPrinted', undefined],
    ['1'.repeat(41), 'asPrinted', undefined],
    ['1'.repeat(40), 'asPrinted', '1'.repeat(40)],
  ])('%s as %s: %s', ([text, kind, value]) => {
    expect(readFigure(text, kind)).toBe(value)
  })
  test('under a header in 元 an amount without its own unit is in 元', () => {
    expect(readFigure('12500', 'amountWan', true)).toBe('1.25')
    expect(readFigure('12500万元', 'amountWan', true)).toBe('12500')
    expect(readFigure('12500', 'amountWan')).toBe('12500')
  })
  test.for<[string, boolean]>([
    ['/', true],
    ['－', true],
    [' 无 ', true],
    ['无件', true],
    ['0', false],
    ['', false],
    ['无①无', false],
  ])('“%s” prints none: %s', ([text, none]) => expect(isPrintedNone(text)).toBe(none))
})

describe('lines that are no part of a table', () => {
  test.for(['-3-', '— 12 —', '第 3 页', '第3页 共5页', 'P. 3', 'p3', '3页', '·7·'])(
    '%s is the number of a page',
    (text) => expect(isPageNumber(text)).toBe(true),
  )
  test.for(['3', '-3', '第3条', '-1234-', '第三页', '共5页', `第3页${'页'.repeat(30)}`])('%s is none', (text) =>
    expect(isPageNumber(text)).toBe(false),
  )
  test.for<[string, boolean]>([
    ['我局坚持公开，不断加强工作。', true],
    ['公开；工作。', false],
    ['公开工作的各项有关情况和数量如下所示', false],
    ['公'.repeat(261), true],
    ['公'.repeat(260), false],
    [`${'公 '.repeat(150)}`, false],
  ])('%.20s is prose: %s', ([text, prose]) => expect(isProse(text)).toBe(prose))
})

describe('how unlike two words are', () => {
  test.for<[string, string, number]>([
    ['属于国家秘密', '属于国家秘密', 0],
    ['属于国家秘密', '属于国家机密', 1 / 6],
    ['属于国家秘密', '属于国家密', 1 / 6],
    ['属于国家秘密', '属于国家的秘密', 1 / 7],
    ['甲乙', '丙丁', 1],
    ['甲乙丙丁', '丁', 1],
    ['', '', 0],
  ])('%s and %s: %f', ([one, other, value]) => expect(unlikeness(one, other)).toBeCloseTo(value))
  test('how far is looked can be said', () => {
    expect(unlikeness('甲乙丙丁', '丁', 1)).toBeCloseTo(3 / 4)
    expect(unlikeness('甲乙丙', '甲乙', 1 / 3)).toBeCloseTo(1 / 3)
  })
})

describe('sums of section three', () => {
  const form = reportFormats['2021']
  const rows = ['newReceived', 'carriedOver', 'resultsTotal', 'carriedForward', 'granted', 'partiallyGranted']
  const zeros = [0, 0, 0, 0, 0, 0, 0]
  const whole = new Map(
    form.equations
      .flatMap(({ table, across, left, right }) =>
        table === 'requests' && across === 'rows' ? [...left, ...right] : [],
      )
      .map((row) => [row, zeros] as const),
  )
  const having = (...changed: [string, number[]][]) => new Map([...whole, ...changed])

  test('a row states numbers only where every cell does', () => {
    expect(numbersOf(['1', '零', '3件'])).toEqual([1, 0, 3])
    expect(numbersOf(['1', null])).toBeUndefined()
    expect(numbersOf(['1', '/'])).toBeUndefined()
    expect(numbersOf([])).toEqual([])
  })
  test('all hold', () => {
    expect(rows.every((row) => whole.has(row))).toBe(true)
    expect(countSums(form, whole)).toEqual({ whole: whole.size + 14, brokenRows: 0, brokenColumns: 0 })
    expect(provesAll(form, whole)).toBe(true)
  })
  test('a row that does not add up, and the columns it breaks', () => {
    const broken = having(['granted', [1, 0, 0, 0, 0, 0, 0]])
    expect(countSums(form, broken)).toMatchObject({ brokenRows: 1, brokenColumns: 1 })
    expect(provesAll(form, broken)).toBe(false)
    const columns = having(['granted', [1, 0, 0, 0, 0, 0, 1]])
    expect(countSums(form, columns)).toMatchObject({ brokenRows: 0, brokenColumns: 2 })
    expect(provesAll(form, columns)).toBe(false)
    const other = having(['granted', [1, 0, 0, 0, 0, 0, 1]], ['resultsTotal', [0, 1, 0, 0, 0, 0, 0]])
    expect(provesAll(form, other)).toBe(false)
    const row = having(['carriedOver', [1, 0, 0, 0, 0, 0, 0]], ['carriedForward', [1, 0, 0, 0, 0, 0, 0]])
    expect(countSums(form, row)).toMatchObject({ brokenRows: 2, brokenColumns: 0 })
    expect(provesAll(form, row)).toBe(false)
  })
  test('what is not there proves nothing, and not all', () => {
    const part = new Map([...whole].filter(([row]) => row !== 'granted'))
    expect(countSums(form, part)).toEqual({ whole: part.size + 7, brokenRows: 0, brokenColumns: 0 })
    expect(provesAll(form, part)).toBe(false)
  })
  test.for<[string, (string | null)[][], boolean]>([
    ['the total stands last', [['1', '2', '3']], false],
    [
      'it stands first in every row',
      [
        ['3', '1', '2'],
        ['7', '3', '4'],
      ],
      true,
    ],
    [
      'first in one row, last in another',
      [
        ['3', '1', '2'],
        ['3', '4', '7'],
      ],
      false,
    ],
    ['nowhere', [['1', '2', '4']], false],
    [
      'rows of noughts tell nothing',
      [
        ['0', '0', '0'],
        ['3', '1', '2'],
      ],
      true,
    ],
    ['rows with blanks tell nothing', [['3', null, '2']], false],
    ['no rows', [], false],
  ])('the total: %s', ([, cells, elsewhere]) => expect(totalStandsElsewhere(cells)).toBe(elsewhere))
})

describe('what is told of rows that were not read', () => {
  const columns = [
    { id: 'naturalPerson', label: '自然人' },
    { id: 'total', label: '总计' },
  ]
  test('a cell is a figure, blank, none, or no number', () => {
    const draft = newDraft()
    enterRow(draft, 'requests', 'granted', columns, ['3', '3'])
    enterRow(draft, 'requests', 'denied.stateSecret', columns, [null, '/'])
    enterRow(draft, 'requests', 'partiallyGranted', columns, ['若干', '1a'])
    enterRow(draft, 'requests', 'resultsTotal', columns, [null])
    expect(draft.figures.requests).toEqual({
      granted: { naturalPerson: 3, total: 3 },
      'denied.stateSecret': { naturalPerson: null, total: null },
      partiallyGranted: { naturalPerson: null, total: null },
      resultsTotal: { naturalPerson: null, total: null },
    })
    expect(draft.blanks).toEqual([
      { table: 'requests', row: 'denied.stateSecret', count: 1 },
      { table: 'requests', row: 'resultsTotal', count: 2 },
    ])
    expect(draft.nones).toEqual([{ table: 'requests', row: 'denied.stateSecret', count: 1 }])
    expect([...draft.spoken]).toEqual(
      ['granted', 'denied.stateSecret', 'partiallyGranted'].map((row) => `requests/${row}`),
    )
    expect(draft.findings.map(({ row, column, actual, about }) => [row, column, actual, about])).toEqual([
      ['partiallyGranted', 'naturalPerson', '若干', 'reading'],
      ['partiallyGranted', 'total', '1a', 'reading'],
    ])
  })
  test('words in a cell of a real table are the report’s fault, unless they may be a number', () => {
    const draft = newDraft()
    draft.inCells.add('requests/granted')
    enterRow(draft, 'requests', 'granted', columns, ['若干', '十'])
    expect(draft.findings.map(({ about, severity }) => [about, severity])).toEqual([
      ['report', 'error'],
      ['reading', 'error'],
    ])
    expect(draft.findings[0]?.message).toBe('“（一）予以公开”的“自然人”一格填的是“若干”，不是数字，请改填数字')
  })
  test('a row is known by its printed label', () => {
    expect(rowName('requests', 'denied')).toBe('（三）不予公开')
    expect(rowName('requests', 'denied.stateSecret')).toBe('1.属于国家秘密')
    expect(rowName('remedies', 'suitDirect')).toBe('未经复议直接起诉')
    expect(rowName('remedies', 'review')).toBe('行政复议')
    expect(rowName('proactive', 'licensing')).toBe('行政许可')
    expect(rowName('proactive', 'granted')).toBe('granted')
  })

  const three = ['granted', 'partiallyGranted', 'resultsTotal'] as const
  test('up to three rows of one trouble are told apart, more together', () => {
    const draft = newDraft()
    for (const id of three) giveUp(draft, { table: 'requests', id }, twice)
    giveUp(draft, { table: 'requests', id: 'granted' }, '别的')
    expect(givenUpFindings(draft).map(({ code, row, message }) => [code, row, message])).toEqual([
      ['AMBIGUOUS_ROW', 'granted', '“（一）予以公开”在文中出现两次而数字不同，该行未读取，请与原文核对'],
      ...three.slice(1).map((row) => ['AMBIGUOUS_ROW', row, expect.stringContaining(twice)]),
    ])
    giveUp(draft, { table: 'requests', id: 'carriedOver' }, '别的')
    expect(givenUpFindings(draft)).toHaveLength(4)
    giveUp(draft, { table: 'requests', id: 'carriedForward' }, twice)
    expect(repeated(draft, 'requests')).toEqual([...three, 'carriedForward'])
    expect(repeated(draft, 'remedies')).toEqual([])
    expect(givenUpFindings(draft)[0]).toEqual({
      code: 'UNRELIABLE',
      severity: 'error',
      about: 'reading',
      row: 'requests',
      rows: [...three, 'carriedForward'],
      actual: 4,
      message:
        '第三部分“收到和处理政府信息公开申请情况”的表格有4行未能读出（自“（一）予以公开”起）：这些行在文中出现两次而数字不同，请与原文核对',
    })
  })
  test('of a table that is refused nothing is kept, and nothing more is said of its rows', () => {
    const draft = newDraft()
    enterRow(draft, 'requests', 'granted', columns, ['3', '/'])
    giveUp(draft, { table: 'requests', id: 'resultsTotal' }, twice)
    refuseTable(draft, 'requests', '认不全')
    refuseTable(draft, 'requests', '又')
    expect(draft.figures.requests).toEqual({})
    expect(isGivenUp(draft, 'requests', 'carriedOver')).toBe(true)
    expect(isGivenUp(draft, 'remedies', 'review')).toBe(false)
    expect(printedAsNone(draft)).toEqual([])
    expect(givenUpFindings(draft)).toEqual([
      {
        code: 'UNRELIABLE',
        severity: 'error',
        about: 'reading',
        row: 'requests',
        message:
          '第三部分“收到和处理政府信息公开申请情况”的表格读取不可靠：认不全。该表未读取任何数字，请提供原始的网页或Word文件',
      },
    ])
  })
  test('cells that print none are counted by table', () => {
    const draft = newDraft()
    enterRow(draft, 'requests', 'granted', columns, ['/', '-'])
    expect(printedAsNone(draft)).toMatchObject([
      { code: 'PRINTED_AS_NONE', severity: 'note', about: 'report', row: 'granted', rows: ['granted'], actual: 2 },
    ])
    enterRow(draft, 'requests', 'resultsTotal', columns, ['无', '1'])
    enterRow(draft, 'remedies', 'review', columns, ['无', '1'])
    expect(printedAsNone(draft)).toMatchObject([
      { row: 'requests', rows: ['granted', 'resultsTotal'], actual: 3 },
      { row: 'review', rows: ['review'], actual: 1 },
    ])
  })
  test('a fee that its organ cannot collect is not taken', () => {
    const draft = newDraft()
    draft.figures.proactive['administrativeFees.amountWan'] = '10001'
    expect(doubtfulFee(draft, '示例市统计局')).toEqual([])
    expect(doubtfulFee(draft, '示例镇人民政府')).toMatchObject([
      { code: 'UNIT_SUSPECT', severity: 'warning', about: 'reading', row: 'administrativeFees', actual: '10001' },
    ])
    expect(draft.figures.proactive['administrativeFees.amountWan']).toBeNull()
    expect(doubtfulFee(draft, '示例镇人民政府')).toEqual([])
  })
})

describe('which form a report follows, by its headers and rows', () => {
  const of = (signs: ('2019' | '2021')[], ...seen: string[]) => {
    const draft = newDraft()
    for (const sign of signs) draft.signs.add(sign)
    for (const row of seen) draft.seen.add(`requests/${row}`)
    const { format, findings } = whichFormat(draft)
    return [format, ...findings.map(({ code, row, severity, about }) => `${code} ${row} ${severity} ${about}`)]
  }
  const mixture = (row: string) => ['mixed', `MIXED_FORMAT ${row} error report`]
  test.for<[string, unknown[], unknown[]]>([
    ['nothing tells', of([]), [null]],
    ['the headers', of(['2019']), ['2019']],
    ['the single 其他处理', of([], 'other'), ['2019']],
    ['the three rows', of([], 'other.feeUnpaid'), ['2021']],
    ['headers and rows that agree', of(['2021'], 'other.otherMisc'), ['2021']],
    ['headers of both', of(['2019', '2021']), mixture('proactive')],
    ['the single row and the three', of([], 'other', 'other.otherMisc'), mixture('other')],
    ['headers of 2021 with the single row', of(['2021'], 'other'), mixture('other')],
    ['headers of 2019 with the three rows', of(['2019'], 'other.otherMisc'), mixture('other')],
  ])('%s', ([, told, expected]) => expect(told).toEqual(expected))
})

describe('what a report lacks', () => {
  const draftOf = (whole: boolean) => {
    const draft = newDraft()
    if (whole) for (const table of ['proactive', 'requests', 'remedies'] as const) draft.whole.add(table)
    for (const row of ['review', 'suitDirect']) draft.spoken.add(`remedies/${row}`)
    return draft
  }
  const missing = (draft: ReturnType<typeof newDraft>, row: string) =>
    findMissing(draft, '2021', new Map(), () => false)
      .filter((finding) => finding.row === row)
      .map(({ code, severity, about, message }) => [code, severity, about, message])
  test('a row of a table read to its end is not there, of another it was not read', () => {
    expect(missing(draftOf(true), 'suitAfterReview')).toEqual([
      ['MISSING_ROW', 'error', 'report', '表格缺少“复议后起诉”一行，请补充'],
    ])
    expect(missing(draftOf(false), 'suitAfterReview')).toEqual([
      ['MISSING_ROW', 'error', 'reading', '未能读出“复议后起诉”一行的数字，请与原文核对'],
    ])
    const blank = draftOf(true)
    blank.seen.add('remedies/suitAfterReview')
    expect(missing(blank, 'suitAfterReview')).toEqual([
      ['MISSING_ROW', 'error', 'report', '“复议后起诉”一行没有填写数字，没有的应填0'],
    ])
    const told = draftOf(true)
    told.told.add('remedies/suitAfterReview')
    expect(missing(told, 'suitAfterReview')).toEqual([])
  })
  test('a table without any figure is told once', () => {
    const message = '的表格没有填写数字，没有的应填0'
    const empty = draftOf(true)
    expect(missing(empty, 'proactive')).toMatchObject([['MISSING_SECTION', 'error', 'reading', expect.anything()]])
    for (const { rows } of reportFormats['2021'].proactive) for (const { id } of rows) empty.seen.add(`proactive/${id}`)
    expect(missing(empty, 'proactive')).toMatchObject([
      ['MISSING_SECTION', 'error', 'report', expect.stringContaining(message)],
    ])
    const unread = draftOf(false)
    for (const key of empty.seen) unread.seen.add(key)
    expect(missing(unread, 'proactive')).toMatchObject([['MISSING_SECTION', 'error', 'reading', expect.anything()]])
    refuseTable(empty, 'proactive', '认不全')
    expect(missing(empty, 'proactive')).toEqual([])
  })
  test('more than six rows are told together', () => {
    const draft = draftOf(true)
    draft.spoken.add('requests/newReceived')
    const found = findMissing(draft, '2021', null, () => false).filter(({ row }) => row === 'requests')
    expect(found).toMatchObject([{ code: 'MISSING_ROW', about: 'reading', actual: 24 }])
    expect(found[0]?.rows).toHaveLength(24)
    for (const row of found[0]?.rows ?? []) draft.seen.add(`requests/${row}`)
    const seen = findMissing(draft, '2021', null, () => false).filter(({ row }) => row === 'requests')
    expect(seen).toMatchObject([{ code: 'MISSING_ROW', about: 'report', actual: 24 }])
    for (const row of found[0]?.rows?.slice(6) ?? []) draft.spoken.add(`requests/${row}`)
    const six = findMissing(draft, '2021', null, () => false).filter(({ message }) => /（一）|上年结转/.test(message))
    expect(six.map(({ row }) => row)).toContain('carriedOver')
  })
  test('the rows are those of the form that the report follows', () => {
    const rowsOf = (draft: ReturnType<typeof newDraft>, format: '2019' | '2021' | 'mixed') =>
      findMissing(draft, format, null, () => false).find(({ row, rows }) => row === 'requests' && rows)?.rows ?? []
    const draft = draftOf(false)
    draft.spoken.add('requests/newReceived')
    expect(rowsOf(draft, '2021')).toContain('other.otherMisc')
    draft.seen.add('requests/other')
    expect(rowsOf(draft, 'mixed')).toContain('other')
    expect(rowsOf(draft, 'mixed')).not.toContain('other.otherMisc')
  })
  test('a section without its heading is missing, or its beginning was not recognised', () => {
    const draft = draftOf(true)
    const at = (isMentioned: boolean, headings: ReadonlyMap<'problems', number> | null = new Map()) =>
      findMissing(draft, '2021', headings, () => isMentioned).filter(({ row }) => row === 'problems')
    expect(at(false)).toMatchObject([{ code: 'MISSING_SECTION', severity: 'error', about: 'report' }])
    expect(at(true)).toMatchObject([{ code: 'MISSING_SECTION', severity: 'error', about: 'reading' }])
    expect(at(false, new Map([['problems', 3]]))).toEqual([])
    expect(at(false, null)).toEqual([])
  })
  test('blank cells of rows that were read are counted', () => {
    const draft = draftOf(true)
    enterRow(draft, 'remedies', 'review', [{ id: 'upheld', label: '结果维持' }], [null])
    draft.blanks.push(
      { table: 'remedies', row: 'review', count: 2 },
      { table: 'remedies', row: 'suitAfterReview', count: 9 },
    )
    const found = findMissing(draft, '2021', null, () => false).filter(({ code }) => code === 'BLANK_CELL')
    expect(found).toMatchObject([
      { severity: 'warning', about: 'report', row: 'remedies', rows: ['review'], actual: 3 },
    ])
  })
})
