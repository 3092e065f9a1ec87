import { plainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { enterAsSigned } from '../../demo/publish-as-signed.ts'
import { operatorActor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { letterheadOf, writeForms } from '../../report/forms.ts'
import type { AnnualReport } from '../../report/report.ts'
import type { FileForm } from '../../report/store/published.ts'
import { aReport } from '../../report/testing/a-report.ts'

export const siteCode = '2399990001'
export const correction = '补登一件漏计的政府信息公开申请，同步更正第三部分合计。'

/** An invented city: its government, its statistics bureau with contact, and a bureau that has published nothing. */
export async function addCity(db: Database): Promise<{ government: Organ; statistics: Organ; archives: Organ }> {
  return inActs(db, async (tx) => {
    const government = await organs.add(
      tx,
      anOrgan({ slug: 'shili', name: '示例市人民政府', kind: 'government', canMakeRules: true, siteCode }),
    )
    const statistics = await organs.add(
      tx,
      anOrgan({
        slug: 'shili-tjj',
        name: '示例市统计局',
        parentId: government.id,
        ogiWorkBody: '示例市统计局办公室',
        address: '示例市人民路1号',
        postcode: '000000',
        phone: '0000-1234567',
        email: 'gk@tjj.example.cn',
      }),
    )
    const archives = await organs.add(
      tx,
      anOrgan({ slug: 'shili-daj', name: '示例市档案局', parentId: government.id, phone: '0000-7654321' }),
    )
    return { government, statistics, archives }
  })
}

export const reportOf = (organ: Organ, year: number): AnnualReport => {
  const report = aReport({ format: year < 2021 ? '2019' : '2021', organ: organ.name, year, title: null })
  report.requests.newReceived = { ...report.requests.newReceived, total: (year % 10) * 13 }
  return report
}

interface Publication {
  readonly report?: AnnualReport
  readonly files?: ReadonlyMap<FileForm, Uint8Array>
  readonly reason?: string | null
  readonly publishedOn?: string
}

/** Publishes an invented report on `year`, in every form unless `files` says otherwise. */
export async function publish(db: Database, organ: Organ, year: number, how: Publication = {}): Promise<void> {
  const publishedOn = plainDate(how.publishedOn ?? `${year + 1}-01-20`)
  const report = how.report ?? reportOf(organ, year)
  const files = how.files ?? (await writeForms(report, letterheadOf(organ, publishedOn)))
  const snapshot = { report, countedOn: publishedOn, calendarVersion: 'test', behind: {}, findings: [] }
  const reason = how.reason ?? null
  await inOrgan(db, organ.id, (tx) =>
    enterAsSigned(tx, operatorActor(organ.id, publishedOn), organ, snapshot, { publishedOn, reason, files }),
  )
}
