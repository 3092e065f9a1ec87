import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { refusals } from '../refusal.ts'

const fileName = 'kaicheng.json'

/** What a data folder knows of itself. */
const Marker = z.looseObject({
  /** PostgreSQL's own identifier of the cluster that belongs here. */
  cluster: z.string().regex(/^\d+$/),
  /** Names the key that its data are sealed with, and tells nothing about it; absent until there is one. */
  key: z.string().optional(),
  /** Whether the demo belongs here; settled when the folder was new. */
  demo: z.boolean(),
  /** False until the first start has made the key: until then nothing is kept here. */
  isFinished: z.boolean(),
})
export type Marker = z.infer<typeof Marker>

export const markerPath = (dataFolder: string): string => join(dataFolder, fileName)

/** Undefined where there is none, as before version 0.2. Refuses one that is not legible. */
export function readMarker(dataFolder: string): Marker | undefined {
  const path = markerPath(dataFolder)
  if (!existsSync(path)) return undefined
  try {
    return Marker.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw refusals.markerUnreadable(path)
  }
}

/** On disk when it returns, whole or not at all. */
export function writeMarker(dataFolder: string, marker: Marker): void {
  const path = markerPath(dataFolder)
  const draft = `${path}.${process.pid}`
  const handle = openSync(draft, 'w', 0o644)
  writeSync(handle, `${JSON.stringify(marker, null, 2)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, path)
}
