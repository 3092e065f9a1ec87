import { availableParallelism } from 'node:os'
import { pathToFileURL } from 'node:url'
import { openPool, Undone } from '../../apart/pool.ts'
import { programBeside } from '../../apart/program-beside.ts'
import type { PageLine } from './page.ts'
import { type Reading, unreadable } from './reading.ts'

const script = programBeside('report-reading.js', new URL('./reading-process.ts', import.meta.url))

/** A report takes milliseconds; what takes this long was made to. */
const limits = { ms: 60_000, memoryMb: 1_024, places: 1_000, keptForOffice: 0, ofOneNetwork: 1 }

/** Processes that read reports: one more than there are processors, since each waits at times. */
export interface Readers {
  readonly processes: number
  /** As `readReport`; a file that exceeds the limits is not readable. */
  readonly read: (bytes: Uint8Array, name: string) => Promise<Reading>
  /** The same with what stands in the file (`readLines`), for whoever compares. */
  readonly readWithLines: (bytes: Uint8Array, name: string) => Promise<ReadWithLines>
  readonly close: () => void
}

export interface ReadWithLines {
  readonly reading: Reading
  readonly lines: readonly PageLine[]
}

/** Readers for many reports. They begin with the first report and must be closed. */
export function openReaders(processes = availableParallelism() + 1): Readers {
  if (!script) throw new Error('the reading of reports is missing beside the program')
  const pool = openPool(pathToFileURL(script), { ...limits, processes, forReaders: processes })
  const run = async <Answer>(task: object, undone: (reading: Reading) => Answer): Promise<Answer> => {
    try {
      return (await pool.run(task, 'office')) as Answer
    } catch (error) {
      if (error instanceof Undone)
        return undone(unreadable('文件过大或过于复杂，超过了读取的限度，请另存为Word或网页后再提交'))
      throw error
    }
  }
  return {
    processes,
    read: (bytes, name) => run({ bytes, name }, (reading) => reading),
    readWithLines: (bytes, name) => run({ bytes, name, withLines: true }, (reading) => ({ reading, lines: [] })),
    close: pool.close,
  }
}
