import { describe, expect, test } from 'vitest'
import { feeLevelOf, whyTooLarge } from './fee-level.ts'
import { type Finding, ofTheReport, unreadOf } from './finding.ts'
import { gatherFindings, hasErrors } from './finding-list.ts'

const aFinding = (changes: Partial<Finding> = {}): Finding => ({
  code: 'NOT_A_NUMBER',
  severity: 'error',
  about: 'reading',
  row: 'granted',
  message: '不是数字',
  ...changes,
})

describe('what could not be read', () => {
  test.for<[string, Partial<Finding>, string[]]>([
    ['a row', {}, ['granted']],
    [
      'the rows that a finding on a table names',
      { row: 'requests', rows: ['granted', 'denied'] },
      ['granted', 'denied'],
    ],
    ['what the report itself has wrong was read', { about: 'report' }, []],
    ['figures taken by their order stand', { code: 'READ_BY_ORDER' }, []],
    ['figures decoded by sums stand', { code: 'DECODED_BY_SUMS' }, []],
    ['a row that the form does not know takes nothing away', { code: 'EXTRA_ROW' }, []],
    ['that nothing was compared takes nothing away', { code: 'NOT_COMPARED' }, []],
  ])('%s', ([, changes, rows]) => expect([...unreadOf([aFinding(changes)])]).toEqual(rows))

  test('a finding without a row takes nothing away', () => {
    const { row: _, ...nowhere } = aFinding()
    expect(unreadOf([nowhere]).size).toBe(0)
  })
})

describe('each fault is told once', () => {
  const told = (...findings: Finding[]) => gatherFindings(findings).length
  test.for(['MIXED_FORMAT', 'OUTDATED_FORMAT', 'FEE_STATEMENT_MISSING'] as const)('%s, wherever it was seen', (code) =>
    expect(told(aFinding({ code }), aFinding({ code, row: 'other', message: '又' }))).toBe(1),
  )
  test('a part that is missing, by its part', () => {
    const [one, other] = [aFinding({ code: 'MISSING_SECTION' }), aFinding({ code: 'MISSING_SECTION', row: 'problems' })]
    expect(told(one, { ...one, message: '又' }, other)).toBe(2)
  })
  test('what has no place, by its words; what has one, by all of it', () => {
    const { row: _, ...nowhere } = aFinding()
    expect(told(nowhere, { ...nowhere, actual: 3 }, { ...nowhere, message: '又' })).toBe(2)
    expect(told(nowhere, { ...nowhere, code: 'NEGATIVE' })).toBe(2)
    for (const changes of [{ row: 'denied' }, { column: 'total' }, { actual: 3 }, { message: '又' }])
      expect(told(aFinding(), aFinding(changes), aFinding())).toBe(2)
  })
  test('errors come first, and only they keep a report back', () => {
    const order = (['note', 'warning', 'error'] as const).map((severity) => aFinding({ severity, message: severity }))
    expect(gatherFindings(order).map(({ severity }) => severity)).toEqual(['error', 'warning', 'note'])
    expect(hasErrors(order)).toBe(true)
    expect(hasErrors(order.slice(0, 2))).toBe(false)
  })
  test('what a check finds is the report’s', () => {
    const { about: _, ...fault } = aFinding()
    expect(ofTheReport(fault)).toEqual(aFinding({ about: 'report' }))
  })
})

describe('what an organ may plausibly collect in a year', () => {
  test.for([
    ['示例镇人民政府', 'township'],
    ['和平街道办事处', 'township'],
    ['示例镇财政所', 'cityDepartment'],
    ['示例省财政厅', 'province'],
    ['示例自治区人民政府', 'province'],
    ['上海市水务局', 'province'],
    ['上海市浦东新区水务局', 'countyDepartment'],
    ['示例省甲市水务局', 'cityDepartment'],
    ['示例县人民政府', 'county'],
    ['示例县政府办公室', 'county'],
    ['示例区管委会', 'county'],
    ['示例区管理委员会', 'county'],
    ['示例县水务局', 'countyDepartment'],
    ['甲市乙市水务局', 'countyDepartment'],
    ['示例区域合作局', 'cityDepartment'],
    ['示例市区划局', 'cityDepartment'],
    ['示例市人民政府', 'city'],
    ['示例市政府办公厅', 'city'],
    ['示例市政府采购局', 'cityDepartment'],
    ['示例州人民政府', 'city'],
    ['示例市水务局', 'cityDepartment'],
    ['人民政府', 'cityDepartment'],
    [null, 'cityDepartment'],
  ] as const)('%s: %s', ([organ, level]) => expect(feeLevelOf(organ)).toBe(level))

  test('more than that was probably entered in 元', () => {
    expect(whyTooLarge('示例镇人民政府', '10000')).toBeUndefined()
    expect(whyTooLarge('示例镇人民政府', '10000.01')).toContain('乡镇、街道')
    expect(whyTooLarge('示例镇人民政府', '很多')).toBeUndefined()
  })
})
