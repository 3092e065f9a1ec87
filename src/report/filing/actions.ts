import type { Tx } from '../../db/database.ts'
import { enterOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { readTyped } from '../../refusal/typed.ts'
import { refusals } from '../../refusal.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { caseOf, dueOf, enact, insideFiler, officeMatter, refuseOvertaking } from './enact.ts'
import { foldFiling } from './filing.ts'
import { type FilerStepName, filerInputs, type NewEvent, type OfficeStepName, officeInputs } from './filing-event.ts'
import { findOwnReport, proposedOf } from './own-report.ts'
import { type StepMatter, whyNot } from './steps.ts'
import * as filings from './store/filings.ts'
import { fileReport, take } from './take.ts'

/** The office with which an organ files; refuses one that is below nobody here. */
async function officeOf(tx: Tx, organ: Organ): Promise<Organ> {
  if (organ.parentId === null) throw refusals.noOfficeAbove()
  return organs.get(tx, organ.parentId)
}

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
  const open = await filings.getForChange(tx, { organId: office.id, year, filer })
  refuseOvertaking({ open }, seq)
  const ownHash = report && canonicalHash(report.report)
  const filing = foldFiling(open.events)
  const matter: StepMatter = { filing, filer, year, side: 'filer', actor, workBodyId, ownHash }
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
    if (!report) throw whyNot('file', matter) ?? refusals.textChanged()
    return fileReport(matter, report, hash)
  }
  const data = readTyped(filerInputs.withdraw, typed)
  const refusal = whyNot('withdraw', matter)
  if (refusal) throw refusal
  return { kind: 'withdrawn', data }
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
