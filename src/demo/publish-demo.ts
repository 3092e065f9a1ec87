import { nationalCalendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { confirmYear, showLedgerYear } from '../ledgers/years/actions.ts'
import { notKept } from '../ledgers/years/state.ts'
import { operatorActor } from '../organs/actor.ts'
import type { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'
import { listPublished } from '../report/store/published.ts'
import { demoReports } from './demo.ts'
import { publishAsSigned } from './publish-as-signed.ts'

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
    await inOrgan(db, organ.id, (tx) => answerForYear(tx, organ, year, publishedOn))
    const how = { publishedOn, calendarVersion: nationalCalendar.version, reason: null }
    await publishAsSigned(db, operatorActor(organ.id, publishedOn), organ, year, how)
  }
}

/** Somebody of the organ answers for what it did not do in the year. */
async function answerForYear(tx: Tx, organ: Organ, year: number, today: PlainDate): Promise<void> {
  const actor = { ...operatorActor(organ.id, today), name: `${organ.ogiWorkBody || organ.name}（演示）` }
  for (const { ledger } of notKept(await showLedgerYear(tx, organ, year)))
    await confirmYear(tx, actor, { ledger, year, words: '演示数据：已向各科室核实' })
}
