import { afterAll } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inActs } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import type { AnnualReport } from '../../report/report.ts'
import { addCity, correction, publish, reportOf } from './a-published-site.ts'

export const origin = 'https://www.shili.example'
/** Departments are due with the report on 2025, the government is not. */
export const today = '2026-03-05'
/** None. */
export const files = new Map()

/** The report of an organ with this total of new requests; null: it does not state any. */
function withTotal(organ: Organ, year: number, total: number | null): AnnualReport {
  const report = reportOf(organ, year)
  report.requests.newReceived = total === null ? {} : { total }
  return report
}

/**
 * An invented city on whose report on 2024 its organs stand in every way: the government in time on its last day, statistics in time
 * and corrected, education a day late, archives not at all; of two townships one has published.
 */
export async function aYearOfReports() {
  const { db, owner, url } = await testDatabase()
  const { government, statistics, archives } = await addCity(db)
  const more = (slug: string, name: string, kind: Organ['kind']) =>
    inActs(db, (tx) => organs.add(tx, anOrgan({ slug, name, kind, parentId: government.id })))
  const education = await more('shili-jyj', '示例市教育局', 'department')
  const street = await more('shili-jd', '示例市人民路街道办事处', 'township')
  const town = await more('shili-zhen', '示例市开诚镇人民政府', 'township')
  await publish(db, statistics, 2020, { files })
  await publish(db, statistics, 2024)
  const corrected = { reason: correction, publishedOn: '2025-03-06', files, report: withTotal(statistics, 2024, 53) }
  await publish(db, statistics, 2024, corrected)
  await publish(db, education, 2024, { files, publishedOn: '2025-02-01', report: withTotal(education, 2024, null) })
  await publish(db, government, 2024, { files, publishedOn: '2025-03-31', report: withTotal(government, 2024, 200) })
  await publish(db, town, 2024, { files, publishedOn: '2025-10-01', report: withTotal(town, 2024, 0) })
  await publish(db, education, 2025, { files, publishedOn: '2026-01-31' })

  /** A server that has nothing in memory yet. */
  const anApp = async (day = today) => {
    const app = await buildApp({ db, url }, { KAICHENG_ORIGIN: origin, KAICHENG_TODAY: day })
    afterAll(() => app.close())
    await app.ready()
    return (path: string, headers: Record<string, string> = {}) =>
      app.inject({ url: path, headers: { host: '127.0.0.1', ...headers } })
  }
  const get = await anApp()
  const page = async (path: string) => (await get(path)).body
  return { db, owner, url, government, statistics, archives, education, street, town, anApp, get, page }
}

/** What a page says, without its head. */
export const plain = (body: string): string =>
  body
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

/** What a list or a table says of an organ. */
export function rowOf(body: string, { name }: Organ, tag: 'li' | 'tr'): string {
  const rows = body.split(`<${tag}`).map((part) => part.split(`</${tag}>`)[0] ?? '')
  return plain(rows.findLast((row) => row.includes(`>${name}<`)) ?? '')
    .replace(/^>/, '')
    .trim()
}

/** The words of the bars. */
export function drawn(body: string): (string | undefined)[] {
  const [, drawing = ''] = /<svg class="bars"([\s\S]*?)<\/svg>/.exec(body) ?? []
  return [...drawing.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
}
