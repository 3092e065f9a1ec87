import { expect, test } from 'vitest'
import { withoutRadicals } from './radicals.ts'

test('radicals that a PDF names for characters are read as these; all else stays, sign for sign', () => {
  expect(withoutRadicals('⼀、总体情况：⻓春市⺠政局⾏政处罚⼗件')).toBe('一、总体情况：长春市民政局行政处罚十件')
  expect(withoutRadicals('⻘年⻋站⻛险⻚码①㈠ｱ')).toBe('青年车站风险页码①㈠ｱ')
})
