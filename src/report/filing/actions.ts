import { record as audit } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { officeDayOf, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import type { AcceptedFile } from '../../files/accepted-file.ts'
import { addFile } from '../../files/store.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { queueMail } from '../../mail/outbox.ts'
import { type Actor, systemActor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { readTyped } from '../../refusal/typed.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { setTurns } from '../../review/turns/actions.ts'
import type { ReadWithLines } from '../read/read-apart.ts'
import type { Reading } from '../read/reading.ts'
import { AnnualReport } from '../report.ts'
import { type Filer, filingDue, type OutsideFiler } from './filer.ts'
import { foldFiling } from './filing.ts'
import {
  type EventActor,
  type FilerStepName,
  filerInputs,
  type NewEvent,
  type OfficeStepName,
  officeInputs,
} from './filing-event.ts'
import { findOwnReport, proposedOf } from './own-report.ts'
import { localDays } from './settings.ts'
import type { StepMatter } from './steps.ts'
import { whyNot } from './steps.ts'
import * as store from './store.ts'
import { fileReport, type OfficeMatter, take } from './take.ts'
import { filerTurns, officeTurns } from './turns.ts'

/** Who acts, as the events keep it. */
const actorOf = ({ kind, organId, id, name }: Actor): EventActor => ({
  kind: kind === 'staff' ? 'staff' : kind === 'operator' ? 'operator' : 'system',
  organId,
  id,
  name,
})

const insideFiler = ({ id, name, kind, email }: Organ): Filer => ({
  id: String(id),
  organId: id,
  name,
  kind,
  email,
})

/** Everything that a step rests on. */
interface Case {
  /** The office that receives. */
  readonly office: Organ
  readonly filer: Filer
  readonly open: store.OpenFiling
  readonly dueOn: PlainDate
}

/** The office with which an organ files; refuses one that is below nobody here. */
export async function officeOf(tx: Tx, organ: Organ): Promise<Organ> {
  if (organ.parentId === null) throw refusals.noOfficeAbove()
  return organs.get(tx, organ.parentId)
}

const dueOf = async (tx: Tx, office: Organ, filer: Filer, year: number): Promise<PlainDate> =>
  filingDue(filer.kind, year, await localDays(tx, office.id))

/**
 * The step of an organ of this platform: hands its report up, or takes it back while nobody has decided on it. What was filed belongs
 * to the office; each side's log tells of it.
 */
export async function takeFilerStep(
  tx: Tx,
  actor: Actor,
  now: Date,
  year: number,
  { name, typed }: { readonly name: FilerStepName; readonly typed: unknown },
): Promise<void> {
  const own = await organs.get(tx, actor.organId)
  const office = await officeOf(tx, own)
  const filer = insideFiler(own)
  const workBodyId = await findWorkBody(tx, own.id)
  const report = name === 'file' ? await findOwnReport(tx, own, year) : null
  const proposed = report ? await proposedOf(tx, own, year, actor.today) : []
  await enterOrgan(tx, office.id)
  const open = await store.getForChange(tx, { organId: office.id, year, filer })
  const matter: StepMatter = { filing: foldFiling(open.events), filer, year, side: 'filer', actor, workBodyId }
  const event = eventOf(name, matter, typed, report && { ...report, proposed })
  const dueOn = await dueOf(tx, office, filer, year)
  await enact(tx, actor, now, { office, filer, open, dueOn }, event)
}

function eventOf(
  name: FilerStepName,
  matter: StepMatter,
  typed: unknown,
  report: Parameters<typeof fileReport>[1] | null,
): NewEvent {
  if (name === 'file') {
    const { hash } = readTyped(filerInputs.file, typed)
    const refusal = whyNot('file', matter)
    if (refusal) throw refusal
    if (!report) throw refusals.nothingToFile(matter.year)
    return fileReport(matter, report, hash)
  }
  const data = readTyped(filerInputs.withdraw, typed)
  const refusal = whyNot('withdraw', matter)
  if (refusal) throw refusal
  return { kind: 'withdrawn', data }
}

/** What the rules may ask about a step of the office. */
async function officeMatter(tx: Tx, actor: Actor, { office, filer, open, dueOn }: Case): Promise<OfficeMatter> {
  const { year } = open
  const before = await store.findFiling(tx, { organId: office.id, year: year - 1, filer })
  return {
    filing: foldFiling(open.events),
    filer,
    year,
    side: 'office',
    actor,
    workBodyId: await findWorkBody(tx, office.id),
    previous: before ? (foldFiling(before.events).accepted?.filed.report ?? null) : null,
    dueOn,
  }
}

async function caseOf(tx: Tx, organId: number, year: number, filerId: string): Promise<Case> {
  const office = await organs.get(tx, organId)
  const filer = await store.getFiler(tx, organId, year, filerId)
  const open = await store.getForChange(tx, { organId, year, filer })
  return { office, filer, open, dueOn: await dueOf(tx, office, filer, year) }
}

function refuseOvertaking({ open }: Case, seq: number | undefined): void {
  const last = open.events.at(-1)
  if (seq !== undefined && seq !== (last?.seq ?? 0))
    throw refusals.changedMeanwhile(last?.actor.name || '他人', '这份报送')
}

/** Takes a step of the office on what an organ filed. `seq` is the last event that the person saw. */
export async function takeOfficeStep(
  tx: Tx,
  actor: Actor,
  now: Date,
  of: { readonly year: number; readonly filer: string },
  step: { readonly name: OfficeStepName; readonly typed: unknown; readonly seq?: number },
): Promise<void> {
  const found = await caseOf(tx, actor.organId, of.year, of.filer)
  refuseOvertaking(found, step.seq)
  const matter = await officeMatter(tx, actor, found)
  await enact(tx, actor, now, found, take(step.name, matter, readTyped(officeInputs[step.name], step.typed)))
}

/**
 * Keeps the report of an organ without an office here as it came, with what was read of it, for a person to compare. Refuses what is
 * no report, one on another year, and whoever files for themselves. File and `reading` come from outside this transaction: both take long.
 */
export async function receiveReport(
  tx: Tx,
  actor: Actor,
  now: Date,
  of: { readonly year: number; readonly filer: string },
  { file, reading, lines }: ReadWithLines & { readonly file: AcceptedFile },
): Promise<void> {
  const found = await caseOf(tx, actor.organId, of.year, of.filer)
  const refusal = whyNot('receive', await officeMatter(tx, actor, found))
  if (refusal) throw refusal
  const { report, findings, readable } = reading
  const isSeveral = findings.some(({ code }) => code === 'SEVERAL_REPORTS')
  if (!readable || isSeveral) throw refusals.openingUnreadable(findings[0]?.message ?? '')
  if (report.year !== null && report.year !== of.year) throw refusals.filedOtherYear(report.year, of.year)
  const { id: fileId } = await addFile(tx, actor.organId, file, null)
  const event: NewEvent = {
    kind: 'received',
    data: {
      fileName: file.name,
      sha256: file.sha256,
      report: AnnualReport.parse({ ...report, format: report.format ?? reportFormat2021.id }),
      findings: [...findings, ...otherName(report.organ, found.filer.name)],
      lines: lines.map(({ cells, isRow }) => ({ cells: cells.map(short), isRow })),
    },
  }
  await enact(tx, actor, now, found, event, fileId)
}

const longestCell = 2000
const short = (text: string): string => text.slice(0, longestCell)

const otherName = (read: string | null, name: string): Reading['findings'] =>
  read === null || read.replaceAll(/\s/g, '') === name
    ? []
    : [
        {
          code: 'OTHER_ORGAN',
          severity: 'warning',
          about: 'reading',
          message: `文件里写的机关是“${read}”，请核对是不是${name}的报告。`,
        },
      ]

/** Writes an event with all that follows from it: the row, whose turn it is on either side, the logs of both. */
async function enact(
  tx: Tx,
  actor: Actor,
  now: Date,
  { office, filer, open, dueOn }: Case,
  event: NewEvent,
  fileId?: string,
): Promise<void> {
  const { year } = open
  const by = actorOf(actor)
  const after = await store.append(tx, open, event, { actor: by, now, ...(fileId && { fileId }) })
  const filing = foldFiling(after.events)
  await store.saveFolded(tx, after, filing, filing.filed && officeDayOf(filing.filed.at))
  const calendar = await loadCalendar(tx)
  const history = after.events
  const turn = { subjectId: open.id, part: year } as const
  const waiting = officeTurns(open, filing, { filer, calendar, workBodyId: await findWorkBody(tx, office.id) })
  await setTurns(tx, { ...turn, organId: office.id, kinds: ['filing'], turns: waiting }, actor.today, history)
  const subject = `${filer.name} ${year}`
  const facts = toldOf(event)
  const isOffice = actor.organId === office.id
  if (event.kind === 'reminded' && filer.email !== '') await mailReminder(tx, office, filer, year, dueOn)
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
      return { reason: event.data.reason }
    case 'returned':
    case 'accepted':
      return { reason: event.data.note }
    case 'reminded':
      return { dueOn: event.data.dueOn }
  }
}

async function mailReminder(
  tx: Tx,
  office: Organ,
  { name, email }: Filer,
  year: number,
  dueOn: PlainDate,
): Promise<void> {
  await queueMail(tx, office.id, {
    to: email,
    subject: `【催报】${year}年政府信息公开工作年度报告`,
    body: `${name}：\n请于${dueOn}前向${office.name}报送${year}年政府信息公开工作年度报告（条例第四十九条）。联系电话：${office.phone || '见本机关公开指南'}。`,
  }).catch((error: unknown) => {
    // One address that is none keeps nobody else from being reminded.
    if (!(error instanceof Refusal)) throw error
  })
}

/** Expects the reports of an organ without an office here. */
export async function addFiler(tx: Tx, actor: Actor, filer: OutsideFiler): Promise<{ id: string }> {
  await refuseStranger(tx, actor)
  const { id } = await store.addFiler(tx, actor.organId, filer)
  await audit(tx, actor, 'filer.added', { subject: filer.name, detail: { ...filer } })
  return { id }
}

/** Changes what is told of one. */
export async function changeFiler(tx: Tx, actor: Actor, id: string, filer: OutsideFiler): Promise<void> {
  await refuseStranger(tx, actor)
  await store.changeFiler(tx, actor.organId, id, filer)
  await audit(tx, actor, 'filer.changed', { subject: filer.name, detail: { ...filer } })
}

/** Only the work body says who files with it. */
async function refuseStranger(tx: Tx, actor: Actor): Promise<void> {
  const workBodyId = await findWorkBody(tx, actor.organId)
  const isThere =
    actor.kind === 'system' ||
    actor.roles.includes('ogiHead') ||
    (actor.roles.includes('clerk') && actor.unitId === workBodyId)
  if (!isThere) throw refusals.notYourFiling('office')
}
