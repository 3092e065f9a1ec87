import { expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { compileAndCheck } from '../../src/report/actions.ts'
import {
  answerQuestions,
  assign,
  expectStatus,
  issue,
  openCase,
  openOffice,
  partOf,
  register,
  sendUp,
} from './console.ts'

const office = await openOffice()

/** Part 三 of the report on that year, as `report compile` computes it. */
const requestsOf = async (year: number) => {
  const { report } = await inOrgan(office.db, office.organ().id, (tx) =>
    compileAndCheck(tx, office.organ(), year, plainDate(`${year + 1}-01-10`)),
  )
  return (row: string) => report.requests[row]?.naturalPerson
}

test('received in December and answered in January: carried forward in the one report, carried over and answered in the next', async () => {
  office.dawn('2026-12-21')
  const page = await office.signIn('wang')
  const number = await register(page, { what: '2026年国民经济和社会发展统计公报编制方案' })
  await assign(page, '王秀兰')
  expect((await requestsOf(2026))('newReceived')).toBe(1)

  office.dawn('2027-01-08')
  const clerk = await office.signIn('wang')
  await openCase(clerk, number)
  await answerQuestions(clerk, [
    '内容明确、材料齐全',
    '是政府信息公开申请',
    '由本机关负责公开',
    '有现成的信息',
    '可以全部公开',
    /^提供该信息/,
  ])
  await clerk.getByLabel('告知申请人的内容').fill('现将编制方案复印件随本答复提供。')
  await sendUp(clerk)
  await office.approve(number)
  const sender = await office.signIn('wang')
  await openCase(sender, number)
  await issue(sender)
  await expectStatus(sender, '已办结')
  expect(await partOf(sender, '计入年度报告')).toContain('2027年度')

  const [old, next] = [await requestsOf(2026), await requestsOf(2027)]
  const rows = ['newReceived', 'carriedOver', 'granted', 'resultsTotal', 'carriedForward']
  expect(rows.map(old)).toEqual([1, 0, 0, 0, 1])
  expect(rows.map(next)).toEqual([0, 1, 1, 1, 0])
  expect(await office.recordsIn(2026, 'carriedForward')).toEqual([number])
  for (const row of ['carriedOver', 'granted']) expect(await office.recordsIn(2027, row), row).toEqual([number])
})
