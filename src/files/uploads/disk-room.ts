import { statfs } from 'node:fs/promises'

export interface DiskRoom {
  /** Whether so many bytes of files, all that are on their way together, find room. */
  readonly hasRoom: (bytes: number) => Promise<boolean>
}

export const unmeasuredDisk: DiskRoom = { hasRoom: async () => true }

const mebibyte = 1024 ** 2
const gibibyte = 1024 ** 3

/** Of a byte of a file: in its table, in the journal, and once more until the journal is written back. Measured: 2 to 2.5. */
const costOfByte = 4

/** Kept free for what is no file: the database's own journal above all, without which nothing at all can be written. */
const mustStayFree = (total: number): number =>
  Math.max(Math.min(gibibyte, total / 20), Math.min(256 * mebibyte, total / 5))

/**
 * The disk of the data folder. Files never take the last 1 GB of it, of a smaller one the last twentieth, but 256 MB, of a tiny
 * one a fifth. Measured for each file, which costs less than any part of taking it in.
 */
export function diskOf(folder: string, measure = statfs): DiskRoom {
  return {
    hasRoom: async (bytes) => {
      try {
        const { bavail, blocks, bsize } = await measure(folder)
        return bavail * bsize - bytes * costOfByte >= mustStayFree(blocks * bsize)
      } catch {
        // Some file systems do not say: the database says when nothing can be written.
        return true
      }
    },
  }
}
