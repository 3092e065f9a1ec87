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
})
