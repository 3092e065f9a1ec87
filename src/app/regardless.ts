import { tellFault } from '../faults/fault.ts'
import { Refusal } from '../refusal.ts'

/** Trouble of one organ or person is told, and keeps nobody from the site; what it left undone is tried again by the clock. */
export async function regardless(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const why =
      error instanceof Refusal
        ? `：${error.message}`
        : `，故障编号 ${tellFault(error, { kind: 'process', place: 'start' })}`
    process.stderr.write(`${what}${why}\n`)
  }
}
