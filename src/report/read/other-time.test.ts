import { describe, expect, test } from 'vitest'
import { isOtherTime, lastTimeIn, namesTime, type Time, timeNamed, timeOfCaption } from './other-time.ts'

describe('words that name another time than the report’s year', () => {
  test.for<[string, Time | undefined]>([
    ['2023年', 2023],
    ['2023年度', 2023],
    ['2023度', 2023],
    ['上年', 'another'],
    ['上一年度', 'another'],
    ['上年同期', 'another'],
    ['往年', 'another'],
    ['累计', 'another'],
    ['同比', 'another'],
    ['本年', undefined],
    ['2023', undefined],
    ['上年结转', undefined],
    ['较去年增加2件', undefined],
  ])('a cell: %s', ([words, time]) => expect(timeNamed(words)).toBe(time))

  test.for<[string, Time | undefined]>([
    ['2023年度情况', 2023],
    ['表二2023年度数据统计', 2023],
    ['2023年', 2023],
    ['上年度情况', 'another'],
    ['附表上一年度数据统计表', 'another'],
    ['统计时间2023年1月20日', undefined],
    ['2023年1月20日', undefined],
    ['上年结转政府信息公开申请数量', undefined],
    ['上一年项目数量', undefined],
  ])('a caption: %s', ([words, time]) => expect(timeOfCaption(words)).toBe(time))

  test.for<[string, Time | undefined]>([
    ['2023年与2024年', 2024],
    ['2024 年 上年', 'another'],
    ['结转下年度继续办理', undefined],
  ])('running words, the last: %s', ([words, time]) => expect(lastTimeIn(words)).toBe(time))

  test('a header of 2019 names none, though it says 上一年; one with a year of its own does', () => {
    expect(namesTime('上一年项目数量')).toBe(false)
    expect(['上年处理决定数量', '往年处理决定数量', '2024年处理决定数量'].filter(namesTime)).toHaveLength(3)
  })

  test('every time is another where the report’s year is not known', () => {
    expect([isOtherTime(2024, 2024), isOtherTime(2023, 2024), isOtherTime('another', 2024)]).toEqual([
      false,
      true,
      true,
    ])
    expect([isOtherTime(2024, null), isOtherTime(undefined, null)]).toEqual([true, false])
  })
})
