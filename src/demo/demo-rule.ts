import type { Database } from '../db/database.ts'
import type { Runtime } from '../db/runtime.ts'
import * as organs from '../organs/store.ts'
import { refusals } from '../refusal.ts'
import { loadDemo } from './demo.ts'

/** `KAICHENG_DEMO`: undefined leaves it to the data folder. Refuses any other word than on and off. */
export function demoSetting(env: NodeJS.ProcessEnv = process.env): 'on' | 'off' | undefined {
  const value = env.KAICHENG_DEMO || undefined
  if (value !== undefined && value !== 'on' && value !== 'off') throw refusals.wrongDemoSetting(value)
  return value
}

/** A new data folder gets the demo when it is asked for, or when it is the checkout's own. */
export function newFolderGetsDemo(env: NodeJS.ProcessEnv = process.env): boolean {
  const setting = demoSetting(env)
  return setting === 'on' || (setting === undefined && !env.KAICHENG_DATA)
}

/**
 * Loads the demo's ledgers where they belong and are not yet: in a data folder that was made for the demo, or in an empty one
 * when it is asked for. Answers whether the database holds the demo. Refuses to be asked for it beside a real organ; a shared
 * database gets none.
 */
export async function bringDemo(
  { db, embedded, isDemoFolder }: Pick<Runtime, 'db' | 'embedded' | 'isDemoFolder'>,
  say: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  if (!embedded) return false
  const setting = demoSetting(env)
  const before = await holdings(db)
  if (setting === 'on' && before.real > 0) throw refusals.demoBesideReal()
  if (before.demo + before.real === 0 && (setting === 'on' || (setting === undefined && isDemoFolder))) {
    await loadDemo(db, say)
    return (await holdings(db)).demo > 0
  }
  return before.demo > 0
}

/** True where nobody works yet: neither a bureau nor the demo. */
export async function isWithoutOrgan(db: Database): Promise<boolean> {
  const { demo, real } = await holdings(db)
  return demo + real === 0
}

/** The demo's organs are what tells a demo from a bureau: the demo brings them all at once, and nobody else can. */
async function holdings(db: Database): Promise<{ demo: number; real: number }> {
  const all = await db.transaction().execute(organs.list)
  const demo = all.filter(({ isDemo }) => isDemo).length
  return { demo, real: all.length - demo }
}
