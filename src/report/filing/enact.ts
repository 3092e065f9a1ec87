import { record as audit } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import { queueMail } from '../../mail/outbox.ts'
import { type Actor, systemActor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { setTurns } from '../../review/turns/actions.ts'
import { refoldPublished } from '../draft/prepare.ts'
import type { AnnualReport } from '../report.ts'
import { type Filer, filingDue } from './filer.ts'
import { foldFiling } from './filing.ts'
import type { EventActor, NewEvent } from './filing-event.ts'
import { localDays } from './settings.ts'
import * as filers from './store/filers.ts'
import * as filings from './store/filings.ts'
import type { OfficeMatter } from './take.ts'
import { filerTurns, officeTurns } from './turns.ts'

/** Who acts, as the events keep it. */
const actorOf = ({ kind, organId, id, name }: Actor): EventActor => ({
  kind: kind === 'staff' ? 'staff' : kind === 'operator' ? 'operator' : 'system',
  organId,
  id,
  name,
})

/** An organ of this platform as one that files. */
export const insideFiler = ({ id, name, kind, email }: Organ): Filer => ({
  id: String(id),
  organId: id,
  name,
  kind,
  email,
  lastYear: null,
})

/** Everything that a step rests on. */
export interface Case {
  /** The office that receives. */
  readonly office: Organ
  readonly filer: Filer
  readonly open: filings.OpenFiling
  readonly dueOn: PlainDate
}

export const dueOf = async (tx: Tx, office: Organ, filer: Filer, year: number): Promise<PlainDate> =>
  filingDue(filer.kind, year, await localDays(tx, office.id))

/** What the office accepted of the filer on the year before; null where nothing was. */
export async function findPrevious(tx: Tx, key: filings.FilingKey): Promise<AnnualReport | null> {
  const before = await filings.findFiling(tx, { ...key, year: key.year - 1 })
  return before ? (foldFiling(before.events).accepted?.filed.report ?? null) : null
}

/** What the rules may ask about a step of the office. */
export async function officeMatter(tx: Tx, actor: Actor, { office, filer, open, dueOn }: Case): Promise<OfficeMatter> {
  const { year } = open
  return {
    filing: foldFiling(open.events),
    filer,
    year,
    side: 'office',
    actor,
    workBodyId: await findWorkBody(tx, office.id),
    ownHash: null,
    previous: await findPrevious(tx, { organId: office.id, year, filer }),
    dueOn,
  }
}

export async function caseOf(tx: Tx, organId: number, year: number, filerId: string): Promise<Case> {
  const office = await organs.get(tx, organId)
  const filer = await filers.getFiler(tx, organId, year, filerId)
  const open = await filings.getForChange(tx, { organId, year, filer })
  return { office, filer, open, dueOn: await dueOf(tx, office, filer, year) }
}

export function refuseOvertaking({ open }: Pick<Case, 'open'>, seq: number | undefined): void {
  const last = open.events.at(-1)
  if (seq !== undefined && seq !== (last?.seq ?? 0))
    throw refusals.changedMeanwhile(last?.actor.name || '他人', '这份报送')
}

/** Writes an event with all that follows from it: the row, whose turn it is on either side, the logs of both. */
export async function enact(
  tx: Tx,
  actor: Actor,
  now: Date,
  { office, filer, open, dueOn }: Case,
  event: NewEvent,
  fileId?: string,
): Promise<void> {
  const { year } = open
  const by = actorOf(actor)
  const after = await filings.append(tx, open, event, { actor: by, now, ...(fileId && { fileId }) })
  const filing = foldFiling(after.events)
  await filings.saveFolded(tx, after, filing)
  const calendar = await loadCalendar(tx)
  const history = after.events
  const turn = { subjectId: open.id, part: year } as const
  const waiting = officeTurns(open, filing, { filer, calendar, workBodyId: await findWorkBody(tx, office.id) })
  await setTurns(tx, { ...turn, organId: office.id, kinds: ['filing'], turns: waiting }, actor.today, history)
  const subject = `${filer.name} ${year}`
  const facts = toldOf(event)
  const isOffice = actor.organId === office.id
  if (event.kind === 'reminded' && filer.email !== '')
    await mailReminder(tx, { office, filer, open, dueOn }, actor.today)
  await audit(tx, isOffice ? actor : systemActor(office.id, actor.today), `filing.${event.kind}`, {
    subject,
    detail: { year, filer: filer.name, seq: filing.lastSeq, ...facts },
  })
  if (filer.organId === null) return
  await enterOrgan(tx, filer.organId)
  const asked = filerTurns(open, filing, {
    office: office.name,
    dueOn,
    workBodyId: await findWorkBody(tx, filer.organId),
  })
  await setTurns(tx, { ...turn, organId: filer.organId, kinds: ['report'], turns: asked }, actor.today, history)
  await refoldPublished(tx, await organs.get(tx, filer.organId), year, calendar)
  const below = isOffice ? systemActor(filer.organId, actor.today) : actor
  await audit(tx, below, `filing.${event.kind}`, {
    subject,
    detail: { year, receivedBy: office.name, seq: filing.lastSeq, ...facts },
  })
  await enterOrgan(tx, actor.organId)
}

/** What of an event the logs tell. */
function toldOf(event: NewEvent): Record<string, unknown> {
  switch (event.kind) {
    case 'received':
      return { sha256: event.data.sha256 }
    case 'filed':
      return { hash: event.data.hash }
    case 'withdrawn':
    case 'excused':
    case 'expected':
    case 'discarded':
      return { reason: event.data.reason }
    case 'returned':
    case 'accepted':
      return { reason: event.data.note }
    case 'reminded':
      return { dueOn: event.data.dueOn }
  }
}

async function mailReminder(tx: Tx, { office, filer, open: { year }, dueOn }: Case, today: PlainDate): Promise<void> {
  const { name, email } = filer
  await queueMail(tx, office.id, {
    to: email,
    subject: `【催报】${year}年政府信息公开工作年度报告`,
    body: `${name}：\n${year}年政府信息公开工作年度报告应于${chineseDate(dueOn)}前向${office.name}报送（条例第四十九条），${today > dueOn ? '已经逾期，请尽快报送' : '请按期报送'}。联系电话：${office.phone || '见本机关公开指南'}。`,
  }).catch((error: unknown) => {
    // One address that is none keeps nobody else from being reminded.
    if (!(error instanceof Refusal)) throw error
  })
}
