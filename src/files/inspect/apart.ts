import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FileTraces } from '../traces/traces.ts'
import type { WordPage } from '../word-page/word-page.ts'
import type { Verdict } from './verdict.ts'

const maxAtOnce = 2
const maxMs = 20_000
const maxHeapMb = 256

/** Beside the bundle, above that of the bench, or the source. */
const [script] = ['./file-inspection.js', '../file-inspection.js', './worker.ts']
  .map((name) => new URL(name, import.meta.url))
  .filter((url) => existsSync(fileURLToPath(url)))

const waiting: (() => void)[] = []
let running = 0

/** What the thread is asked to do with a file. */
export type Task = 'pdf' | 'zip' | 'traces' | 'wordPage'
type Fault = 'tooLarge' | 'broken'

/** Looks into a file in a thread with a limit of memory and time; a file that exceeds one is `tooLarge`. */
export async function inspectApart(format: 'pdf' | 'zip', bytes: Uint8Array): Promise<Verdict> {
  const verdict = await apart<Verdict>(format, bytes)
  return typeof verdict === 'string' ? { fault: verdict } : verdict
}

/** What a kept file carries beside what it shows; undefined where it could not be looked into. */
export async function traceApart(bytes: Uint8Array): Promise<FileTraces | undefined> {
  const traces = await apart<FileTraces | undefined>('traces', bytes)
  return typeof traces === 'string' ? undefined : traces
}

/** A Word document as a page of HTML with its pictures; undefined where it could not be read. */
export async function readWordApart(bytes: Uint8Array): Promise<WordPage | undefined> {
  const page = await apart<WordPage | undefined>('wordPage', bytes)
  return typeof page === 'string' ? undefined : page
}

async function apart<Result>(task: Task, bytes: Uint8Array): Promise<Result | Fault> {
  if (running >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await inThread<Result>(task, bytes)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function inThread<Result>(task: Task, bytes: Uint8Array): Promise<Result | Fault> {
  if (!script) throw new Error('the file inspection is missing beside the program')
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { task, bytes },
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
      stderr: true,
      stdout: true,
    })
    const end = (result: Result | Fault) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end('tooLarge'), maxMs)
    worker.once('message', end)
    worker.once('error', () => end('tooLarge'))
    worker.once('exit', () => end('broken'))
  })
}
