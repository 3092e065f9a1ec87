import { nationalCalendar } from '../../calendar/calendar.ts'
import type { Database } from '../../db/database.ts'
import * as organs from '../../organs/store.ts'
import { publishReport } from '../../report/actions.ts'
import { listPublished } from '../../report/store/published.ts'
import { demoReports } from './demo.ts'

/** Publishes the demo's annual reports that are not published yet, earlier years first, each by itself. */
export async function publishDemo(db: Database, say: (line: string) => void): Promise<void> {
  const { demo, published } = await db.transaction().execute(async (tx) => ({
    demo: (await organs.list(tx)).filter(({ isDemo }) => isDemo),
    published: await listPublished(tx),
  }))
  const missing = demoReports.flatMap((report) => {
    const organ = demo.find(({ slug }) => slug === report.slug)
    const isThere = published.some(({ organId, year }) => organId === organ?.id && year === report.year)
    return organ && !isThere ? [{ ...report, organ }] : []
  })
  if (missing.length === 0) return
  say(`正在生成并公布演示用的${missing.length}份年度报告……`)
  for (const { organ, year, publishedOn } of missing) {
    const how = { publishedOn, calendarVersion: nationalCalendar.version, reason: null }
    await publishReport(db, organ, year, how)
  }
}
