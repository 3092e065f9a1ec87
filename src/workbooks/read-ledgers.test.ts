import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ledgers } from '../app/kept-ledgers.ts'
import { addDays, plainDate } from '../days/plain-date.ts'
import type { Column, Ledger, Values } from './ledger.ts'
import { describeProblem } from './problem.ts'
import { readLedgers } from './read-ledgers.ts'
import type { RawCell } from './table.ts'
import { writeWorkbook } from './workbook.ts'
import { writeXlsx } from './xlsx/write-xlsx.ts'

const today = plainDate('2026-02-01')
const read = (bytes: Uint8Array, name = 'x.xlsx', sheet?: string) => readLedgers(ledgers, bytes, name, { today, sheet })
const fees = async (...rows: RawCell[][]) => {
  const { problems } = await read(await writeXlsx({ sheets: [{ name: '行政事业性收费', rows }] }))
  return problems.list.map(describeProblem)
}
const head = ['序号', '票据号码', '收费项目', '收费日期', '金额（元）']

/** Single characters that survive trimming and the joining of spaces, with what XML and Excel find special. */
const text = (column: Column & { kind: 'text' }) =>
  column.isLink
    ? fc.webUrl().filter((url) => url.length < 900)
    : fc
        .array(fc.constantFrom(...'甲乙〔〕（）0aA&<>"\'=+-@_x0041_，。 𠮷'), { minLength: 1, maxLength: 20 })
        .map((chars) => chars.join('').replace(/ +/g, ' ').trim())
        // The mark of a text before a number is no part of it.
        .filter((value) => value !== '' && !/^'[0-9A-Za-z-]+$/.test(value))

const dayBefore = fc.integer({ min: 0, max: 6000 }).map((count) => addDays(plainDate('2009-01-01'), count))

function cellOf(column: Column): fc.Arbitrary<string> {
  switch (column.kind) {
    case 'text':
      return text(column)
    case 'date':
      return dayBefore
    case 'money':
      return fc
        .integer({ min: column.mayBeNegative ? -99_999_999_999 : 0, max: 99_999_999_999 })
        .map((cents) => (cents / 100).toFixed(2))
    case 'choice':
      return fc.constantFrom(...column.choices.map(({ id }) => id))
  }
}

const isSound = (ledger: Ledger, row: Values) => !ledger.rules.some((rule) => rule.broken(row))

const withRequiredOnly = (ledger: Ledger, row: Values): Values =>
  Object.fromEntries(ledger.columns.map(({ id, required }) => [id, required ? (row[id] ?? null) : null]))

/** The days in the order of the columns, which is that of the law: otherwise hardly a row would obey the rules. */
function inOrder(ledger: Ledger, row: Values): Values {
  const given = ledger.columns.filter(({ id, kind }) => kind === 'date' && row[id] !== null).map(({ id }) => id)
  const days = given.map((id) => row[id] ?? null).sort()
  return { ...row, ...Object.fromEntries(given.map((id, index) => [id, days[index] ?? null])) }
}

const rowsOf = (ledger: Ledger): fc.Arbitrary<Values[]> =>
  fc
    .array(
      fc.record(
        Object.fromEntries(
          ledger.columns.map((column) => [
            column.id,
            column.required ? cellOf(column) : fc.option(cellOf(column), { nil: null }),
          ]),
        ),
      ),
      { maxLength: 200 },
    )
    .map((rows) => {
      const sound = rows
        .map((row) => inOrder(ledger, row))
        .map((row) => (isSound(ledger, row) ? row : withRequiredOnly(ledger, row)))
        .filter((row) => isSound(ledger, row))
      const key = (row: Values) => ledger.key.map((id) => row[id]?.replace(/^0+(?=\d+$)/, '')).join(' ')
      return [...new Map(sound.map((row) => [key(row), row])).values()]
    })

test.for(ledgers)('any rows of $sheet that we write, we read back the same, as entries too', async (ledger) => {
  await fc.assert(
    fc.asyncProperty(rowsOf(ledger), async (rows) => {
      const file = await read(await writeWorkbook([{ ledger, rows }], { isTemplate: false }))
      expect(file.problems.list).toEqual([])
      const values = (file.rows.get(ledger.id) ?? []).map((row) => row.values)
      expect(values).toEqual(rows)
      for (const row of values) {
        const entry = ledger.toEntry(row)
        expect(ledger.toEntry(ledger.toValues(entry))).toEqual(entry)
      }
    }),
    { numRuns: 15 },
  )
})

test.for(ledgers)('the example row of $sheet obeys its own rules', ({ columns, rules }) => {
  const example = Object.fromEntries(columns.map(({ id, example = null }) => [id, example]))
  expect(columns.filter(({ id, required }) => required && example[id] === null)).toEqual([])
  expect(rules.filter((rule) => rule.broken(example))).toEqual([])
})

test('every bad cell is named, and a repeated number with both rows', async () => {
  const rows = [
    ['', 'A1', '考务费', '2025-13-01', '1.234'],
    ['', 'A2', '', '2025-01-01', 5],
    ['', 'A2', '考务费', '2025-01-01', 5],
  ]
  expect(await fees(head, ...rows)).toEqual([
    '行政事业性收费，第2行，“收费日期”（D2）：“2025-13-01”不是有效日期：没有2025年13月1日这一天，请核对',
    '行政事业性收费，第2行，“金额（元）”（E2）：金额最多两位小数',
    '行政事业性收费，第3行，“收费项目”（C3）：必填，不能为空',
    '行政事业性收费，第4行，“票据号码”：与第3行重复',
  ])
})

test('a missing, a repeated and an unknown column are named; nothing is lost in silence', async () => {
  expect(
    await fees(['票据号码', '收费项目', '收费项目', '收费日期', '收费金额合计'], ['A1', '甲', '乙', '2025-01-01', 5]),
  ).toEqual([
    '行政事业性收费，第1行，“金额（元）”：缺少这一列',
    '行政事业性收费，第1行，“收费项目”（C1）：这一列出现了两次',
    '行政事业性收费，第1行，“收费金额合计”（E1）：台账没有这一列，请删除这一列，或改为：金额（元）',
  ])
})

test('real data under the mark of the example are not passed over in silence', async () => {
  expect(await fees(head, ['示例', 'A1', '考务费', '2025-01-01', 5])).toEqual([
    '行政事业性收费，第2行，“序号”（A2）：标为“示例”但内容已改动；如是真实数据，请把“示例”改为序号，否则请删除这一行',
  ])
})

test('blank rows and rows with nothing but a running number are no rows', async () => {
  expect(await fees(head, ['1'], [], ['', '', ' '])).toEqual([])
})

test('a file without any ledger says which sheets there should be', async () => {
  const { problems, skipped } = await read(await writeXlsx({ sheets: [{ name: '表1', rows: [['甲']] }] }))
  expect(skipped).toEqual(['表1'])
  expect(problems.list[0]?.reason).toContain('没有找到台账。工作表名称应为：政府信息公开申请')
})

test('one number with and without its noughts is asked about, and with the mark of a text is itself', async () => {
  const rows: RawCell[][] = ['0012', 12, "'0012"].map((number) => [null, number, '考务费', '2025-01-01', 5])
  const said = await fees(head, ...rows)
  expect(said).toHaveLength(2)
  expect(said[0]).toContain('第3行，“票据号码”：与第2行只差号码前面的零')
  expect(said[1]).toContain('第4行，“票据号码”：与第2行重复')
})

test.each([
  ['a title with commas', '某局,2025年度,行政事业性收费,单位：元,共1条\n', ','],
  ['a title with more commas than semicolons below', '某局,2025年度,收费台账,单位：元,共,1,条\n', ';'],
  ['two titles', '收费台账，2025年度，单位：元\n填报单位：某局，填报人：张三\n\n', ','],
  ['nothing above', '', '，'],
  ['a quoted title over two lines', '"收费台账,2025\n(单位,元)"\n', '\t'],
  ['its own word for it', 'sep=|\n', '|'],
])('a csv with %s above its head is read', async (_, above, sign) => {
  const rows = [
    ['票据号码', '收费项目', '收费日期', '金额（元）'],
    ['A1', '考务费', '2025-01-02', sign === ',' ? '"1,234.50"' : '1,234.50'],
    ['A2', '工本费', '二○二五年一月三日', '5'],
  ]
  const csv = above + rows.map((row) => row.join(sign)).join('\r\n')
  const { rows: found, problems } = await read(Buffer.from(csv), 'x.csv', '行政事业性收费')
  expect(problems.list).toEqual([])
  expect(found.get('administrativeFees')?.map(({ values }) => [values.receiptNumber, values.amount])).toEqual([
    ['A1', '1234.50'],
    ['A2', '5.00'],
  ])
})

test('a csv that only --sheet tells, with semicolons and old code', async () => {
  const csv = '\ufeff渠道类型;渠道名称\n微信;"某市;文旅"\n'
  const file = await read(Buffer.from(csv, 'utf16le'), 'x.csv', '发布渠道')
  expect(file.rows.get('channels')?.map(({ values }) => values)).toEqual([{ kind: 'wechat', name: '某市;文旅' }])
})

test.for([
  ['an empty file', new Uint8Array(), '文件是空的'],
  ['an old or locked workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), '另存为不加密码的 .xlsx'],
  ['a broken workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 5), '文件已损坏'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0), '既不是 .xlsx 工作簿'],
] as const)('%s cannot be read', async ([, bytes, reason]) => {
  await expect(read(bytes)).rejects.toThrow(reason)
})
