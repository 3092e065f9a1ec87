import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { readCell } from './cell.ts'
import type { Column } from './ledger.ts'
import type { RawCell } from './table.ts'

const today = plainDate('2026-02-01')
const columns = {
  text: { id: 'n', header: '编号', kind: 'text', maxLength: 20, required: true },
  number: { id: 'w', header: '文号', kind: 'text', isNumber: true, maxLength: 20 },
  prose: { id: 's', header: '概要', kind: 'text', prose: true, maxLength: 50 },
  link: { id: 'u', header: '网址', kind: 'text', isLink: true, maxLength: 100 },
  date: { id: 'd', header: '日期', kind: 'date', earliest: plainDate('2008-05-01') },
  future: { id: 'f', header: '施行日期', kind: 'date', mayBeFuture: true },
  money: { id: 'm', header: '金额', kind: 'money', wholeDigits: 10 },
  refund: { id: 'r', header: '金额', kind: 'money', wholeDigits: 12, mayBeNegative: true },
  choice: {
    id: 'c',
    header: '结果',
    kind: 'choice',
    choices: [
      { id: 'secret', label: '不予公开—属于国家秘密', aliases: ['属于国家秘密'] },
      { id: 'a', label: '甲—其他', aliases: ['其他'] },
      { id: 'b', label: '乙—其他', aliases: ['其他'] },
    ],
  },
} as const satisfies Record<string, Column>

const cases: [keyof typeof columns, RawCell, string | null][] = [
  ['number', ' 鹤政办发[2024]5号 ', '鹤政办发〔2024〕5号'],
  ['number', '鹤政复【2024】5号', '鹤政复〔2024〕5号'],
  ['number', '（2024）示01行初5号', '（2024）示01行初5号'],
  ['text', '鹤政办发[2024]5号', '鹤政办发[2024]5号'],
  ['date', '2024-3-5', '2024-03-05'],
  ['date', '2024/3/5', '2024-03-05'],
  ['date', '2024.3.5', '2024-03-05'],
  ['date', ' ２０２４年３月５日 ', '2024-03-05'],
  ['date', '2024-03-05 10:30:00', '2024-03-05'],
  ['date', 20240305, '2024-03-05'],
  ['date', 45356, '2024-03-05'],
  ['date', 45356.99, '2024-03-05'],
  ['date', '45356', '2024-03-05'],
  ['date', "'45356", '2024-03-05'],
  ['date', "'2024-03-05", '2024-03-05'],
  ['date', "'20240305", '2024-03-05'],
  ['date', '二○二四年三月五日', '2024-03-05'],
  ['date', '2024年3月5日（星期二）', '2024-03-05'],
  ['date', '2024/3/5 0:00', '2024-03-05'],
  ['date', '2024年3月5日10时30分', '2024-03-05'],
  ['date', new Date('2024-03-05T16:30:00Z'), '2024-03-05'],
  ['date', '', null],
  ['future', '2030-01-01', '2030-01-01'],
  ['money', '1,234.50', '1234.50'],
  ['money', '￥１２３４.5元', '1234.50'],
  ['money', 0.1 + 0.2, '0.30'],
  ['money', 0, '0.00'],
  ['money', '007.10', '7.10'],
  ['refund', '-12.3', '-12.30'],
  ['refund', -0, '0.00'],
  ['text', 202400012, '202400012'],
  ['text', "'0012", '0012'],
  ['text', '’0012', '0012'],
  ['text', '‘2024’年报告', '‘2024’年报告'],
  ['text', ' 依申请〔2024〕1号 ', '依申请〔2024〕1号'],
  ['text', '15202400012', '15202400012'],
  ['prose', '第一行\r\n第二行', '第一行\n第二行'],
  ['link', 'https://example.gov.cn/a.html', 'https://example.gov.cn/a.html'],
  ['choice', '不予公开——属于国家秘密 ', 'secret'],
  ['choice', '属于国家秘密', 'secret'],
]
test.for(cases)('%s: %s is read as %s', ([kind, cell, value]) => {
  expect(readCell(columns[kind], cell, { today })).toEqual({ value })
})

test('old Mac workbooks count days from 1904', () => {
  expect(readCell(columns.date, 43894, { today, date1904: true })).toEqual({ value: '2024-03-05' })
})

const refused: [keyof typeof columns, RawCell, string][] = [
  ['text', null, '必填，不能为空'],
  ['text', '  ', '必填，不能为空'],
  ['text', 1.2345678901234568e17, '只保留15位'],
  ['text', '1.23457E+17', '科学记数法'],
  ['text', new Date('2024-03-05'), '自动改成了日期'],
  ['text', true, '应填写文字'],
  ['text', '#N/A', '公式错误值'],
  ['text', 'x'.repeat(21), '最多20个字'],
  ['text', '编\ufffd号', '乱码'],
  ['text', '编\u0007号', '乱码'],
  ['text', '11010519491231002X', '请勿填写身份证号'],
  ['prose', '申请人１１０１０５１９４９１２３１００２Ｘ', '请勿填写身份证号'],
  ['prose', '联系电话 138 0013 8000', '请勿填写手机号'],
  ['link', 'javascript:alert(1)', '不是网址'],
  ['link', 'https://www.gov.cn@evil.example/', '用户名或者密码'],
  ['link', 'https://example.cn/\u202ecod', '改变文字方向'],
  ['date', '2024-2-30', '没有2024年2月30日这一天'],
  ['date', '24-3-5', '年份请写四位数，如 2026-03-05'],
  ['date', '240305', '年份请写四位数'],
  ['date', 240305, '把单元格设为日期格式，或者写成 2026-03-05'],
  ['date', 20240, '把单元格设为日期格式'],
  ['date', '20240', '把单元格设为日期格式'],
  ['date', 40305, '把单元格设为日期格式'],
  ['date', '2024-03-05T16:30:00Z', '看不懂'],
  ['date', '2024-3-1 8', '看不懂'],
  ['date', '2024-03-05 25:00', '看不懂'],
  ['date', '二〇二四年正月初五', '看不懂'],
  ['date', '2024年3月6日（周四）', '是星期三，不是星期四'],
  ['date', '2024年3月', '没有写完整'],
  ['date', 2024, '把单元格设为日期格式'],
  ['date', '3/5/2024', '不是有效日期'],
  ['date', '2026-02-02', '晚于今天'],
  ['date', Number.NaN, '把单元格设为日期格式'],
  ['date', new Date(Number.NaN), '把单元格设为日期格式'],
  ['future', '2206-03-05', '请核对年份'],
  ['date', '2007-12-31', '早于2008-05-01'],
  ['money', '1.2万', '以元为单位'],
  ['money', '12,34', '不是金额'],
  ['money', '1.005', '两位小数'],
  ['money', -1, '不能是负数'],
  ['money', '12345678901', '金额过大'],
  ['money', '免费', '不是金额'],
  ['choice', '其他', '请从下拉列表选择'],
  ['choice', '不公开', '请从下拉列表选择'],
]
test.for(refused)('%s: %s is refused: %s', ([kind, cell, reason]) => {
  expect(readCell(columns[kind], cell, { today })).toMatchObject({ reason: expect.stringContaining(reason) })
})

test('a number with a wrong check digit or an impossible birthday is no identity number', () => {
  for (const text of ['110105194912310021', '11010519491331002X'])
    expect(readCell(columns.text, text, { today })).toEqual({ value: text })
})
