import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { openPool, Undone } from '../../apart/pool.ts'
import { programBeside } from '../../apart/program-beside.ts'
import { type Reading, unreadable } from './reading.ts'

const script = programBeside('report-reading.js', new URL('./reading-process.ts', import.meta.url))

/** A report takes milliseconds; what takes this long was made to. */
const limits = { ms: 60_000, memoryMb: 1_024, places: 1_000, keptForOffice: 0, ofOneNetwork: 1 }

/** Processes that read reports: one more than there are processors, since each waits at times. */
export interface Readers {
  readonly processes: number
  /** As `readReport`; a file that exceeds the limits is not readable. */
  readonly read: (bytes: Uint8Array, name: string) => Promise<Reading>
  readonly close: () => void
}

/** Readers for many reports. They begin with the first report and must be closed. */
export function openReaders(processes = availableParallelism() + 1): Readers {
  if (!script) throw new Error('the reading of reports is missing beside the program')
  const pool = openPool(pathToFileURL(script), { ...limits, processes, forReaders: processes })
  return {
    processes,
    read: async (bytes, name) => {
      try {
        return (await pool.run({ bytes, name }, 'office')) as Reading
      } catch (error) {
        if (error instanceof Undone)
          return unreadable('文件过大或过于复杂，超过了读取的限度，请另存为Word或网页后再提交')
        throw error
      }
    },
    close: pool.close,
  }
}
