import '../app/joins.ts'
import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import { isWithoutCluster } from '../db/embedded.ts'
import { installationRoot, openRuntime, type Runtime, type RuntimeOptions } from '../db/runtime.ts'
import { bringDemo, newFolderGetsDemo } from '../demo/demo-rule.ts'
import { refusals } from '../refusal.ts'

/** Where the data are, from the environment: `DATABASE_URL`, or our own PostgreSQL in `KAICHENG_DATA`. */
export function runtimeOptions(env: NodeJS.ProcessEnv = process.env): RuntimeOptions {
  const dataFolder = env.KAICHENG_DATA || join(installationRoot(), 'data')
  return { dataFolder, databaseUrl: env.DATABASE_URL || undefined, demo: newFolderGetsDemo(env) }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export interface Opening {
  /**
   * What a command makes where there is nothing yet: a bureau's empty database, the demo where it belongs, or nothing at all.
   * Whoever only looks, and was pointed to the wrong folder, must not find a new and blameless one.
   */
  readonly makes?: 'bureau' | 'demo' | 'nothing'
  /** Whether rows of before the journal may be entered into it; never by what is to find what was changed by hand. */
  readonly mayAdopt?: boolean
}

/**
 * Runs a command's work on the database and closes what was opened for it, also when it is cut off; cut off twice, it ends as
 * it is. Refuses a folder without a database, unless the command may make one.
 */
export async function withDatabase<T>(
  work: (db: Database) => Promise<T>,
  { makes = 'demo', mayAdopt = true }: Opening = {},
): Promise<T> {
  const options = runtimeOptions()
  const mayLoadDemo = makes === 'demo'
  if (
    !options.databaseUrl &&
    makes !== 'bureau' &&
    !(mayLoadDemo && options.demo) &&
    isWithoutCluster(options.dataFolder)
  )
    throw refusals.nothingHere(options.dataFolder)
  let isCutOff = false
  let runtime: Runtime | undefined
  let abandoned: Promise<void> | undefined
  const cutOff = () => {
    if (isCutOff) process.exit(1)
    isCutOff = true
    abandoned = runtime?.abandon().finally(() => process.exit(1))
  }
  for (const signal of signals) process.on(signal, cutOff)
  try {
    const demo = mayLoadDemo && options.demo === true
    runtime = await openRuntime({ ...options, demo, mayAdopt, statementMs: 300_000, connections: 2 })
    if (isCutOff) throw new Error('已中止')
    if (mayLoadDemo) await bringDemo(runtime, (line) => process.stderr.write(`${line}\n`))
    return await work(runtime.db)
  } finally {
    await abandoned
    for (const signal of signals) process.off(signal, cutOff)
    await runtime?.close()
  }
}
