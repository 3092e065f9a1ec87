import * as channels from '../channels/store/ledger.ts'
import { type PlainDate, plainDate } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { enterOrgan, inActs } from '../db/organ.ts'
import * as ledgers from '../ledgers/store.ts'
import * as organs from '../organs/store.ts'
import { openPlatform } from '../platform/columns/standing.ts'
import type { Remedy } from '../remedies/remedy.ts'
import * as remedies from '../remedies/store.ts'
import * as requests from '../requests/store/ledger.ts'
import { bureau, bureauChannel, bureauPublications } from './bureau.ts'
import { cityOrgan, departments, government } from './city.ts'
import { decisionsOf, feesOf } from './decisions.ts'
import { noteDemoImports } from './demo-imports.ts'
import { rulesPlan } from './departments/government.ts'
import { documentPlan, documentsOf } from './documents.ts'
import { firstDay, officeDayAt, placeOf } from './office-days.ts'
import type { Profile } from './profile.ts'
import { publicationsOf } from './publications.ts'
import { coDefendantCases, remediesOf } from './remedies.ts'
import { requestsOf } from './requests.ts'

/** The annual reports that the demo publishes: on working days in January, before the 31st (art. 49). */
export const demoReports: readonly { slug: string; year: number; publishedOn: PlainDate }[] = [
  { slug: bureau.slug, year: 2024, publishedOn: plainDate('2025-01-21') },
  ...departments.flatMap(({ slug }, place) =>
    [2023, 2024, 2025].map((year) => ({
      slug,
      year,
      publishedOn: officeDayAt(placeOf(plainDate(`${year + 1}-01-15`)) + (place % 8)),
    })),
  ),
]

/** The sample bureau and the invented city with their ledgers, all or nothing; nothing where any organ is registered: a real bureau never meets the demo. */
export async function loadDemo(db: Database, say: (line: string) => void): Promise<void> {
  await inActs(db, async (tx) => {
    if ((await organs.list(tx)).length > 0) return
    say('正在装入演示数据（鹤岗市营商环境建设监督局样例和虚构的示例市）……')
    await loadBureau(tx)
    await loadCity(tx)
    say(`演示数据已装入：${departments.length + 2}个机关的台账。`)
  })
}

async function loadBureau(tx: Tx): Promise<void> {
  const { id } = await organs.add(tx, bureau)
  await enterOrgan(tx, id)
  await openPlatform(tx, id, firstDay)
  await channels.saveChannels(tx, id, [bureauChannel])
  await channels.savePublications(tx, id, bureauPublications())
  await noteDemoImports(tx, id)
}

async function loadCity(tx: Tx): Promise<void> {
  const { id } = await organs.add(tx, cityOrgan(government, 0, null))
  const coDefendant: Remedy[] = []
  for (const [index, profile] of departments.entries()) {
    const place = index + 1
    const department = await organs.add(tx, cityOrgan(profile, place, id))
    coDefendant.push(...coDefendantCases(await fill(tx, department.id, profile, place, '示政复')))
  }
  // The government's own answers are reviewed by the province.
  await fill(tx, id, government, 0, '例省政复')
  await remedies.saveAll(tx, id, coDefendant)
  await ledgers.saveNormativeDocuments(tx, id, documentsOf(rulesPlan))
}

/** Saves all ledgers of one organ; answers with its cases, which concern the government too. */
async function fill(tx: Tx, organId: number, profile: Profile, place: number, reviewer: string): Promise<Remedy[]> {
  await enterOrgan(tx, organId)
  await openPlatform(tx, organId, firstDay)
  const asked = requestsOf(profile)
  const plan = { seed: `${profile.slug}/remedies`, place, organs: departments.length + 1, reviewer }
  const cases = remediesOf(plan, asked)
  await requests.saveAll(tx, organId, asked)
  await remedies.saveAll(tx, organId, cases)
  await ledgers.saveNormativeDocuments(tx, organId, documentsOf(documentPlan(profile)))
  await ledgers.saveAdministrativeDecisions(tx, organId, decisionsOf(profile))
  await ledgers.saveAdministrativeFees(tx, organId, feesOf(profile))
  await channels.saveChannels(
    tx,
    organId,
    profile.channels.map(({ kind, name }) => ({ kind, name })),
  )
  await channels.savePublications(tx, organId, publicationsOf(profile))
  await noteDemoImports(tx, organId)
  return cases
}
