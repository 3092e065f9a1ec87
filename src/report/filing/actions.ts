import { record as audit } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import type { AcceptedFile } from '../../files/accepted-file.ts'
import { addFile } from '../../files/store.ts'
import { queueMail } from '../../mail/outbox.ts'
import { type Actor, systemActor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { readTyped } from '../../refusal/typed.ts'
import { Refusal, refusals } from '../../refusal.ts'
import { setTurns } from '../../review/turns/actions.ts'
import { refoldPublished } from '../draft/prepare.ts'
import type { ReadWithLines } from '../read/read-apart.ts'
import type { Reading } from '../read/reading.ts'
import { type ChangedFiler, type Filer, filingDue, type OutsideFiler } from './filer.ts'
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
import { isOfficer, type StepMatter, whyNot } from './steps.ts'
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
interface Case {
  /** The office that receives. */
  readonly office: Organ
  readonly filer: Filer
  readonly open: store.OpenFiling
  readonly dueOn: PlainDate
}

/** The office with which an organ files; refuses one that is below nobody here. */
async function officeOf(tx: Tx, organ: Organ): Promise<Organ> {
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
  { name, typed, seq }: { readonly name: FilerStepName; readonly typed: unknown; readonly seq?: number },
): Promise<void> {
  const own = await organs.get(tx, actor.organId)
  const office = await officeOf(tx, own)
  const filer = insideFiler(own)
  const workBodyId = await findWorkBody(tx, own.id)
  const report = name === 'file' ? await findOwnReport(tx, own, year) : null
  const proposed = report ? await proposedOf(tx, own, year, actor.today) : []
  await enterOrgan(tx, office.id)
  const open = await store.getForChange(tx, { organId: office.id, year, filer })
  refuseOvertaking({ open }, seq)
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
    if (!report) throw whyNot('file', matter) ?? refusals.nothingToFile(matter.year)
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

function refuseOvertaking({ open }: Pick<Case, 'open'>, seq: number | undefined): void {
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

/** Reminds an organ of its report; false where there is nothing to remind of by now, or it was reminded today already. */
export async function remindOnce(
  tx: Tx,
  actor: Actor,
  now: Date,
  of: { readonly year: number; readonly filer: string },
): Promise<boolean> {
  const found = await caseOf(tx, actor.organId, of.year, of.filer)
  const matter = await officeMatter(tx, actor, found)
  const refusal = whyNot('remind', matter)
  if (refusal) return false
  await enact(tx, actor, now, found, take('remind', matter, {}))
  return true
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
  { file, reading, lines, arrivedOn }: ReadWithLines & { readonly file: AcceptedFile; readonly arrivedOn: PlainDate },
): Promise<void> {
  const found = await caseOf(tx, actor.organId, of.year, of.filer)
  const refusal = whyNot('receive', await officeMatter(tx, actor, found))
  if (refusal) throw refusal
  if (arrivedOn > actor.today) throw refusals.arrivedLater()
  const { report, findings, readable } = reading
  const isSeveral = findings.some(({ code }) => code === 'SEVERAL_REPORTS')
  if (!readable || isSeveral) throw refusals.openingUnreadable(findings[0]?.message ?? '')
  if (report.year !== null && report.year !== of.year) throw refusals.filedOtherYear(report.year, of.year)
  const other = await store.findSameFile(tx, actor.organId, of.year, file.sha256, found.open.id)
  if (other) throw refusals.sameFileOf(other)
  const { id: fileId } = await addFile(tx, actor.organId, file, null)
  const event: NewEvent = {
    kind: 'received',
    data: {
      arrivedOn,
      fileName: file.name,
      sha256: file.sha256,
      report,
      findings: [...findings, ...otherName(report.organ, found.filer.name), ...unknownYear(report.year, of.year)],
      lines: keptLines(lines),
    },
  }
  await enact(tx, actor, now, found, event, fileId)
}

const longestCell = 2000
const mostCharacters = 400_000

/** As much of the original as a page shows, in characters that the database keeps. */
function keptLines(lines: ReadWithLines['lines']): { cells: string[]; isRow: boolean }[] {
  const kept: { cells: string[]; isRow: boolean }[] = []
  let left = mostCharacters
  for (const { cells, isRow } of lines) {
    const shown = cells.map((cell) => cell.slice(0, longestCell).toWellFormed().replaceAll('\0', ''))
    left -= shown.join('').length + shown.length
    if (left < 0) break
    kept.push({ cells: shown, isRow })
  }
  return kept
}

const otherName = (read: string | null, name: string): Reading['findings'] =>
  read?.replaceAll(/\s/g, '') === name
    ? []
    : [
        {
          code: 'OTHER_ORGAN',
          severity: 'warning',
          about: 'reading',
          message:
            read === null
              ? `没有读出是哪个机关的报告，请核对是不是${name}的报告。`
              : `文件里写的机关是“${read}”，请核对是不是${name}的报告。`,
        },
      ]

const unknownYear = (read: number | null, year: number): Reading['findings'] =>
  read !== null
    ? []
    : [
        {
          code: 'YEAR_MISMATCH',
          severity: 'warning',
          about: 'reading',
          message: `没有读出是哪一年度的报告，请核对是不是${year}年度的报告。`,
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
  await store.saveFolded(tx, after, filing)
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

/** Expects the reports of an organ without an office here. */
export async function addFiler(tx: Tx, actor: Actor, filer: OutsideFiler): Promise<{ id: string }> {
  await refuseStranger(tx, actor)
  if ((await organs.get(tx, actor.organId)).name === filer.name) throw refusals.filesWithItself()
  const { id } = await store.addFiler(tx, actor.organId, filer)
  await audit(tx, actor, 'filer.added', { subject: filer.name, detail: { ...filer } })
  return { id }
}

/** Changes what is told of one. */
export async function changeFiler(tx: Tx, actor: Actor, id: string, filer: ChangedFiler): Promise<void> {
  await refuseStranger(tx, actor)
  await store.changeFiler(tx, actor.organId, id, filer)
  await audit(tx, actor, 'filer.changed', { subject: filer.name, detail: { ...filer } })
}

/** Only the work body says who files with it. */
async function refuseStranger(tx: Tx, actor: Actor): Promise<void> {
  const workBodyId = await findWorkBody(tx, actor.organId)
  if (!isOfficer({ actor, workBodyId })) throw refusals.notYourFiling('office')
}
