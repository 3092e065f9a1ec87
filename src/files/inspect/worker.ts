import { parentPort, workerData } from 'node:worker_threads'
import type { Task } from './apart.ts'

/** A thread of its own for one file from outside, so that a file made to be slow or large ends this and nothing else. */
const { task, bytes } = workerData as { task: Task; bytes: Uint8Array }
const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

async function result(): Promise<unknown> {
  switch (task.what) {
    case 'verdict':
      return (await import('./look.ts')).look(task.format, data)
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
parentPort?.postMessage(await result())
