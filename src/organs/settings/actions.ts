import { record } from '../../audit/record.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { Actor } from '../actor.ts'
import { chosen, soundOf } from './chosen.ts'
import { organSettings, type Setting } from './setting.ts'
import * as store from './store.ts'

/** What may be chosen on a day: each of these changes something that is done from then on. */
const settingsOn = (day: PlainDate): readonly Setting[] =>
  organSettings.all().filter(({ to }) => to === undefined || day <= to)

/** Every question that may be chosen today, with what holds now and what would hold without a choice. */
export async function listSettings(tx: Tx, { organId, today }: Pick<Actor, 'organId' | 'today'>) {
  const stored = await store.list(tx, organId)
  return settingsOn(today).map((setting) => {
    const { id, question, matter, effect, choices, source, confidence, preset } = setting
    const sound = soundOf(setting, stored.get(id))
    const asked = { id, question, matter, effect, choices, source, confidence, preset }
    return Object.assign(asked, { value: sound === undefined ? preset : sound, isChosen: sound !== undefined })
  })
}

/** Chooses for the organ. It holds for what happens from now on; what was decided keeps what held then. */
export async function changeSetting(tx: Tx, actor: Actor, id: string, value: unknown): Promise<void> {
  const setting = settingsOn(actor.today).find((each) => each.id === id)
  if (!setting) throw refusals.unknownSetting()
  const read = setting.schema.safeParse(value)
  if (!read.success) throw refusals.wrongSetting(read.error.issues[0]?.message ?? '')
  await setting.check?.(tx, actor, read.data)
  const before = await chosen(tx, actor.organId, setting)
  await store.save(tx, actor.organId, id, read.data)
  await record(tx, actor, 'setting.changed', { subject: id, detail: { before, after: read.data } })
}
