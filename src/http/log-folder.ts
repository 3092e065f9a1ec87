import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const dayMs = 24 * 3_600_000
/** Another server on the same folder may still be writing the last lines of the day. */
const quietMs = 10 * 60_000
const ofDay = /^access-(\d{4}-\d\d-\d\d)\.log(\.gz)?$/

/** Packs the logs of earlier days and removes those that are older than is kept. Touches no file that is not a log of ours. */
export async function packLogs(folder: string, days: number, now: Date): Promise<void> {
  for (const name of (await readdir(folder)).sort()) {
    const [, day, isPacked] = ofDay.exec(name) ?? []
    if (!day) continue
    const path = join(folder, name)
    const age = now.getTime() - Date.parse(`${day}T00:00:00+08:00`)
    if (age > (days + 1) * dayMs) await rm(path, { force: true })
    else if (!isPacked && age > dayMs && now.getTime() - (await stat(path)).mtimeMs > quietMs) await pack(path)
  }
}

/** Whoever renames it first packs it; a server that dies meanwhile leaves a file that is taken up by hand. */
async function pack(path: string): Promise<void> {
  const taken = `${path}.packing`
  await rename(path, taken)
  await pipeline(createReadStream(taken), createGzip(), createWriteStream(`${taken}.gz`, { mode: 0o600 }))
  await rename(`${taken}.gz`, `${path}.gz`)
  await rm(taken)
}
