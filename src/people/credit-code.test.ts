import { describe, expect, test } from 'vitest'
import { creditCodeProblem } from './credit-code.ts'

describe('GB 32100', () => {
  const code = '91350100M000100Y43'

  test('the check character follows from the seventeen before it: any one that is wrong is found out', () => {
    expect(creditCodeProblem(code)).toBeUndefined()
    for (let place = 0; place < code.length; place += 1) {
      const other = code[place] === '7' ? '8' : '7'
      expect(creditCodeProblem(code.slice(0, place) + other + code.slice(place + 1)), `${place + 1}`).toContain(
        '校验码',
      )
    }
  })

  test('two neighbours that change places are found out', () => {
    expect(creditCodeProblem('19350100M000100Y43')).toContain('校验码')
    expect(creditCodeProblem('91350100M000100Y34')).toContain('校验码')
  })

  test('letters that are not used, wrong lengths and the old nine-place code are told apart', () => {
    expect(creditCodeProblem('9135010OM000100Y43')).toContain('I、O、S、V、Z')
    expect(creditCodeProblem('91350100M000100Y4')).toContain('现有17位')
    expect(creditCodeProblem('M000100Y-4')).toContain('组织机构代码')
  })

  test.for<[code: string, why: string]>([
    ['000000000000000000', '没有这样开头'],
    ['11230400MB1234560H', '组织机构代码'],
  ])('%s, whose own sum is right, is found out', ([code, why]) => {
    expect(creditCodeProblem(code)).toContain(why)
  })

  test('GB 11714: every inner code that does not follow from its eight signs is found out, whatever the outer sum', () => {
    const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const withSum = (text: string) => {
      const sum = weights.reduce((total, weight, at) => total + weight * signs.indexOf(text.charAt(at)), 0)
      return text + signs.charAt((31 - (sum % 31)) % 31)
    }
    expect(withSum(code.slice(0, 17))).toBe(code)
    for (const wrong of '0123567890X')
      expect(creditCodeProblem(withSum(`91350100M000100Y${wrong}`))).toContain('第9至17位')
    for (const beginning of ['01350100', '90350100', '91050100'])
      expect(creditCodeProblem(withSum(`${beginning}M000100Y4`))).toContain('没有这样开头')
  })

  test('codes in use are sound: of organs, companies and law firms', () => {
    for (const sound of ['11100000000013338W', '914403001922038216', '31110000E00017525U'])
      expect(creditCodeProblem(sound)).toBeUndefined()
  })
})
