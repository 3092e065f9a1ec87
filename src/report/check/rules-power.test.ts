import { describe, expect, test } from 'vitest'
import { declaredFormat } from '../declared-format.ts'
import type { AnnualReport } from '../report.ts'
import { aSoundReport, saying } from '../testing/a-sound-report.ts'
import { rulesPowerFindings, rulesPowerOf } from './rules-power.ts'

describe('who may make 规章', () => {
  test.for([
    ['北京市人民政府', 'has'],
    ['上海市政府', 'has'],
    ['新上海市人民政府', 'unknown'],
    ['示例省人民政府办公厅', 'has'],
    ['示例省政府', 'has'],
    ['示例自治区人民政府', 'has'],
    ['示例自治区政府办公厅', 'has'],
    ['示例省人民政府驻沪办事处', 'hasNot'],
    ['示例市政府办公厅', 'unknown'],
    ['示例市人民政府办公室', 'unknown'],
    ['示例市人民政府驻京办', 'hasNot'],
    ['甲市乙市人民政府', 'hasNot'],
    ['甲市乙市政府办公室', 'hasNot'],
    ['甲区市政府', 'unknown'],
    ['甲市乙市人民政府公报室', 'unknown'],
    ['示例旗政府', 'hasNot'],
    ['示例县政府办公室', 'hasNot'],
    ['示例苏木', 'hasNot'],
    ['和平街道办', 'hasNot'],
    ['示例镇人民政府办公室', 'hasNot'],
    ['示例镇联合社', 'unknown'],
    ['示例市档案局（示例市史志办）', 'hasNot'],
    ['国家税务总局（机关）', 'has'],
    [' 教育部 ', 'has'],
    ['中国气象局', 'has'],
    ['国务院国有资产监督管理委员会', 'has'],
    ['驻国务院办公室', 'probablyNot'],
    ['公安部门管理局', 'probablyNot'],
    ['市场发展中心', 'probablyNot'],
    ['中心医院', 'unknown'],
  ] as const)('%s: %s', ([organ, power]) => expect(rulesPowerOf(organ)).toBe(power))

  const withRules = (value: number | string, changes: Partial<AnnualReport> = {}) =>
    aSoundReport({ proactive: { 'rules.issuedThisYear': value, 'normativeDocuments.inForce': 1 }, ...changes })
  const found = (report: AnnualReport, canMakeRules?: boolean) =>
    rulesPowerFindings(report, declaredFormat(report), canMakeRules)

  test('each figure above nought is told with its cell and what it should be', () => {
    expect(found(withRules(1))).toEqual([
      {
        code: 'RULES_POWER',
        severity: 'error',
        row: 'rules',
        column: 'issuedThisYear',
        expected: 0,
        actual: 1,
        message:
          '第二部分“规章”行“本年制发件数”列填的是1，示例市档案局没有规章制定权，应为0；如系规范性文件，请填入规范性文件一行。',
      },
    ])
    expect(found(withRules(0))).toEqual([])
    expect(found(withRules('1'))).toEqual([])
  })
  test('the record of the organ decides, before its name', () => {
    expect(found(withRules(1, { organ: '教育部' }))).toEqual([])
    expect(found(withRules(1, { organ: '教育部' }), false)).toMatchObject([{ severity: 'error' }])
    expect(found(withRules(1), true)).toEqual([])
  })
  test.for([
    ['我局持续公开。', ['warning']],
    ['本局持续公开。', ['warning']],
    ['全县持续公开。', ['error']],
    ['本街道持续公开。', ['error']],
    ['持续公开。', []],
  ] as const)('an organ that is not named speaks of itself: %s', ([text, severities]) => {
    const report = saying(withRules(1, { organ: null }), text)
    expect(found(report).map(({ severity }) => severity)).toEqual(severities)
    for (const { message } of found(report)) expect(message).toContain('，本机关没有规章制定权')
  })
})
