import { record } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { earlierOf, type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { keepFile } from '../../files/store.ts'
import { watchFigures } from '../../ledgers/figures-watch.ts'
import type { Actor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { findHandlerName, findUnitName } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { foldCase } from './case.ts'
import type { NewEvent, Opening } from './event.ts'
import { refuseForeign } from './evidence.ts'
import { stepMatter } from './matter.ts'
import { passOn, standingLimitOf } from './reanswer.ts'
import { refold } from './refold.ts'
import { rowOf } from './row.ts'
import { columnsToday, secondInstanceCounts } from './settings.ts'
import { type OpenCase, readStep, type StepName, type StepWith } from './step-inputs.ts'
import type { FoundCase } from './store/cases.ts'
import * as store from './store/cases.ts'
import * as known from './store/known.ts'
import { take } from './take.ts'

/** Registers a case from the notice of the reviewing organ or the court. Refuses a number that is known already. */
export async function openCase(tx: Tx, actor: Actor, { fileIds, ...opening }: OpenCase): Promise<{ id: string }> {
  const { organId, today } = actor
  if (opening.filedOn > today) throw refusals.notYetHappened('filedOn')
  if (opening.noticeOn > today) throw refusals.notYetHappened('noticeOn')
  await refuseTaken(tx, organId, opening.number, null)
  const request = await refuseUnknown(tx, organId, opening)
  const events: NewEvent[] = [{ kind: 'opened', happenedOn: opening.noticeOn, data: opening }]
  const unitId = request?.unitId ?? actor.unitId
  const unitName = unitId === null ? undefined : await findUnitName(tx, organId, unitId)
  if (unitId !== null && unitName !== undefined)
    events.push({ kind: 'assigned', happenedOn: today, data: { unitId, unitName, staffId: null, staffName: '' } })
  const placed = events.map((event, at) => ({ ...event, seq: at + 1, recordedAt: '', actor }))
  const { row } = rowOf(foldCase(placed), await loadCalendar(tx), today)
  const register = async () => {
    const { id } = await store.add(tx, organId, row)
    await addTo(tx, actor, { organId, id, events: [] }, events, fileIds)
    return id
  }
  const { done: id, moved } = await watchFigures(tx, organId, register, notBefore(opening.filedOn))
  await record(tx, actor, 'remedy.opened', { subject: id, detail: { number: opening.number, ...toldOf(moved) } })
  return { id }
}

/** A case counts in no year before it was filed. */
const notBefore = (filedOn: PlainDate) => (year: number) => year >= yearOf(filedOn)
const toldOf = (moved: readonly number[]) => (moved.length > 0 ? { reportsToRevise: [...moved] } : {})

/**
 * Takes a step, or refuses it. `seq` is the last event that the person saw. What published
 * reports count otherwise by then is told in the log.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  id: string,
  name: StepName,
  typed: unknown,
  seq: number,
): Promise<void> {
  const step: StepWith = readStep(name, typed)
  const { organId, today } = actor
  const found = await store.getForChange(tx, organId, id)
  const matter = await stepMatter(tx, actor, found)
  const { folded } = matter
  if (seq !== folded.lastSeq) throw refusals.changedMeanwhile(found.events.at(-1)?.actor.name || '他人', '这件案件')
  if (step.name === 'openInstance' && step.input.number !== folded.opening.number)
    await refuseTaken(tx, organId, step.input.number, id)
  if (step.name === 'correct') {
    await refuseTaken(tx, organId, step.input.number, id)
    await refuseUnknown(tx, organId, step.input)
  }
  if (step.name === 'listEvidence') {
    const ids = step.input.items.map(({ fileId }) => fileId)
    await refuseForeign(tx, found, folded.opening.requestId, ids)
  }
  const event = take(step, {
    ...matter,
    events: found.events,
    today,
    assignee: await assigneeOf(tx, organId, step),
    columnOf: await columnsToday(tx, organId),
    countsAgain: (await chosen(tx, organId, secondInstanceCounts)) === 'countsAgain',
    standingLimit: await standingLimitOf(tx, organId, today),
  })
  const kept = await passOn(tx, actor, found, folded, event)
  const papers = 'fileIds' in step.input ? step.input.fileIds : []
  const filedOn =
    step.name === 'correct' ? earlierOf(step.input.filedOn, folded.opening.filedOn) : folded.opening.filedOn
  const work = () => addTo(tx, actor, found, [kept], papers)
  const { moved } = await watchFigures(tx, organId, work, notBefore(filedOn))
  await record(tx, actor, `remedy.${name}`, {
    subject: id,
    detail: { number: folded.opening.number, seq: folded.lastSeq + 1, ...toldOf(moved) },
  })
}

/** Appends facts with their papers, and writes what follows from them. */
export async function addTo(
  tx: Tx,
  actor: Actor,
  found: FoundCase,
  added: readonly NewEvent[],
  fileIds: readonly string[],
): Promise<void> {
  const events = await store.append(tx, actor, found, added)
  const first = events.length - added.length + 1
  for (const fileId of fileIds) {
    await keepFile(tx, found.organId, fileId)
    await store.linkFile(tx, found, fileId, first)
  }
  await refold(tx, { ...found, events }, actor.today)
}

async function refuseTaken(tx: Tx, organId: number, number: string, own: string | null): Promise<void> {
  const taken = await known.findByNumber(tx, organId, number)
  if (taken && taken.id !== own) throw refusals.remedyNumberTaken(number, taken.isImported)
}

/** Refuses a request, a letter, a record or a reconsideration that is not there. Answers with the request. */
async function refuseUnknown(tx: Tx, organId: number, opening: Opening): Promise<known.ChosenRequest | undefined> {
  const { requestId, recordId, letterNumber, followsNumber } = opening
  const request = requestId === null ? undefined : await known.findRequest(tx, organId, requestId)
  if (requestId !== null && !request) throw refusals.unknownRemedyRequest()
  if (letterNumber !== '' && request && request.letters.length > 0 && !request.letters.includes(letterNumber))
    throw refusals.noLetterOfThatNumber()
  if (recordId !== null && !(await known.findRecord(tx, organId, recordId))) throw refusals.unknownRemedyRecord()
  const before = followsNumber === '' ? undefined : await known.findByNumber(tx, organId, followsNumber)
  if (before && before.kind !== 'review') throw refusals.followsNoReview()
  return request
}

/** Refuses a unit that is closed, and somebody who is no clerk of it. */
async function assigneeOf(tx: Tx, organId: number, { name, input }: StepWith) {
  if (name !== 'assign') return { unitName: '', staffName: '' }
  const { unitId, staffId } = input
  const unitName = await findUnitName(tx, organId, unitId)
  if (unitName === undefined) throw refusals.unknownUnit()
  const staffName = staffId === null ? '' : await findHandlerName(tx, organId, { unitId, staffId })
  if (staffName === undefined) throw refusals.unknownHandler()
  return { unitName, staffName }
}
