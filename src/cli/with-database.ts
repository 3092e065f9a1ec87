import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import { installationRoot, openRuntime, type Runtime, type RuntimeOptions } from '../db/runtime.ts'
import { loadDemo } from './demo/demo.ts'

/** Where the data are, from the environment: `DATABASE_URL`, or our own PostgreSQL in `KAICHENG_DATA`. */
export function runtimeOptions(env: NodeJS.ProcessEnv = process.env): RuntimeOptions {
  const dataFolder = env.KAICHENG_DATA || join(installationRoot(), 'data')
  return { dataFolder, databaseUrl: env.DATABASE_URL || undefined }
}

/** The embedded database begins with the demo, whichever command comes first, unless `KAICHENG_DEMO=off`. */
export const holdsDemo = ({ embedded }: Pick<Runtime, 'embedded'>, env: NodeJS.ProcessEnv = process.env): boolean =>
  embedded && env.KAICHENG_DEMO !== 'off'

/** Runs a command's work on the database and closes what was opened for it. What starts a real bureau brings no demo. */
export async function withDatabase<T>(
  work: (db: Database) => Promise<T>,
  { mayLoadDemo = true }: { mayLoadDemo?: boolean } = {},
): Promise<T> {
  const runtime = await openRuntime({ ...runtimeOptions(), statementMs: 300_000, connections: 2 })
  try {
    if (mayLoadDemo && holdsDemo(runtime)) await loadDemo(runtime.db, (line) => process.stderr.write(`${line}\n`))
    return await work(runtime.db)
  } finally {
    await runtime.close()
  }
}
