import { z } from 'zod'
import { record } from '../audit/record.ts'
import type { Tx } from '../db/database.ts'
import { enterOrgan } from '../db/organ.ts'
import { refusals } from '../refusal.ts'
import type { Actor } from './actor.ts'
import { Organ, type OrganChange } from './organ.ts'
import * as store from './store.ts'

/** What is asked of an organ that starts to work here; the rest may follow. */
export const NewOrgan = Organ.omit({
  id: true,
  parentId: true,
  isDemo: true,
  creditCode: true,
  letterCode: true,
}).extend({
  name: z.string().trim().min(4, '请填写机关全称').max(60, '机关全称不超过60个字'),
})
export type NewOrgan = z.infer<typeof NewOrgan>

/** Finds the organ and works for it from here on; refuses a slug that no organ has. */
export async function openOrgan(tx: Tx, slug: string): Promise<Organ> {
  const organ = await store.getBySlug(tx, slug)
  await enterOrgan(tx, organ.id)
  return organ
}

/** Registers an organ with its ledgers empty. Refuses a slug or a name that another organ has. */
export async function registerOrgan(tx: Tx, organ: NewOrgan): Promise<Organ> {
  const taken = (await store.list(tx)).find(({ slug, name }) => slug === organ.slug || name === organ.name)
  if (taken) throw refusals.organTaken(taken.name, taken.slug)
  return store.add(tx, { ...organ, parentId: null, isDemo: false, creditCode: '', letterCode: '' })
}

/** Changes what the organ says of itself. Refuses a name that another organ has. */
export async function changeOrgan(tx: Tx, actor: Actor, change: OrganChange): Promise<Organ> {
  const before = await store.lock(tx, actor.organId)
  const taken = (await store.list(tx)).find(({ id, name }) => id !== before.id && name === change.name)
  if (taken) throw refusals.organTaken(taken.name, taken.slug)
  const organ = await store.save(tx, before.id, change)
  await record(tx, actor, 'organ.changed', { subject: organ.slug, detail: change })
  return organ
}
