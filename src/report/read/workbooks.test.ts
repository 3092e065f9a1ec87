import { describe, expect, test } from 'vitest'
import { sheetCell, sheetFile } from '../../files/testing/sheet-file.ts'
import { writeAnyXlsx } from '../../workbooks/xlsx/testing/any-xlsx.ts'
import { readReport } from './read-report.ts'

describe('workbooks', () => {
  const sheet = (name: string, figure: number) => ({
    name,
    rows: [['二、主动公开政府信息情况'], ['信息内容', '本年处理决定数量'], ['行政许可', figure]],
  })
  const read = async (workbook: Parameters<typeof writeAnyXlsx>[0]) =>
    (await readReport(await writeAnyXlsx(workbook), 'x.xlsx')).report.proactive

  test('hidden sheets and rows are not read', async () => {
    expect(await read({ sheets: [{ ...sheet('上年', 9), hidden: true }, sheet('本年', 168)] })).toEqual({
      'licensing.decisions': 168,
    })
    const rows = [...sheet('本年', 168).rows, ['行政许可', 9]]
    expect(await read({ sheets: [{ name: '本年', rows, rowDefs: new Map([[3, { hidden: true }]]) }] })).toEqual({
      'licensing.decisions': 168,
    })
  })

  test('hidden rows and columns are named, and what the table lacks is not told of the report', async () => {
    const rows = [...sheet('本年', 168).rows, ['行政处罚', 9, 7]]
    const bytes = await writeAnyXlsx({
      sheets: [{ name: '本年', rows, rowDefs: new Map([[3, { hidden: true }]]), columns: [{}, {}, { hidden: true }] }],
    })
    const { findings } = await readReport(bytes, 'x.xlsx')
    const [mine] = findings.filter(({ code }) => code === 'LEFT_OUT')
    expect(mine).toMatchObject({ about: 'reading', actual: 2 })
    expect(mine?.message).toContain('工作表“本年”第4行、工作表“本年”C列')
    expect(findings.filter(({ row: id, about }) => id === 'penalty' && about === 'report')).toEqual([])
  })

  test('hidden sheets in which something stands are named, and what the tables lack is not told of the report', async () => {
    const rows = [...sheet('本年', 168).rows, ['行政处罚', null]]
    const bytes = await writeAnyXlsx({
      sheets: [
        { ...sheet('处罚明细', 9), hidden: true },
        { name: '本年', rows },
        { ...sheet('底稿', 8), veryHidden: true },
        { name: '空表', rows: [], hidden: true },
      ],
    })
    const { report, findings } = await readReport(bytes, 'x.xlsx')
    expect(report.proactive).toMatchObject({ 'licensing.decisions': 168 })
    const [mine] = findings.filter(({ code }) => code === 'LEFT_OUT')
    expect(mine).toMatchObject({ about: 'reading', severity: 'warning', actual: 2 })
    expect(mine?.message).toContain('隐藏的工作表“处罚明细”、隐藏的工作表“底稿”')
    expect(findings.filter(({ row: id, about }) => id === 'penalty' && about === 'report')).toEqual([])
  })

  test('a hidden sheet is not taken apart: one too large for that is named, and takes nothing away', async () => {
    const line = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`
    const sheetOf = (...lines: string[]) => `<sheetData>${lines.join('')}</sheetData>`
    const shown = sheetOf(
      line(1, sheetCell('A1', '二、主动公开政府信息情况')),
      line(2, sheetCell('A2', '信息内容'), sheetCell('B2', '本年处理决定数量')),
      line(3, sheetCell('A3', '行政许可'), sheetCell('B3', 168)),
    )
    const large = sheetOf(line(1, sheetCell('A1', 1)), line(99_999, sheetCell('XFD99999', 9)))
    const bytes = sheetFile([
      { name: '本年', xml: shown },
      { name: '全部案件', xml: large, state: 'hidden' },
      { name: '公式', xml: sheetOf(line(1, '<c r="A1"><f>SUM(D1:D9)</f></c>')), state: 'veryHidden' },
      { name: '空表', xml: sheetOf(line(1, '<c r="A1" s="0"/>')), state: 'hidden' },
    ])
    const { report, findings } = await readReport(bytes, 'x.xlsx')
    expect(report.proactive).toEqual({ 'licensing.decisions': 168 })
    const [mine] = findings.filter(({ code }) => code === 'LEFT_OUT')
    expect(mine?.message).toContain('2处隐藏的内容（隐藏的工作表“全部案件”、隐藏的工作表“公式”）')
  })

  test('a filtered row is named like a hidden one, and a hidden sheet before many hidden rows', async () => {
    const filled = Array.from({ length: 9 }, (_, at) => [`注${at}`, at])
    const rowDefs = new Map(filled.map((_, at) => [at + 3, { hidden: true }]))
    const bytes = await writeAnyXlsx({
      sheets: [
        { name: '本年', rows: [...sheet('本年', 168).rows, ...filled], rowDefs, autoFilter: { range: 'A2:B12' } },
        { ...sheet('上年', 9), hidden: true },
      ],
    })
    const [mine] = (await readReport(bytes, 'x.xlsx')).findings.filter(({ code }) => code === 'LEFT_OUT')
    expect(mine).toMatchObject({ actual: 10 })
    expect(mine?.message).toContain('（隐藏的工作表“上年”、工作表“本年”第4行、')
  })

  test('struck digits beside a figure in one cell are left out and told', async () => {
    const richText = [{ text: '12', font: { strikethrough: true } }, { text: '168' }]
    const cells = new Map([['2,1', { richText }]])
    const bytes = await writeAnyXlsx({ sheets: [{ ...sheet('本年', 168), cells }] })
    const { report, findings } = await readReport(bytes, 'x.xlsx')
    expect(report.proactive).toEqual({ 'licensing.decisions': 168 })
    expect(findings.map(({ message }) => message).join()).toContain('（12）没有作为数字计入')
  })

  test('a line with one cell is text, however short; a label of the form is none', async () => {
    const rows = [
      ['一、总体情况'],
      ['（五）监督保障情况。'],
      ['开展培训2次。'],
      ['二、主动公开政府信息情况'],
      ['信息内容', '本年处理决定数量'],
      ['行政许可', 168],
      ['行政处罚', null],
    ]
    const { report, findings } = await readReport(await writeAnyXlsx({ sheets: [{ name: '本年', rows }] }), 'x.xlsx')
    expect(report.sections[0]).toMatchObject({ paragraphs: ['（五）监督保障情况。', '开展培训2次。'] })
    expect(
      findings
        .filter(({ row: id }) => id === 'penalty')
        .map(({ message }) => message)
        .join(),
    ).toContain('没有填写')
  })

  test.for([
    ['a format that moves the point', { style: { numFmt: '0!.0,"万"' } }],
    ['a format that shows nothing', { style: { numFmt: ';;;' } }],
    ['struck through', { style: { font: { strikethrough: true } } }],
    ['white', { style: { font: { color: { rgb: 'FFFFFF' } } } }],
  ] as const)('a cell that shows another number than it holds is not read: %s', async ([, look]) => {
    const cells = new Map([['2,1', look]])
    expect(await read({ sheets: [{ ...sheet('本年', 1680), cells }] })).toEqual({ 'licensing.decisions': null })
  })

  test('a formula without its result is our trouble, not a blank cell of the report', async () => {
    const bytes = await writeAnyXlsx({
      sheets: [{ ...sheet('本年', 0), cells: new Map([['2,1', { formula: 'SUM(D1:D9)' }]]) }],
    })
    const { report, findings } = await readReport(bytes, 'x.xlsx')
    const mine = findings.filter(({ rows = [] }) => rows.includes('licensing')).map(({ code, about }) => [code, about])
    expect([report.proactive, mine]).toEqual([{ 'licensing.decisions': null }, [['FORMULA_UNSAVED', 'reading']]])
    expect(findings.map(({ message }) => message).join()).toContain('有1格是公式')
  })

  test('what stands past the sheets, rows and columns that are read is told, and not of the report', async () => {
    const long = Array.from({ length: 20_001 }, (_, at) =>
      at === 20_000 ? ['行政处罚', 9] : at < 3 ? (sheet('', 168).rows[at] ?? []) : [],
    )
    const wide = [...sheet('', 168).rows, Array.from({ length: 201 }, (_, at) => (at === 200 ? 7 : null))]
    const many = Array.from({ length: 49 }, (_, at) => ({ name: `附表${at}`, rows: [['备注']] }))
    const bytes = await writeAnyXlsx({
      sheets: [
        { name: '长表', rows: long },
        { name: '宽表', rows: wide },
        ...many,
        sheet('处罚明细', 9),
        { name: '空表', rows: [] },
      ],
    })
    const { findings } = await readReport(bytes, 'x.xlsx')
    const [mine] = findings.filter(({ code }) => code === 'LEFT_OUT')
    expect(mine).toMatchObject({ about: 'reading', severity: 'warning', actual: 4 })
    expect(mine?.message).toContain(
      '（工作表“长表”第20000行以后的各行、工作表“宽表”第200列以后的各列、第50个以后的工作表“附表48”、第50个以后的工作表“处罚明细”）没有读取',
    )
    expect(findings.filter(({ row: id, about }) => id === 'penalty' && about === 'report')).toEqual([])
  })
})
