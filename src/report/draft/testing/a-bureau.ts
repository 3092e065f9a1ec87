import { plainDate } from '../../../days/plain-date.ts'
import type { Database } from '../../../db/database.ts'
import { inOrgan } from '../../../db/organ.ts'
import { confirmAll } from '../../../ledgers/years/testing/confirm-all.ts'
import type { Actor } from '../../../organs/actor.ts'
import { anOffice } from '../../../organs/testing/officers.ts'
import { findPublished } from '../../store/published.ts'
import { beginDraft, saveDraft, takeStep, typesetFrozen } from '../actions.ts'
import type { DraftContent, StepName } from '../draft-event.ts'
import { showReport } from '../show.ts'

/** The day on which a bureau closes 2025. */
export const day = '2026-01-20'
export const now = new Date('2026-01-20T02:00:00Z')

/** An office whose ledgers of 2025 somebody answers for, with everybody who writes, signs and publishes. */
export async function aBureau(db: Database, slug: string, name: string) {
  const { organ, officer } = await anOffice(db, { slug, name })
  const people = {
    clerk: await officer(day, ['clerk']),
    unitHead: await officer(day, ['unitHead']),
    ogiHead: await officer(day, ['ogiHead']),
    leader: await officer(day, ['leader']),
  }
  const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
  await within((tx) => confirmAll(tx, organ, 2025, plainDate(day)))
  const typeset = () => typesetFrozen(db, organ.id, 2025, plainDate(day))
  const step = async (name: StepName, input: unknown, actor: Actor, year = 2025) => {
    const files = name === 'publish' ? await typesetFrozen(db, organ.id, year, actor.today) : undefined
    await within((tx) => takeStep(tx, actor, now, year, { name, typed: input, typeset: files }))
  }
  const look = (actor = people.clerk, year = 2025) => within((tx) => showReport(tx, actor, year))
  const drafted = async (year = 2025) => {
    const { draft } = await look(people.clerk, year)
    if (!draft) throw new Error('nothing is drafted')
    return draft
  }
  const save = async (change: Partial<DraftContent>, actor = people.clerk, year = 2025) => {
    const { id, content, seq } = await drafted(year)
    return within((tx) =>
      saveDraft(tx, actor, now, year, { content: { ...content, ...change }, draft: id, basedOn: seq }),
    )
  }
  const begin = (reason: string | null = null, actor = people.clerk, year = 2025) =>
    within((tx) => beginDraft(tx, actor, now, year, reason))
  const sign = async (actor: Actor) => {
    const { hash, levels, signatures } = await drafted()
    await step('sign', { hash, opinion: '同意', checklist: levels[signatures.length]?.checklist ?? [] }, actor)
  }
  const putUp = async () => step('submit', { hash: (await drafted()).hash }, people.clerk)
  const signAll = async () => {
    await putUp()
    for (const actor of [people.unitHead, people.ogiHead, people.leader]) await sign(actor)
  }
  const publish = async (deviationReason = '', actor = people.clerk) =>
    step('publish', { hash: (await drafted()).hash, deviationReason }, actor)
  const published = () => within((tx) => findPublished(tx, organ.id, 2025))
  const report = { step, look, drafted, save, begin, sign, putUp, signAll, publish, published, typeset }
  return { db, organ, officer, people, within, ...report }
}
export type Bureau = Awaited<ReturnType<typeof aBureau>>
