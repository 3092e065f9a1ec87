import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import { installationRoot, openRuntime, type Runtime, type RuntimeOptions } from '../db/runtime.ts'
import { bringDemo, newFolderGetsDemo } from './demo-rule.ts'

/** Where the data are, from the environment: `DATABASE_URL`, or our own PostgreSQL in `KAICHENG_DATA`. */
export function runtimeOptions(env: NodeJS.ProcessEnv = process.env): RuntimeOptions {
  const dataFolder = env.KAICHENG_DATA || join(installationRoot(), 'data')
  return { dataFolder, databaseUrl: env.DATABASE_URL || undefined, demo: newFolderGetsDemo(env) }
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs a command's work on the database and closes what was opened for it, also when it is cut off; cut off twice, it ends as
 * it is. What starts a real bureau brings no demo.
 */
export async function withDatabase<T>(
  work: (db: Database) => Promise<T>,
  { mayLoadDemo = true, mayAdopt = true }: { mayLoadDemo?: boolean; mayAdopt?: boolean } = {},
): Promise<T> {
  const options = runtimeOptions()
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
