import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { checkDatabase } from '../db/check-database.ts'
import { installationRoot } from '../db/runtime.ts'
import { countDamage } from '../faults/fault.ts'
import { listJobRuns } from '../jobs/runs.ts'

interface Ready {
  /** `ok`, or what keeps the server from answering people. */
  readonly status: string
  /** What somebody should look at although pages are answered. */
  readonly warnings: readonly string[]
}

/** Whoever asks more often gets the same answer: the question must not become a load of its own. */
const keptMs = 1_000
const longestMs = 3_000
/** One page that cannot be read is told by its fault; so many a minute are the database's state. */
const mostDamage = 3
const leastFreeBytes = 1024 ** 3
const leastFreePart = 0.05

/** /healthz: the process answers. /readyz: the database answers, reads its tables, and has the program's migrations. */
export async function healthRoutes(
  app: FastifyInstance,
  { dataFolder }: { readonly dataFolder: string | undefined },
): Promise<void> {
  const config = { access: 'public' } as const
  const schema = { hide: true } as const
  let known: { readonly at: number; readonly ready: Promise<Ready> } | undefined
  const ready = (): Promise<Ready> => {
    const now = performance.now()
    if (!known || now - known.at > keptMs) known = { at: now, ready: look(app, dataFolder) }
    return known.ready
  }
  app.get('/healthz', { config, schema }, async () => ({ status: 'ok' }))
  app.get('/readyz', { config, schema }, async (_request, reply) => {
    const answer = await ready()
    return reply
      .code(answer.status === 'ok' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer)
  })
}

async function look(app: FastifyInstance, dataFolder: string | undefined): Promise<Ready> {
  const tooLong = setTimeout(longestMs, 'database does not answer', { ref: false })
  const trouble = await Promise.race([checkDatabase(app.db, join(installationRoot(), 'migrations')), tooLong])
  if (trouble) return { status: trouble, warnings: [] }
  if (countDamage() >= mostDamage) return { status: 'stored data cannot be read', warnings: [] }
  const warnings = await Promise.all([failingJobs(app), nearlyFull(dataFolder)])
  return { status: 'ok', warnings: warnings.flat() }
}

async function failingJobs(app: FastifyInstance): Promise<string[]> {
  const runs = await app.db.transaction().execute(listJobRuns)
  const failing = runs.filter(({ failedRunning }) => failedRunning > 0)
  return failing.length > 0 ? [`${failing.length} jobs failing`] : []
}

async function nearlyFull(folder: string | undefined): Promise<string[]> {
  const stat = folder === undefined ? undefined : await statfs(folder).catch(() => undefined)
  if (!stat) return []
  const free = stat.bavail * stat.bsize
  const isLow = free < leastFreeBytes || stat.bavail / stat.blocks < leastFreePart
  return isLow ? ['disk nearly full'] : []
}
