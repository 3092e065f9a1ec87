import { rmSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../src/app/build-app.ts'
import { inActs } from '../src/db/organ.ts'
import { openRuntime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import { lengthen } from './long-records.ts'
import { addManyRecords } from './many-records.ts'
import { benchDay } from './many-requests.ts'
import { load } from './measure.ts'

const count = 12
const paragraphs = 1_500

/**
 * PDFs of long records, never asked for before, by readers of many networks at once: what the home page takes meanwhile, and
 * how long the server's own thread stands still. Then the same again from what is kept.
 */
export async function benchCopies(): Promise<void> {
  const data = dataFolder('bench')
  const runtime = await openRuntime({ dataFolder: data })
  console.log(`copies: ${count} records of ${paragraphs} paragraphs as PDF, each asked for by two networks at once`)
  const env = { KAICHENG_TODAY: benchDay, KAICHENG_ORIGIN: 'http://127.0.0.1' }
  const app = await buildApp(runtime, env)
  try {
    const organ = await inActs(runtime.db, (tx) => organs.add(tx, anOrgan()))
    await addManyRecords(runtime.ownerUrl, organ, count, benchDay)
    const paths = await lengthen(runtime.ownerUrl, organ.slug, paragraphs, count)
    await app.ready()
    await homePages(app, setTimeout(1_000))
    const quiet = await homePages(app, setTimeout(3_000))
    console.log(`  home page without them: ${told(quiet)}, ${load()}`)
    const asked = () =>
      paths.flatMap((path, index) => [`10.0.${index}.1`, `10.1.${index}.1`].map((from) => pdf(app, path, from)))
    for (const what of ['made', 'kept']) {
      // Of what is in memory nothing would be measured.
      const server = what === 'made' ? app : await buildApp(runtime, env)
      const began = performance.now()
      const answers = Promise.all(what === 'made' ? asked() : paths.map((path) => pdf(server, path, '10.2.0.1')))
      const seen = await homePages(server, answers)
      const statuses = Object.entries(Object.groupBy(await answers, String)).map(
        ([code, all]) => `${code} × ${all?.length}`,
      )
      const ms = performance.now() - began
      console.log(
        `  ${what} in ${(ms / 1_000).toFixed(1)} s (${statuses.join(', ')}); home page: ${told(seen)}, ${load()}`,
      )
      console.log(`    ratio of the median ${(seen.median / quiet.median).toFixed(1)}`)
      if (server !== app) await server.close()
    }
  } finally {
    await app.close()
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

const pdf = async (app: FastifyInstance, path: string, remoteAddress: string): Promise<number> =>
  (await app.inject({ url: `${path}.pdf`, remoteAddress, headers: { host: '127.0.0.1' } })).statusCode

interface Seen {
  readonly median: number
  readonly longest: number
  readonly stood: number
}

/** Asks for the home page ten times a second until `end`. */
async function homePages(app: FastifyInstance, end: Promise<unknown>): Promise<Seen> {
  let isOver = false
  const over = end.finally(() => {
    isOver = true
  })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const times: number[] = []
  while (!isOver) {
    const began = performance.now()
    await app.inject({ url: `/?n=${times.length}`, headers: { host: '127.0.0.1' } })
    times.push(performance.now() - began)
    await Promise.race([over, setTimeout(100)])
  }
  delay.disable()
  times.sort((a, b) => a - b)
  return { median: times[times.length >> 1] ?? 0, longest: times.at(-1) ?? 0, stood: delay.max / 1e6 }
}

const told = ({ median, longest, stood }: Seen): string =>
  `median ${median.toFixed(0)} ms, longest ${longest.toFixed(0)} ms; the thread stood still for ${stood.toFixed(0)} ms at most`
