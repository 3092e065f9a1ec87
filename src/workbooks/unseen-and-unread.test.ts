import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../tests/samples.ts'
import { ledgers } from '../app/kept-ledgers.ts'
import { plainDate } from '../days/plain-date.ts'
import { sheetCell, sheetFile } from '../files/testing/sheet-file.ts'
import type { HiddenChoice } from './hidden-parts.ts'
import { describeProblem } from './problem.ts'
import { readLedgers } from './read-ledgers.ts'

const today = plainDate('2026-05-01')
const read = async (bytes: Uint8Array, hidden?: HiddenChoice, name = 'x.xlsx') => {
  const { problems, rows } = await readLedgers(ledgers, bytes, name, { today, hidden, sheet: undefined })
  return {
    said: problems.list.map(describeProblem),
    numbers: [...rows.values()].flat().map(({ values }) => values.receiptNumber ?? values.number),
  }
}
const fees = '行政事业性收费'
const cells = (row: number, values: readonly (string | number)[]) =>
  values.map((value, index) => sheetCell(`${'ABCDE'[index]}${row}`, value)).join('')
const row = (number: number, values: readonly (string | number)[], more = '') =>
  `<row r="${number}"${more}>${cells(number, values)}</row>`
const head = row(1, ['票据号码', '收费项目', '收费日期', '金额（元）'])
const entry = (number: number, more = '') => row(number, [`A${number}`, '考务费', '2026-03-01', 5], more)
const sheet = (rows: string, { before = '', after = '', state = '' } = {}) =>
  sheetFile([
    { name: fees, xml: `${before}<sheetData>${head}${rows}</sheetData>${after}`, ...(state ? { state } : {}) },
  ])

test('a formula without a value is an error that says how to save, also where the cell may be blank', async () => {
  const formula = '<row r="2"><c r="A2" t="inlineStr"><is><t>A2</t></is></c>'
  const rest = `${sheetCell('B2', '考务费')}${sheetCell('C2', '2026-03-01')}<c r="D2"><f>100*2</f></c></row>`
  const { said } = await read(sheet(formula + rest))
  expect(said).toEqual([
    `${fees}，第2行，“金额（元）”（D2）：是公式，但文件里没有保存计算结果，读不出来。请用 Excel 或 WPS 打开这个文件，按“保存”后再导入`,
  ])
  // One of many that a formula was drawn down over.
  expect((await read(sheet(formula + rest.replace('<f>100*2</f>', '<f t="shared" si="0"/>')))).said).toHaveLength(1)
  // A row of nothing else is no blank row.
  expect((await read(sheet('<row r="2"><c r="D2"><f>SUM(D1)</f></c></row>'))).said.at(-1)).toContain('是公式')
  const worked = rest.replace('</f>', '</f><v>200</v>')
  expect(await read(sheet(formula + worked))).toEqual({ said: [], numbers: ['A2'] })
})

test.each([
  [
    'rows',
    sheet(entry(2) + entry(3, ' hidden="1"') + entry(4, ' hidden="1"')),
    '第3、4行是隐藏的，共2行有内容',
    ['A2', 'A3', 'A4'],
    ['A2'],
  ],
  [
    'rows that a filter hides',
    sheet(entry(2) + entry(3, ' hidden="1"'), { after: '<autoFilter ref="A1:D3"/>' }),
    '第3行被筛选隐藏，共1行有内容',
    ['A2', 'A3'],
    ['A2'],
  ],
  [
    'rows without height',
    sheet(entry(2) + entry(3, ' ht="0" customHeight="1"')),
    '第3行是隐藏的',
    ['A2', 'A3'],
    ['A2'],
  ],
  ['a sheet', sheet(entry(2), { state: 'hidden' }), '这个工作表是隐藏的', ['A2'], []],
  ['a very hidden sheet', sheet(entry(2), { state: 'veryHidden' }), '这个工作表是隐藏的', ['A2'], []],
])('hidden %s are named and asked about, taken in or left as told', async (_, file, said, taken, left) => {
  const asked = await read(file)
  expect(asked.said).toHaveLength(1)
  expect(asked.said[0]).toContain(said)
  expect((await read(file, 'take')).numbers).toEqual(taken)
  expect((await read(file, 'leave')).numbers).toEqual(left)
})

test('hidden columns are named; left out, a required one is missing', async () => {
  const file = sheet(entry(2), { before: '<cols><col min="4" max="4" width="9" hidden="1"/></cols>' })
  expect((await read(file)).said[0]).toContain('D列是隐藏的，里面有内容')
  expect(await read(file, 'take')).toEqual({ said: [], numbers: ['A2'] })
  expect((await read(file, 'leave')).said).toEqual([`${fees}，第1行，“金额（元）”：缺少这一列`])
})

test('hidden rows and columns without anything in them raise nothing', async () => {
  const file = sheet(`${entry(2)}<row r="3" hidden="1"/>`, {
    before: '<cols><col min="9" max="9" width="9" hidden="1"/></cols>',
  })
  expect(await read(file)).toEqual({ said: [], numbers: ['A2'] })
})

test('a cell that is merged with the one above is said to be', async () => {
  const below = row(3, ['A3', '', '2026-03-02', 6])
  const { said } = await read(sheet(entry(2) + below, { after: '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>' }))
  expect(said).toEqual([
    `${fees}，第3行，“收费项目”（B3）：与B2单元格合并，只有B2有内容。请取消合并单元格，逐格填写后再导入`,
  ])
})

