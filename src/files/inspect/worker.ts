import { Socket } from 'node:net'
import { setPriority } from 'node:os'
import { deserialize, serialize } from 'node:v8'
import { type Frame, headOf, readFrames } from '../../apart/frames.ts'
import { guardProcess } from '../../apart/guard.ts'
import { mostCpuMs, mostReadingMs, mostResidentBytes } from './limits.ts'
import type { Task } from './task.ts'

const mostAskedBytes = 96 * 1024 * 1024

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
    guard.begin(mostCpuMs(second.length))
    const task: Task = deserialize(first)
    if (task.what === 'reading') guard.begin(mostReadingMs(second.length))
    const result = await resultOf(task, second)
    const said = serialize({ result, resident: process.memoryUsage.rss() })
    guard.end()
    line.write(headOf(said.length, 0))
    line.write(said)
  }
  readFrames(line, mostAskedBytes, answer, leave)
}

serve()
