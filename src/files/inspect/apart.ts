import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FileReading } from '../readings.ts'
import type { TableLimits, TableReading } from '../tables/read-tables.ts'
import type { WordReading } from '../word-page/word-page.ts'
import type { Format, Verdict } from './verdict.ts'

const maxAtOnce = 2
const maxMs = 20_000
const maxHeapMb = 256
/** What the server's own thread takes over costs it time as well. */
const maxCharacters = 16_000_000

/** Beside the bundle, above that of the bench, or the source. */
const [script] = ['./file-inspection.js', '../file-inspection.js', './worker.ts']
  .map((name) => new URL(name, import.meta.url))
  .filter((url) => existsSync(fileURLToPath(url)))

const waiting: (() => void)[] = []
let running = 0

/** What the thread is asked to do with a file. */
export type Task =
  | { readonly what: 'verdict'; readonly format: Format }
  | { readonly what: 'reading'; readonly format: Format | null }
  | { readonly what: 'wordPage' }
  | { readonly what: 'tables'; readonly limits: TableLimits }
type Failure = 'tooLarge' | 'broken'

/** Looks into a file in a thread with a limit of memory and time; a file that exceeds one is `tooLarge`. */
export async function inspectApart(format: Format, bytes: Uint8Array): Promise<Verdict> {
  const verdict = await apart<Verdict>({ what: 'verdict', format }, bytes)
  return typeof verdict === 'string' ? { fault: verdict } : verdict
}

/** What a file says – its words only in a known format – and carries; `failed` where the look exceeded a limit or broke off, which is not “nothing”. */
export async function readApart(format: Format | null, bytes: Uint8Array): Promise<FileReading | 'failed'> {
  const reading = await apart<FileReading>({ what: 'reading', format }, bytes)
  return typeof reading === 'string' ? 'failed' : reading
}

/** A Word document as a page of HTML with its pictures, or why it is none. */
export async function readWordApart(bytes: Uint8Array): Promise<WordReading> {
  const reading = await apart<WordReading>({ what: 'wordPage' }, bytes)
  return typeof reading === 'string' ? { fault: reading } : reading
}

/** The tables of a workbook or csv, of each at most so many rows, or why it is none. */
export async function readTablesApart(bytes: Uint8Array, rows: number): Promise<TableReading> {
  const limits = { rows, characters: maxCharacters }
  const reading = await apart<TableReading>({ what: 'tables', limits }, bytes)
  if (typeof reading !== 'string') return reading
  return { fault: reading === 'broken' ? 'damaged' : reading }
}

async function apart<Result>(task: Task, bytes: Uint8Array): Promise<Result | Failure> {
  if (running >= maxAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await inThread<Result>(task, bytes)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function inThread<Result>(task: Task, bytes: Uint8Array): Promise<Result | Failure> {
  if (!script) throw new Error('the file inspection is missing beside the program')
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { task, bytes },
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
      stderr: true,
      stdout: true,
    })
    const end = (result: Result | Failure) => {
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
