import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { lineFile } from './cluster-files.ts'
import { writeWhole } from './tree.ts'

/**
 * One unbroken stretch of archived log, with the base backups that it goes on from. A restored copy, another folder and a gap
 * each begin a new one, so that the logs of two lives never meet in one folder.
 */
const Line = z.strictObject({
  line: z.string().regex(/^[0-9a-f]{8}$/),
  root: z.string(),
  begunAt: z.iso.datetime(),
  /** Since when nothing is archived any more, because the disk of the data was filling up with what could not be. */
  pausedAt: z.iso.datetime().nullable(),
})
export type Line = z.infer<typeof Line>

/** The line of a cluster; undefined for one that has none. */
export function readLine(cluster: string): Line | undefined {
  const path = join(cluster, lineFile)
  if (!existsSync(path)) return undefined
  try {
    return Line.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Begun anew: a line that nobody can name goes on nowhere.
    return undefined
  }
}

export const newLine = (root: string): Line => ({
  line: randomBytes(4).toString('hex'),
  root,
  begunAt: new Date().toISOString(),
  pausedAt: null,
})

export const saveLine = (cluster: string, line: Line): void => writeWhole(join(cluster, lineFile), JSON.stringify(line))

export const dropLine = (cluster: string): void => rmSync(join(cluster, lineFile), { force: true })
