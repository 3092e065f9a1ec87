import type { Tx } from '../db/database.ts'
import { loadCalendar } from '../db/office-calendar.ts'
import type { Actor } from '../organs/actor.ts'
import { Role } from '../organs/role.ts'
import * as settings from '../organs/settings/store.ts'
import { refusals } from '../refusal.ts'
import { defaultLevels } from './approval-levels.ts'
import { foldHistory } from './history.ts'
import { letterFor } from './letter-for.ts'
import { whyNot } from './lifecycle.ts'
import { standingOf } from './registration.ts'
import type { StepInput, StepName } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'
import { findStaffName, findUnitName } from './store/people.ts'
import { getApplicant, type RequestWithEvents } from './store/requests.ts'
import type { TakeMatter } from './take.ts'

/** What the rules may ask about before a step of this request by this person. */
export async function stepMatter(tx: Tx, actor: Actor, { request, events }: RequestWithEvents): Promise<StepMatter> {
  return {
    history: foldHistory(events),
    isImported: request.origin === 'imported',
    actor,
    calendar: await loadCalendar(tx),
  }
}

/** The roles whose approval an answer of this organ needs, in order. */
async function approvalLevels(tx: Tx, organId: number): Promise<readonly Role[]> {
  const set = Role.array()
    .min(1)
    .safeParse((await settings.list(tx, organId)).get('approvalLevels'))
  return set.success ? set.data : defaultLevels
}

/** The same with what the step needs beside its input: the approval levels, the letter, names of the assignee. Refuses a step that is shut. */
export async function prepare(
  tx: Tx,
  actor: Actor,
  found: RequestWithEvents,
  name: StepName,
  input: unknown,
): Promise<TakeMatter> {
  const matter = {
    ...(await stepMatter(tx, actor, found)),
    channel: found.request.channel,
    levels: await approvalLevels(tx, actor.organId),
  }
  const refusal = whyNot(name, matter)
  if (refusal) throw refusal
  const letter = await letterFor(tx, found.request, matter, name, input)
  if (name === 'correctRegistration' || name === 'confirmCorrection') {
    const applicant = await getApplicant(tx, actor.organId, found.request.id)
    return { ...matter, letter, standing: standingOf(found.request, found.events, applicant) }
  }
  if (name !== 'assign') return { ...matter, letter }
  const { unitId, staffId } = input as StepInput<'assign'>
  const unitName = await findUnitName(tx, actor.organId, unitId)
  if (!unitName) throw refusals.unknownUnit()
  const staffName = staffId ? await findStaffName(tx, actor.organId, staffId) : ''
  if (staffName === undefined) throw refusals.unknownHandler()
  return { ...matter, letter, assignee: { unitName, staffName } }
}
