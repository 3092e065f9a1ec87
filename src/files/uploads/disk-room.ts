import { statfs } from 'node:fs/promises'

export interface DiskRoom {
  readonly hasRoom: () => Promise<boolean>
}

export const unmeasuredDisk: DiskRoom = { hasRoom: async () => true }

const measuredMs = 2_000
const gibibyte = 1024 ** 3

/** Kept free for what is no file: the database's own journal above all, without which nothing at all can be written. */
const mustStayFree = (total: number): number => Math.min(gibibyte, total / 20)

/** The disk of the data folder: below 1 GB or a twentieth of it, whichever is less, it has no room for files. */
export function diskOf(folder: string, measure = statfs, now = () => performance.now()): DiskRoom {
  let measuredAt = Number.NEGATIVE_INFINITY
  let hasRoom = true
  return {
    hasRoom: async () => {
      if (now() - measuredAt < measuredMs) return hasRoom
      measuredAt = now()
      try {
        const { bavail, blocks, bsize } = await measure(folder)
        hasRoom = bavail * bsize >= mustStayFree(blocks * bsize)
      } catch {
        // Some file systems do not say: the database says when nothing can be written.
        hasRoom = true
      }
      return hasRoom
    },
  }
}
