import type { Tx } from '../../db/database.ts'
import type { Setting } from './setting.ts'
import * as store from './store.ts'

/** What an organ has chosen, in the form that is read; undefined where it has chosen nothing, or nothing that can be read. */
export const soundOf = <Value>({ schema, kept = schema }: Setting<Value>, stored: unknown): Value | undefined =>
  kept.safeParse(stored).data

/**
 * What holds for an organ now: its choice, or the preset where it has none that can be read. The only way to read a setting;
 * whoever acts on it writes what it read into what is done, so that a later choice does not reach back.
 */
export async function chosen<Value>(tx: Tx, organId: number, setting: Setting<Value>): Promise<Value> {
  const stored = await store.find(tx, organId, setting.id)
  const sound = soundOf(setting, stored)
  return sound === undefined ? setting.preset : sound
}
