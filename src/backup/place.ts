import { existsSync, lstatSync, readdirSync, realpathSync, rmSync, statfsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { makeFolder } from '../db/make-folder.ts'
import { refusals } from '../refusal.ts'
import { isWithin, nearestExisting } from './tree.ts'

/** A path with all links on its way followed, also when its end is not there yet. */
export function realPath(path: string): string {
  const whole = resolve(path)
  const there = nearestExisting(whole)
  return join(realpathSync(there), relative(there, whole))
}

/** Refuses two folders of which one lies in the other. */
export function keepApart(one: string, other: string): void {
  const [first, second] = [realPath(one), realPath(other)]
  if (isWithin(first, second) || isWithin(second, first)) throw refusals.withinEachOther(one, other)
}

/** True for what is not there, and for a folder with nothing in it. */
export function isEmptyFolder(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return !stat || (stat.isDirectory() && readdirSync(path).length === 0)
}

/** Refuses when a disk has not this much room and a little more. */
export function requireRoom(path: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(nearestExisting(resolve(path)))
  const needed = bytes * 1.05 + 32 * 1024 * 1024
  if (bavail * bsize < needed) throw refusals.noRoomFor(path, inMegabytes(needed), inMegabytes(bavail * bsize))
}

export const inMegabytes = (bytes: number): string =>
  bytes < 1024 ** 3 ? `${Math.ceil(bytes / 1024 ** 2)} MB` : `${(bytes / 1024 ** 3).toFixed(1)} GB`

/** A folder that is made for one purpose and, when that fails, is left as it was found. */
export interface NewFolder {
  readonly remove: () => void
}

/** Makes an empty folder for a backup, or takes an empty one that is there. */
export function takeFolder(path: string): NewFolder {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (stat && !existsSync(path)) throw refusals.notAFolder(path)
  if (stat && !realStat(path)) throw refusals.notAFolder(path)
  if (stat && readdirSync(path).length > 0) throw refusals.backupNotEmpty(path)
  const made = stat ? undefined : makeFolder(path, 0o700)
  return {
    remove: () => {
      for (const name of existsSync(path) ? readdirSync(path) : [])
        rmSync(join(path, name), { recursive: true, force: true })
      if (made) rmSync(path, { recursive: true, force: true })
      // The folders above that were made for it as well, as far as nothing else is in them.
      for (
        let above = dirname(resolve(path));
        made && isWithin(above, made) && isEmptyFolder(above);
        above = dirname(above)
      )
        rmSync(above, { recursive: true, force: true })
    },
  }
}

const realStat = (path: string) => lstatSync(realpathSync(path)).isDirectory()
