import type { Asker } from '../../apart/asker.ts'
import { refusals } from '../../refusal.ts'
import { mostIdleMs, mostTries, placeLimits } from './limits.ts'
import { openPlaces } from './places.ts'
import { type FileProcess, type NoAnswer, startProcess } from './process.ts'
import type { Answer, Task } from './task.ts'

/** Of a file that could not be looked into to the end. */
export type Failure = 'tooLarge' | 'broken'

interface Idle {
  readonly inspector: FileProcess
  readonly timer: NodeJS.Timeout
}

const places = openPlaces(placeLimits)
/** Warm, the last used last. */
const idle: Idle[] = []
const counts = { answered: 0, ended: 0, garbage: 0, busy: 0 }

/** How many files were looked into, how many ended or outstayed their process, and how many were not taken in, since the start. */
export const inspectionCounts = (): Readonly<typeof counts> => counts

/** Process ids, for whoever measures what they take. */
export const idleProcesses = (): number[] => idle.flatMap(({ inspector }) => inspector.pid ?? [])

/** Has a process look into a file. `isResult` says whether the answer is one at all; whatever is none is `broken`. */
export async function askProcess<Result>(
  task: Task,
  bytes: Uint8Array,
  asker: Asker,
  isResult: (result: unknown) => result is Result,
): Promise<Result | Failure> {
  const arrivedAt = performance.now()
  let heard = await askOnce(task, bytes, { asker, arrivedAt }, isResult)
  // Who had to give way is let in again when their turn comes: on a slow machine a sound file may take long.
  for (let tries = 1; heard === 'gaveWay' && tries < mostTries; tries += 1)
    heard = await askOnce(task, bytes, { asker, arrivedAt }, isResult)
  if (heard === 'gaveWay' || heard === 'timedOut') throw tooBusy()
  if (typeof heard !== 'string' && isResult(heard.result)) {
    counts.answered += 1
    return heard.result
  }
  const why = typeof heard === 'string' ? heard : 'garbage'
  counts[why] += 1
  return failureOf(why, task)
}

async function askOnce(
  task: Task,
  bytes: Uint8Array,
  { asker, arrivedAt }: { readonly asker: Asker; readonly arrivedAt: number },
  isResult: (result: unknown) => boolean,
): Promise<Answer | NoAnswer | 'gaveWay'> {
  const place = await places.take(asker, { bytes: bytes.length, arrivedAt }).catch(() => {
    throw tooBusy()
  })
  try {
    const inspector = warmProcess() ?? newProcess()
    let hasGivenWay = false
    const giveWay = () => {
      hasGivenWay = true
      inspector.end()
    }
    const heard = await inspector.ask(task, bytes, () => place.whenWanted(giveWay))
    if (typeof heard !== 'string' && !isResult(heard.result)) inspector.end()
    putBack(inspector)
    return hasGivenWay ? 'gaveWay' : heard
  } finally {
    place.leave()
  }
}

function tooBusy(): Error {
  counts.busy += 1
  return refusals.inspectionBusy()
}

function failureOf(why: Exclude<NoAnswer, 'timedOut'>, { what }: Task): Failure {
  // Neither name nor content: a file may be anybody's.
  process.stderr.write(
    `${new Date().toISOString()} 一个文件无法检查（${what}，${reasons[why]}），已拒收，其他文件照常检查\n`,
  )
  return why === 'garbage' ? 'broken' : 'tooLarge'
}

const reasons = {
  ended: '检查它的进程超过限度而终止',
  garbage: '检查它的进程答复异常',
} as const satisfies Record<Exclude<NoAnswer, 'timedOut'>, string>

function newProcess(): FileProcess {
  try {
    return startProcess()
  } catch (error) {
    // The machine has no process to give: that is no fault of the file.
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw tooBusy()
  }
}

function warmProcess(): FileProcess | undefined {
  for (;;) {
    const last = idle.pop()
    if (!last) return undefined
    clearTimeout(last.timer)
    if (last.inspector.isFit()) return last.inspector
    last.inspector.end()
  }
}

function putBack(inspector: FileProcess): void {
  if (!inspector.isFit()) {
    inspector.end()
    return
  }
  const timer = setTimeout(() => {
    const at = idle.findIndex((each) => each.inspector === inspector)
    if (at >= 0) idle.splice(at, 1)
    inspector.end()
  }, mostIdleMs)
  idle.push({ inspector, timer: timer.unref() })
}
