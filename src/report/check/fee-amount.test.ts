import { describe, expect, test } from 'vitest'
import { declaredFormat } from '../declared-format.ts'
import type { SectionKey } from '../report.ts'
import { withSection } from '../testing/a-sound-report.ts'
import { feeAmountFindings } from './fee-amount.ts'

describe('fees are in 万元', () => {
  const found = (printed: string | null, text: string, id: SectionKey = 'overview', organ: string | null = null) => {
    const report = withSection(id, text)
    const proactive = { ...report.proactive, 'administrativeFees.amountWan': printed }
    return feeAmountFindings({ ...report, proactive, organ }, declaredFormat(report))
  }
  const where = '第二部分“行政事业性收费”行“本年收费金额（单位：万元）”列'
  test('the figure of the text in 元 is a unit mistaken', () => {
    expect(found('2510.50', '行政事业性收费总金额2510.5元。')).toEqual([
      {
        code: 'UNIT_SUSPECT',
        severity: 'warning',
        row: 'administrativeFees',
        column: 'amountWan',
        actual: '2510.50',
        message: `${where}填的是2510.50，正文写的是2510.5元；表中单位是万元，请换算后填写。`,
      },
    ])
  })
  test('another amount is told with both', () => {
    expect(found('12', '行政事业性收费共计3800万元。')).toEqual([
      {
        code: 'NARRATIVE_MISMATCH',
        severity: 'warning',
        row: 'administrativeFees',
        column: 'amountWan',
        expected: '12',
        actual: '3800万元',
        message: `正文“行政事业性收费共计3800万元”与${where}的12万元不一致，请核对。`,
      },
    ])
  })
  test.for<[string, string, SectionKey]>([
    ['0', '行政事业性收费300万元。', 'proactive'],
    ['12', '行政事业性收费25100000元。', 'otherMatters'],
    ['12', '行政事业性收费为:25.5万元。', 'overview'],
    ['12', '行政事业性收费金额12.34万元。', 'overview'],
    ['12.3456', '行政事业性收费5000元。', 'overview'],
    ['12', '行政事业性收费12万元。行政事业性收费总额为13.5万元。', 'overview'],
  ])('%s in the table, %s in the text', ([printed, text, id]) => {
    const [, second = ''] = text.split('。')
    const report = second === '' ? found(printed, text, id) : found(printed, second, id)
    expect(report.map(({ code }) => code)).toEqual(['NARRATIVE_MISMATCH'])
  })
  test('each paragraph is compared, not only the first', () => {
    const report = withSection('overview', '行政事业性收费12万元。', '加强收费管理。', '行政事业性收费13万元。')
    const proactive = { ...report.proactive, 'administrativeFees.amountWan': '12' }
    expect(feeAmountFindings({ ...report, proactive }, declaredFormat(report))).toMatchObject([{ actual: '13万元' }])
  })
  test.for<[string | null, string, SectionKey]>([
    ['0', '行政事业性收费6元。', 'overview'],
    ['12', '行政事业性收费12.00万元。', 'overview'],
    ['12.3456', '行政事业性收费123456元。', 'overview'],
    ['12.3456', '行政事业性收费12.3万元。', 'overview'],
    ['12', '《行政事业性收费13万元的通知》已公开。', 'overview'],
    ['12', '行政事业性收费13万元。', 'problems'],
    ['12', '行政事业性收费1234567890123万元。', 'overview'],
    ['12', '行政事业性收费13户。', 'overview'],
    [null, '行政事业性收费13万元。', 'overview'],
    ['-3', '行政事业性收费13万元。', 'overview'],
    ['不详', '行政事业性收费13万元。', 'overview'],
  ])('%s beside “%s” is no contradiction', ([printed, text, id]) => expect(found(printed, text, id)).toEqual([]))
  test('an amount beyond what the organ can collect was entered in 元', () => {
    expect(found('10001', '无。', 'overview', '示例镇人民政府')).toMatchObject([
      { code: 'UNIT_SUSPECT', actual: '10001', message: expect.stringContaining('填的是10001万元，乡镇、街道一年') },
    ])
    expect(found('10000', '无。', 'overview', '示例镇人民政府')).toEqual([])
    // Of an organ that is not named nobody can say.
    expect(found('10001', '无。')).toEqual([])
    expect(found('200001', '无。')).toEqual([])
  })
})
