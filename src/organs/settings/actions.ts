import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { Actor } from '../actor.ts'
import { presetOf, questionOf, readSetting, settingIds } from './setting.ts'
import * as store from './store.ts'

/** Every question that may be chosen today, with what holds now and what would hold without a choice. */
export async function listSettings(tx: Tx, { organId, today }: Pick<Actor, 'organId' | 'today'>) {
  const chosen = await store.list(tx, organId)
  return settingIds(today).map((id) => {
    const preset = presetOf(id)
    return { id, ...questionOf(id), preset, value: chosen.has(id) ? chosen.get(id) : preset, isChosen: chosen.has(id) }
  })
}

/** Chooses for the organ. It holds for what happens from now on; what was decided keeps what held then. */
export async function changeSetting(tx: Tx, actor: Actor, id: string, value: unknown): Promise<void> {
  const read = readSetting(id, value, actor.today)
  if (!read) throw refusals.unknownSetting()
  if (!read.success) throw refusals.wrongSetting(read.error.issues[0]?.message ?? '')
  const before = (await store.list(tx, actor.organId)).get(id) ?? presetOf(id)
  await store.save(tx, actor.organId, id, read.data)
  await record(tx, actor, 'setting.changed', { subject: id, detail: { before, after: read.data } })
}
