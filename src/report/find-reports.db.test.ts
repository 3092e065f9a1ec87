import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { testDatabase } from '../db/testing/database.ts'
import { search } from '../portal/search/store/found.ts'
import { addCity, correction, publish } from '../portal/testing/a-published-site.ts'
import { readQuery } from '../search/query.ts'
import { findReports } from './find-reports.ts'

const { db } = await testDatabase()
const { statistics } = await addCity(db)
const noFiles = { files: new Map() }
const look = async (typed: string) =>
  (await search(db, { query: readQuery(typed), filter: {}, today: plainDate('2026-11-24'), offset: 0, limit: 20 })).hits

test('a published report is found by its title and text, each year once, as its newest revision', async () => {
  await publish(db, statistics, 2023, noFiles)
  await publish(db, statistics, 2024, noFiles)
  await findReports(db, statistics.id)
  expect((await look('政府信息公开工作年度报告')).map(({ title }) => title)).toEqual([
    '示例市统计局2024年政府信息公开工作年度报告',
    '示例市统计局2023年政府信息公开工作年度报告',
  ])
  expect((await look('收到和处理政府信息公开申请'))[0]).toMatchObject({
    kind: 'report',
    part: 2024,
    day: '2025-01-20',
    organId: statistics.id,
  })

  await publish(db, statistics, 2024, { ...noFiles, reason: correction, publishedOn: '2025-03-05' })
  // What stands no longer is not found meanwhile.
  const ofThatYear = async () =>
    (await look('2024年政府信息公开工作年度报告')).flatMap((hit) =>
      hit.kind === 'report' && hit.part === 2024 ? [hit] : [],
    )
  expect(await ofThatYear()).toEqual([])
  await findReports(db, statistics.id)
  expect(await ofThatYear()).toMatchObject([{ part: 2024, day: '2025-03-05' }])
})
