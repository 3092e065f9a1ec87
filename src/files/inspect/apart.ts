import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
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

/** Looks into a file in a thread with a limit of memory and time; a file that exceeds one is `tooLarge`. */
export async function inspectApart(format: 'pdf' | 'zip', bytes: Uint8Array): Promise<Verdict> {
  if (running >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await inspect(format, bytes)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function inspect(format: 'pdf' | 'zip', bytes: Uint8Array): Promise<Verdict> {
  if (!script) throw new Error('the file inspection is missing beside the program')
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { format, bytes },
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
      stderr: true,
      stdout: true,
    })
    const end = (verdict: Verdict) => {
      clearTimeout(timer)
      resolve(verdict)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ fault: 'tooLarge' }), maxMs)
    worker.once('message', end)
    worker.once('error', () => end({ fault: 'tooLarge' }))
    worker.once('exit', () => end({ fault: 'broken' }))
  })
}