test('a head of two or three rows is read, merged or not', async () => {
  const above = row(1, ['', '收费', '收费', '收费'])
  const below = row(2, ['票据号码', '项目名称', '日期', '金额'])
    .replace('项目名称', '收费项目')
    .replace('>日期', '>收费日期')
  const three = (rows: string) =>
    sheetFile([{ name: fees, xml: `<sheetData>${row(1, ['某局收费台账'])}${rows}</sheetData>` }])
  expect(await read(sheetFile([{ name: fees, xml: `<sheetData>${above}${below}${entry(3)}</sheetData>` }]))).toEqual({
    said: [],
    numbers: ['A3'],
  })
  // 收费 above 项目, 日期 and 金额 makes the names.
  const split = row(2, ['票据号码', '收费', '收费', '']) + row(3, ['', '项目', '日期', '金额'])
  expect(await read(three(split + entry(4)))).toEqual({ said: [], numbers: ['A4'] })
})

test.each(['合计', '填表人：张三', '备注：以上不含退费', '审核人', '说明：本表按月填报', '合 计'])(
  'a row that begins with %s is one finding',
  async (words) => {
    const { said } = await read(sheet(entry(2) + row(3, [words])))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('行，不是台账的内容。请删除这一行后再导入')
  },
)

test('a total with its sum is one finding; an entry that is called 合计 is an entry', async () => {
  const total = `<row r="3">${sheetCell('A3', '合计')}${sheetCell('D3', 500)}</row>`
  expect((await read(sheet(entry(2) + total))).said).toHaveLength(1)
  expect((await read(sheet(row(2, ['A2', '合计', '2026-03-01', 5])))).said).toEqual([])
})

const requestHead = row(1, ['申请编号', '到达日期', '收到申请之日', '渠道', '申请人类别']).replace(
  '</row>',
  `${sheetCell('F1', '内容')}${sheetCell('G1', '处理结果')}${sheetCell('H1', '办结日期')}</row>`,
)
test.each(['信息不存在', '本机关不掌握', '不予公开'])(
  'the outcome %s is offered what is written most like it',
  async (outcome) => {
    const data = `<row r="2">${cells(2, ['X-1', '2026-03-03', '2026-03-03', '互联网', '自然人'])}${sheetCell('F2', '批复')}${sheetCell('G2', outcome)}${sheetCell('H2', '2026-03-05')}</row>`
    const { said } = await read(
      sheetFile([{ name: '政府信息公开申请', xml: `<sheetData>${requestHead}${data}</sheetData>` }]),
    )
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('可能是：')
  },
)

test.each([
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.et'],
  [
    'one with a password',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    '设有密码，请先打开文件取消密码',
  ],
  ['a text in a strange code', Buffer.from([0xfe, 0xff, 0x75, 0x33, 0xd8, 0x00]), '既不是 .xlsx'],
])('%s is told how to be saved', async (_, bytes, words) => {
  await expect(read(bytes)).rejects.toThrow(words)
  await expect(read(bytes)).rejects.toThrow('保存类型选“Excel 工作簿（*.xlsx）”')
})

test.skipIf(!hasSamples).each([
  ['A-two-row-merged-header.xlsx', [], ['XA-1', 'XA-2']],
  ['B-filter-hides-3-rows.xlsx', ['第3、4、6行被筛选隐藏，共3行有内容'], undefined],
  ['D3-formula-no-value-only-optional.xlsx', ['（G2）：是公式', '（H2）：是公式'], undefined],
  [
    'G-chinese-dates.xlsx',
    [
      '（B6）：“26.3.5”不是有效日期：年份请写四位数',
      '（C6）：“26.3.5”不是有效日期：年份请写四位数',
      '（B13）：“3/5/2026”不是有效日期：看不懂这个日期，请写年、月、日，如 2026-03-05',
      '（C13）：“3/5/2026”不是有效日期：看不懂',
    ],
    undefined,
  ],
])('the sample %s', async (name, expected, numbers) => {
  const result = await read(readFileSync(sampleAt(`workbooks/${name}`)))
  expect(result.said).toHaveLength(expected.length)
  expected.forEach((words, index) => {
    expect(result.said[index]).toContain(words)
  })
  if (numbers) expect(result.numbers).toEqual(numbers)
})

test.each([
  ['金额（万元）', '万元'],
  ['金额(千元)', '千元'],
  ['金额（万）', '万'],
  ['金额（美元）', '美元'],
  ['金额 （ 百 万 元 ）', '百万元'],
])('amounts are kept in yuan: a head that says %s is refused, not read', async (title, unit) => {
  const named = row(1, ['票据号码', '收费项目', '收费日期', title])
  const { said, numbers } = await read(sheetFile([{ name: fees, xml: `<sheetData>${named}${entry(2)}</sheetData>` }]))
  expect(said.join()).toContain(`写明的单位是“${unit}”`)
  expect(numbers).toEqual([])
})

test('a line above the table may say the unit of all; yuan is taken', async () => {
  const titled = (line: string) =>
    read(
      sheetFile([
        {
          name: fees,
          xml: `<sheetData>${row(1, ['行政事业性收费台账'])}${row(2, ['', '', '', line])}${row(3, ['票据号码', '收费项目', '收费日期', '金额'])}${entry(4)}</sheetData>`,
        },
      ]),
    )
  expect((await titled('单位：万元')).said.join()).toContain('写明的单位是“万元”')
  expect(await titled('单位：元')).toEqual({ said: [], numbers: ['A4'] })
})
