import { writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { setPriority } from 'node:os'
import { deserialize, serialize } from 'node:v8'
import { isMainThread, Worker, workerData } from 'node:worker_threads'
import { type Frame, headOf, readFrames } from './frames.ts'
import { mostCpuMs, mostResidentBytes } from './limits.ts'
import type { Task } from './task.ts'

/**
 * A process of its own for files from outside, so that one made to be slow or large ends this and nothing else. Its second
 * thread ends it when a file takes too much, or when the server is no longer there.
 */
const lookMs = 100
const mostAskedBytes = 96 * 1024 * 1024
/** Parts of the memory that both threads see: the processor time at which it ends, 0 while it waits. */
const cpuLimit = 0

const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

async function resultOf(task: Task, data: Buffer): Promise<unknown> {
  switch (task.what) {
    case 'verdict':
      return (await import('./look.ts')).look(data)
    case 'reading':
      return {
        words: task.format ? await (await import('./look.ts')).wordsIn(task.format, data) : '',
        traces: await (await import('../traces/trace.ts')).traceFile(data),
      }
    case 'wordPage':
      return (await import('../word-page/read-word.ts')).readWord(data)
    case 'tables':
      return (await import('../tables/read-tables.ts')).readTables(data, task.limits)
  }
}

function serve(): void {
  const shared = new Float64Array(new SharedArrayBuffer(8))
  new Worker(new URL(import.meta.url), { workerData: { shared, server: process.ppid } })
  setPriority(5)
  try {
    // Whom the kernel ends first when memory is short.
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {}
  // Ctrl+C goes to the whole group: the server says when it is over.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  const line = new Socket({ fd: 3, readable: true, writable: true })
  const leave = () => process.exit()
  line.once('close', leave).once('end', leave).once('error', leave)
  const answer = async ({ first, second }: Frame) => {
    shared[cpuLimit] = cpuMs() + mostCpuMs(second.length)
    const task: Task = deserialize(first)
    const result = await resultOf(task, second)
    const said = serialize({ result, resident: process.memoryUsage.rss() })
    shared[cpuLimit] = 0
    line.write(headOf(said.length, 0))
    line.write(said)
  }
  readFrames(line, mostAskedBytes, answer, leave)
}

function watch({ shared, server }: { shared: Float64Array; server: number }): void {
  setInterval(() => {
    const limit = shared[cpuLimit] ?? 0
    const isOver = limit > 0 && (cpuMs() > limit || process.memoryUsage.rss() > mostResidentBytes)
    if (isOver || process.ppid !== server) process.kill(process.pid, 'SIGKILL')
  }, lookMs)
}

if (isMainThread) serve()
else watch(workerData)
