import { describe, expect, test } from 'vitest'
import { reportFormats } from '../../law/report-formats.ts'
import { doubtfulFee } from './doubtful-fee.ts'
import { enterRow, giveUp, isGivenUp, newDraft, refuseTable, repeated, rowName, twice } from './draft.ts'
import { givenUpFindings, printedAsNone } from './given-up.ts'
import { findMissing } from './missing.ts'
import { whichFormat } from './which-format.ts'

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
  test('a report of 2019 lacks the rows of 2019, one that mixes both those of 2021', () => {
    const lackedBy = (format: '2019' | '2021' | 'mixed' | null) => {
      const draft = draftOf(true)
      for (const { rows } of reportFormats['2021'].proactive)
        for (const { id } of rows) draft.spoken.add(`proactive/${id}`)
      return findMissing(draft, format, null, () => false)
        .filter(({ code, row = '' }) => code === 'MISSING_ROW' && !(row in draft.figures.remedies))
        .map(({ row }) => row)
        .filter((row) => reportFormats['2019'].proactive.some(({ rows }) => rows.some(({ id }) => id === row)))
    }
    expect(lackedBy('2019')).toEqual(['otherServices', 'procurement'])
    for (const format of ['2021', 'mixed', null] as const) expect(lackedBy(format)).toEqual([])
  })
  test('all three captions of section four are looked for', () => {
    const draft = draftOf(true)
    draft.spoken.clear()
    draft.spoken.add('remedies/suitAfterReview')
    expect([missing(draft, 'review'), missing(draft, 'suitDirect')]).toEqual([
      [['MISSING_ROW', 'error', 'report', '表格缺少“行政复议”一行，请补充']],
      [['MISSING_ROW', 'error', 'report', '表格缺少“未经复议直接起诉”一行，请补充']],
    ])
  })
  test('many rows, of which some do not stand there at all, were not read: it is said from which on', () => {
    const draft = draftOf(true)
    draft.spoken.add('requests/newReceived')
    draft.seen.add('requests/carriedOver')
    expect(missing(draft, 'requests')).toEqual([
      [
        'MISSING_ROW',
        'error',
        'reading',
        expect.stringMatching(/的表格有24行未能读出，自“二、上年结转政府信息公开申请数量”起/),
      ],
    ])
  })
  test('of a table that is refused no blank cell is told', () => {
    const draft = draftOf(true)
    draft.blanks.push({ table: 'remedies', row: 'review', count: 2 })
    refuseTable(draft, 'remedies', '认不全')
    expect(missing(draft, 'remedies')).toEqual([])
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
  test('a blank cell that may have been lost by the reader is not told of the report', () => {
    for (const why of [{ isDrawn: true }, { hidesParts: true }]) {
      const draft = newDraft(why)
      draft.spoken.add('remedies/review')
      draft.blanks.push({ table: 'remedies', row: 'review', count: 2 })
      const found = findMissing(draft, '2021', null, () => false).filter(({ code }) => code === 'BLANK_CELL')
      expect(found).toMatchObject([{ about: 'reading', actual: 2, message: expect.stringContaining('未能读出') }])
    }
  })
})
