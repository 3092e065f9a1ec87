import { Socket } from 'node:net'
import { setPriority } from 'node:os'
import { deserialize, serialize } from 'node:v8'
import { type Frame, headOf, readFrames } from '../../apart/frames.ts'
import { guardProcess } from '../../apart/guard.ts'
import { mostCpuMs, mostReadingMs, mostResidentBytes } from './limits.ts'
import type { Task } from './task.ts'

const mostAskedBytes = 96 * 1024 * 1024

/** What does the task with a file; loading it is not the file's time. */
async function readerFor(task: Task): Promise<(data: Buffer) => unknown> {
  switch (task.what) {
    case 'verdict':
      return (await import('./look.ts')).look
    case 'reading': {
      const [{ wordsIn }, { traceFile }] = await Promise.all([import('./look.ts'), import('../traces/trace.ts')])
      const { format } = task
      return async (data) => ({ words: format ? await wordsIn(format, data) : '', traces: await traceFile(data) })
    }
    case 'wordPage':
      return (await import('../word-page/read-word.ts')).readWord
    case 'tables': {
      const { readTables } = await import('../tables/read-tables.ts')
      return (data) => readTables(data, task.limits)
    }
    case 'pages':
      return (await import('../pages/show-pages.ts')).findPages
    case 'signs':
      return (await import('../pages/show-pages.ts')).findSigns
    case 'coveredPage': {
      const { coverPage } = await import('../pages/show-pages.ts')
      return (data) => coverPage(data, task.covered)
    }
    case 'pagePicture': {
      const { showPage } = await import('../pages/show-pages.ts')
      return (data) => showPage(data, task.shown)
    }
  }
}

/** A process of its own for files from outside, so that one made to be slow or large ends this and nothing else. */
function serve(): void {
  const guard = guardProcess({ limits: { residentBytes: mostResidentBytes } })
  setPriority(5)
  const line = new Socket({ fd: 3, readable: true, writable: true })
  const leave = () => process.exit()
  line.once('close', leave).once('end', leave).once('error', leave)
  const answer = async ({ first, second }: Frame) => {
    // Nothing in it: the file is here, and its time begins.
    line.write(headOf(0, 0))
    const task: Task = deserialize(first)
    const work = await readerFor(task)
    guard.begin(
      task.what === 'verdict' || task.what === 'tables' ? mostCpuMs(second.length) : mostReadingMs(second.length),
    )
    const result = await work(second)
    const said = serialize({ result, resident: process.memoryUsage.rss() })
    guard.end()
    line.write(headOf(said.length, 0))
    line.write(said)
  }
  readFrames(line, mostAskedBytes, answer, leave)
}

serve()
