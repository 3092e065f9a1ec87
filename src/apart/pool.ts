import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Asker } from './asker.ts'
import { type LineLimits, waitingLine } from './waiting-line.ts'

export interface PoolLimits extends LineLimits {
  readonly processes: number
  /** How many of them readers may use at once; the others are kept for the office. */
  readonly forReaders: number
  /** What one task may take. */
  readonly ms: number
  readonly memoryMb: number
}

/**
 * Why a task came to no result: no place to wait; more time or memory than is allowed; the process ended under it. Whatever
 * the task itself complains of is an ordinary error.
 */
export class Undone extends Error {
  override readonly name = 'Undone'
  readonly why: 'full' | 'slow' | 'large' | 'crashed'

  constructor(why: Undone['why']) {
    super(`the work apart came to nothing: ${why}`)
    this.why = why
  }
}

export interface Pool {
  /** Has a process do it. The task and its result cross as they are cloned: data and bytes. */
  readonly run: (task: unknown, asker: Asker) => Promise<unknown>
  /** Ends the processes; what is underway comes to nothing. */
  readonly close: () => void
}

/** What a process answers. */
export type Reply = { readonly result: unknown } | { readonly complaint: string }

interface Job {
  readonly task: unknown
  readonly isReaders: boolean
  readonly done: (outcome: Reply | Undone) => void
}

const memoryCheckMs = 200

/**
 * Processes beside the server for work that is long, or done in native code that may end its process. They begin with the
 * first task, stay with what they have loaded, and yield to the server. One that exceeds a limit is killed; another takes its place.
 */
export function openPool(script: URL, limits: PoolLimits): Pool {
  const line = waitingLine<Job>(limits)
  const idle: ChildProcess[] = []
  const busy = new Map<ChildProcess, Job>()
  let isClosed = false

  const readers = () => [...busy.values()].filter(({ isReaders }) => isReaders).length

  /** Gives out whatever can begin now. */
  const serve = () => {
    while (!isClosed && busy.size < limits.processes) {
      const job = line.next(readers() < limits.forReaders)
      if (!job) return
      begin(job)
    }
  }

  const begin = (job: Job) => {
    const child = idle.pop() ?? start()
    busy.set(child, job)
    child.ref()
    child.channel?.ref()
    let isOver = false
    const over = (outcome: Reply | Undone) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      clearInterval(watch)
      child.off('message', hear).off('error', fail).off('exit', fail)
      busy.delete(child)
      if (outcome instanceof Undone) child.kill('SIGKILL')
      else rest(child)
      job.done(outcome)
      serve()
    }
    const hear = (reply: unknown) => over(reply as Reply)
    const fail = () => over(new Undone('crashed'))
    const timer = setTimeout(() => over(new Undone('slow')), limits.ms)
    const watch = setInterval(async () => {
      const mb = await residentMb(child.pid)
      if (mb > limits.memoryMb) over(new Undone('large'))
    }, memoryCheckMs)
    child.on('message', hear).on('error', fail).on('exit', fail)
    child.send(job.task as object, (error) => error && fail())
  }

  /** One that waits for work keeps nobody from ending. */
  const rest = (child: ChildProcess) => {
    child.unref()
    child.channel?.unref()
    idle.push(child)
  }

  const start = (): ChildProcess => {
    const child = fork(fileURLToPath(script), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.memoryMb}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('exit', () => {
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1)
    })
    // A process that breaks while it rests is missed by nobody.
    child.on('error', () => {})
    yieldToServer(child.pid)
    return child
  }

  return {
    run: (task, asker) =>
      new Promise((resolve, reject) => {
        const done = (outcome: Reply | Undone) => {
          if (outcome instanceof Undone) reject(outcome)
          else if ('complaint' in outcome) reject(new Error(outcome.complaint))
          else resolve(outcome.result)
        }
        if (isClosed || !line.join({ task, isReaders: asker !== 'office', done }, asker))
          return reject(new Undone('full'))
        serve()
      }),
    close: () => {
      isClosed = true
      for (let job = line.next(true); job; job = line.next(true)) job.done(new Undone('crashed'))
      for (const child of [...idle, ...busy.keys()]) child.kill('SIGKILL')
    },
  }
}

/** Of two that want the processor the server gets it. */
function yieldToServer(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10)
  } catch {
    // It has ended already, or the system has no priorities.
  }
}

const pageBytes = 4096

/** What the process holds, native code included; nought where the system does not say. */
async function residentMb(pid: number | undefined): Promise<number> {
  const said = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return (Number(said.split(' ')[1] ?? 0) * pageBytes) / 2 ** 20
}
