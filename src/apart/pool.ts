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
  readonly run: (task: object, asker: Asker) => Promise<unknown>
  /** Ends the processes; what is underway comes to nothing. */
  readonly close: () => void
}

/** What a process answers. */
export type Reply = { readonly result: unknown } | { readonly complaint: string }

interface Job {
  readonly task: object
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
    keepAlive(child)
    watchOver(child, job.task, limits, (outcome) => {
      busy.delete(child)
      if (outcome instanceof Undone) child.kill('SIGKILL')
      else rest(child)
      job.done(outcome)
      serve()
    })
  }

  const rest = (child: ChildProcess) => {
    letEnd(child)
    idle.push(child)
  }

  const start = (): ChildProcess => {
    const child = startProcess(script, limits)
    return child.on('exit', () => {
      if (idle.includes(child)) idle.splice(idle.indexOf(child), 1)
    })
  }

  return {
    run: async (task, asker) => {
      const outcome = await new Promise<Reply | Undone>((done) => {
        if (isClosed || !line.join({ task, isReaders: asker !== 'office', done }, asker)) done(new Undone('full'))
        else serve()
      })
      if (outcome instanceof Undone) throw outcome
      if ('complaint' in outcome) throw new Error(outcome.complaint)
      return outcome.result
    },
    close: () => {
      isClosed = true
      for (let job = line.next(true); job; job = line.next(true)) job.done(new Undone('crashed'))
      for (const child of [...idle, ...busy.keys()]) child.kill('SIGKILL')
    },
  }
}

/** Has a process do one task and tells once how it came out, at the latest when a limit is reached. */
function watchOver(child: ChildProcess, task: object, limits: PoolLimits, tell: (outcome: Reply | Undone) => void) {
  let isOver = false
  const over = (outcome: Reply | Undone) => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    clearInterval(watch)
    child.off('message', hear).off('error', fail).off('exit', fail)
    tell(outcome)
  }
  const hear = (reply: unknown) => over(isReply(reply) ? reply : new Undone('crashed'))
  const fail = () => over(new Undone('crashed'))
  const timer = setTimeout(() => over(new Undone('slow')), limits.ms)
  const watch = setInterval(async () => {
    const mb = await residentMb(child.pid)
    if (mb > limits.memoryMb) over(new Undone('large'))
  }, memoryCheckMs)
  child.on('message', hear).on('error', fail).on('exit', fail)
  child.send(task, (error) => error && fail())
}

const isReply = (reply: unknown): reply is Reply =>
  typeof reply === 'object' && reply !== null && ('result' in reply || 'complaint' in reply)

function keepAlive(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

/** One that waits for work keeps nobody from ending. */
function letEnd(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function startProcess(script: URL, { memoryMb }: PoolLimits): ChildProcess {
  const child = fork(fileURLToPath(script), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  // A process that breaks while it rests is missed by nobody.
  child.on('error', () => {})
  yieldToServer(child.pid)
  return child
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
