import { isWorkingDay, nationalCalendar } from '../../calendar/calendar.ts'
import { addDays, type PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { acceptFile } from '../../files/accept.ts'
import { keepReading } from '../../files/readings.ts'
import { addFile } from '../../files/store.ts'
import { noTraces } from '../../files/traces/traces.ts'
import type { Organ } from '../../organs/organ.ts'
import * as staff from '../../organs/staff/store.ts'
import * as organs from '../../organs/store.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import { foldHistory } from '../../requests/history.ts'
import { channelOf } from '../../requests/request-channel.ts'
import * as requests from '../../requests/store/requests.ts'
import { type Ago, type LiveCase, liveCases } from './cases.ts'
import { tellDecisions } from './decisions.ts'
import { tellFilings } from './filings.ts'
import { addOffice, type DemoOffice } from './office.ts'
import { tellPlatform } from './platform.ts'
import { tellRecords } from './records.ts'
import { tellRemedies } from './remedies.ts'
import { nameRemedies } from './remedy-names.ts'

/** The demo organs that have a staffed office and live requests. */
export const staffedOrgans = ['hegang-ysj', 'shili-zjj'] as const

/** The demo's office that receives the reports of others: it has people and no cases. */
export const receivingOrgan = 'shili-gov'

/** Staff and live requests of the demo, told as of `today`; nothing where they are already. */
export async function loadLiveDemo(db: Database, today: PlainDate, say: (line: string) => void): Promise<void> {
  const all = await db.transaction().execute(organs.list)
  for (const organ of all.filter(({ slug, isDemo }) => isDemo && staffedOrgans.some((each) => each === slug))) {
    await inOrgan(db, organ.id, async (tx) => {
      if ((await staff.list(tx, organ.id)).length > 0) return
      say(`正在装入${organ.name}的演示人员、在办申请和公开信息……`)
      const office = await addOffice(tx, organ)
      const ago = agoFrom(today)
      await nameRemedies(tx, organ, office.actor('systemAdmin', ago(60)))
      for (const each of inOrderOfArrival) await tell(tx, organ, office, ago, each)
      await tellRecords(tx, organ, office, ago)
      await tellDecisions(tx, organ, office, ago)
      await tellPlatform(tx, organ, office, ago)
      await tellRemedies(tx, organ, office, ago)
    })
  }
  const office = all.find(({ slug, isDemo }) => isDemo && slug === receivingOrgan)
  if (office) await loadReceiving(db, office, all, say)
}

async function loadReceiving(
  db: Database,
  office: Organ,
  all: readonly Organ[],
  say: (line: string) => void,
): Promise<void> {
  const isNew = await inOrgan(db, office.id, async (tx) => {
    if ((await staff.list(tx, office.id)).length > 0) return false
    await addOffice(tx, office)
    return true
  })
  if (!isNew) return
  say(`正在装入${office.name}收到的年度报告……`)
  await tellFilings(
    db,
    office,
    all.filter(({ parentId }) => parentId === office.id),
  )
}

const inOrderOfArrival = [...liveCases].sort((a, b) => b.ago - a.ago)

/** Counts working days back from today, or from the last one when today is none. */
export function agoFrom(today: PlainDate): Ago {
  return (count) => {
    let day = today
    let left = count
    while (!isWorkingDay(nationalCalendar, day)) day = addDays(day, -1)
    while (left !== 0) {
      day = addDays(day, Math.sign(-left))
      if (isWorkingDay(nationalCalendar, day)) left -= Math.sign(left)
    }
    return day
  }
}

/** Plays a request day by day through the same actions that people use. */
async function tell(tx: Tx, organ: Organ, office: DemoOffice, ago: Ago, told: LiveCase): Promise<void> {
  const arrivedOn = ago(told.ago)
  const clerk = office.actor('clerk', arrivedOn)
  const [registered] = await registerIntake(tx, clerk, {
    channel: told.channel,
    arrivedOn,
    applicant: told.applicant,
    pieces: [told.asked],
    confirmation: null,
    receivedOn: channelOf(told.channel).needsConfirmation ? null : arrivedOn,
    formWanted: told.route === 'online' || told.route === 'email' ? 'electronic' : 'paper',
    routeWanted: told.route ?? 'mail',
    assistance: told.assistance ?? '',
    files: [],
    ...(told.onBehalf ? { onBehalf: told.onBehalf } : {}),
  })
  if (!registered) return
  const { id } = registered.request
  for (const { ago: count, by, step, input, file } of told.acts) {
    const { events } = await requests.get(tx, organ.id, id)
    const { draft, waiting, service } = foldHistory(events)
    const hash = draft?.hash ?? ''
    const [up] = waiting
    const letter = up ? { draft: up.seq, hash: up.hash } : null
    const fileIds = file ? [await addText(tx, organ.id, file)] : []
    const unserved = service.find(({ attempts }) => attempts.length === 0)?.of ?? 0
    const attempt = service.flatMap(({ attempts }) => attempts).find(({ result }) => result === null)?.id ?? 0
    const served = { unserved, attempt }
    const typed = input({ ago, hash, me: office.clerkId, unit: office.unitId, fileIds, letter, ...served })
    await takeStep(tx, office.actor(by, ago(count)), id, step, typed)
  }
}

/** A plain text with its look, which is otherwise made outside of the transaction. */
async function addText(tx: Tx, organId: number, { name, text }: { name: string; text: string }): Promise<string> {
  const { id } = await addFile(tx, organId, await acceptFile(name, Buffer.from(text)), 1)
  await keepReading(tx, organId, id, { words: text, traces: { ...noTraces, text } })
  return id
}
