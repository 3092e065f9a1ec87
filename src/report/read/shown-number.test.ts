import { describe, expect, test } from 'vitest'
import { writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'
import { readReport } from './read-report.ts'
import { shownNumber } from './shown-number.ts'

describe('a cell of a workbook is read as it is shown', () => {
  test.for<[number, string | undefined, string]>([
    [12.3456, '0.00', '12.35'],
    [12.3456, '0.00_ ', '12.35'],
    [12.3456, '0', '12'],
    [12.5, '#,##0', '13'],
    [12.3456, '#,##0.0', '12.3'],
    [1234.567, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1234.57'],
    [12.3456, '0.00;[Red]-0.00', '12.35'],
    [-12.3456, '0.00;-0.0', '-12.3'],
    [-0.004, '0.00', '0'],
    [1.005, '0.00', '1.01'],
    [0.004, '0.00', '0'],
    [1e-7, '0.00', '0'],
    [12.3, '0.00##', '12.3'],
    [12.3456, '0.00"件"', '12.35'],
    [12500, '#,##0"元"', '12500元'],
    [12500, '#,##0元', '12500元'],
    [12500.256, '0.00\\元', '12500.26元'],
    [12500, '0;-0"元"', '12500'],
    [12500, 'General"元"', '12500元'],
    [12.3456, '[$-804]0.00', '12.35'],
    [12.3456, 'General', '12.3456'],
    [12.3456, '@', '12.3456'],
    [12.3456, undefined, '12.3456'],
    [168, '0', '168'],
    [0.1 + 0.2, undefined, '0.3'],
  ])('%d in the format %s: %s', ([value, format, shown]) => expect(shownNumber(value, format)).toBe(shown))

  test.for([
    '0!.0,"万"',
    '0.00"万元"',
    '0"百元"',
    '0.00,',
    '0%',
    ';;;',
    '0"0"',
    '0\\0',
    '0.00E+00',
    '# ?/?',
    '[>100]0;0.00',
  ])('the format %s shows another number: no figure', (format) =>
    expect(shownNumber(12.3456, format)).toContain('显示格式不同'),
  )

  test('an amount and a count that show fewer decimals than they hold', async () => {
    const rows = [
      ['二、主动公开政府信息情况'],
      ['信息内容', '本年处理决定数量'],
      ['行政许可', 167.6],
      ['信息内容', '本年收费金额（单位：万元）'],
      ['行政事业性收费', 12.3456],
    ]
    const cells = new Map([
      ['2,1', { style: { numFmt: '0' } }],
      ['4,1', { style: { numFmt: '#,##0.00' } }],
    ])
    const bytes = await writeXlsx({ sheets: [{ name: '本年', rows, cells }] })
    const { report } = await readReport(bytes, 'x.xlsx')
    expect(report.proactive).toMatchObject({ 'licensing.decisions': 168, 'administrativeFees.amountWan': '12.35' })
  })

  test.for(['元', '万元', ''])('an amount shown with 元 is in 元 under the header %s', async (unit) => {
    const rows = [
      ['二、主动公开政府信息情况'],
      ['信息内容', `本年收费金额（单位：${unit}）`],
      ['行政事业性收费', 12500],
    ]
    const cells = new Map([['2,1', { style: { numFmt: '#,##0"元"' } }]])
    const bytes = await writeXlsx({ sheets: [{ name: '本年', rows, cells }] })
    const { report } = await readReport(bytes, 'x.xlsx')
    expect(report.proactive).toMatchObject({ 'administrativeFees.amountWan': '1.25' })
  })
})
