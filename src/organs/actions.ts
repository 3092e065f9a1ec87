import { record } from '../audit/record.ts'
import type { Tx } from '../db/database.ts'
import { enterOrgan } from '../db/organ.ts'
import { refusals } from '../refusal.ts'
import type { Actor } from './actor.ts'
import type { Organ, OrganChange } from './organ.ts'
import type { SiteFacts } from './site-facts.ts'
import * as store from './store.ts'

/** Finds the organ and works for it from here on; refuses a slug that no organ has. */
export async function openOrgan(tx: Tx, slug: string): Promise<Organ> {
  const organ = await store.getBySlug(tx, slug)
  await enterOrgan(tx, organ.id)
  return organ
}

/** Changes what the organ says of itself. Refuses a name that another organ has. */
export async function changeOrgan(tx: Tx, actor: Actor, change: OrganChange): Promise<Organ> {
  const before = await store.lock(tx, actor.organId)
  const taken = (await store.list(tx)).find(({ id, name }) => id !== before.id && name === change.name)
  if (taken) throw refusals.organTaken(taken.name, taken.slug, 'name')
  const organ = await store.save(tx, before.id, change)
  await record(tx, actor, 'organ.changed', { subject: organ.slug, detail: change })
  return organ
}

/** Changes what the site says of the organ and of itself. */
export async function changeSite(tx: Tx, actor: Actor, change: SiteFacts): Promise<Organ> {
  const organ = await store.save(tx, actor.organId, change)
  await record(tx, actor, 'organ.changed', { subject: organ.slug, detail: change })
  return organ
}
