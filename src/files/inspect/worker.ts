import { parentPort, workerData } from 'node:worker_threads'
import type { Task } from './apart.ts'

/** A thread of its own for one file from outside, so that a file made to be slow or large ends this and nothing else. */
const { task, bytes } = workerData as { task: Task; bytes: Uint8Array }
const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const tasks: Readonly<Record<Task, () => Promise<unknown>>> = {
  pdf: async () => (await import('./pdf.ts')).inspectPdf(data),
  zip: async () => (await import('./container.ts')).inspectContainer(data),
  traces: async () => (await import('../traces/trace.ts')).traceFile(data),
  wordPage: async () => (await import('../word-page/read-word.ts')).readWord(data),
}
parentPort?.postMessage(await tasks[task]())
