import { spawn } from 'node:child_process'
import { Socket } from 'node:net'
import { deserialize, serialize } from 'node:v8'
import { headOf, readFrames } from '../../apart/frames.ts'
import { programBeside } from '../../apart/program-beside.ts'
import { mostAnswerBytes, mostFilesOfProcess, mostHeapMb, mostIdleBytes, mostMs } from './limits.ts'
import type { Answer, Task } from './task.ts'

const script = programBeside('file-inspection.js', new URL('./worker.ts', import.meta.url))

/** Why there is no answer: it took too long, or the process has ended, by itself or for its memory. */
export type NoAnswer = 'timedOut' | 'ended' | 'garbage'

export interface FileProcess {
  readonly pid: number | undefined
  /** One file at a time. Never throws. `begun` is called when the process, which may first have to start, has the file. */
  readonly ask: (task: Task, bytes: Uint8Array, begun?: () => void) => Promise<Answer | NoAnswer>
  /** False after any doubt: it is to be replaced. */
  readonly isFit: () => boolean
  readonly end: () => void
}

/**
 * Starts a process that looks into files from outside: whatever a file does to it, the server lives. It has none of the
 * server's settings and keys, gives way to the server where the processor is scarce, and ends when the server ends.
 */
export function startProcess(): FileProcess {
  const { child, line } = spawnWithLine()
  let hasEnded = false
  let isDoubtful = false
  let files = 0
  let hasBegun: (() => void) | undefined
  let answer: ((answer: Answer | NoAnswer) => void) | undefined
  const say = (what: Answer | NoAnswer) => {
    if (typeof what === 'string') isDoubtful = true
    answer?.(what)
    answer = undefined
  }
  const sayBegun = () => {
    hasBegun?.()
    hasBegun = undefined
  }
  const end = () => {
    hasEnded = true
    child.kill('SIGKILL')
    line.destroy()
    say('ended')
  }
  child.once('error', end)
  child.once('exit', end)
  line.on('error', end)
  line.once('close', end)
  readFrames(
    line,
    mostAnswerBytes,
    ({ first }) => (first.length === 0 ? sayBegun() : say(answerIn(first) ?? 'garbage')),
    () => say('garbage'),
  )
  const rest = () => {
    child.unref()
    line.unref()
  }
  rest()

  return {
    pid: child.pid,
    isFit: () => !hasEnded && !isDoubtful && files < mostFilesOfProcess,
    end,
    ask: async (task, bytes, begun) => {
      if (hasEnded) return 'ended'
      files += 1
      hasBegun = begun
      line.ref()
      const timer = setTimeout(() => say('timedOut'), mostMs)
      const heard = await new Promise<Answer | NoAnswer>((resolve) => {
        answer = resolve
        send(line, task, bytes)
      })
      clearTimeout(timer)
      if (typeof heard === 'string') end()
      else if (heard.resident > mostIdleBytes) isDoubtful = true
      rest()
      return heard
    },
  }
}

function spawnWithLine() {
  if (!script) throw new Error('the file inspection is missing beside the program')
  const child = spawn(process.execPath, [`--max-old-space-size=${mostHeapMb}`, script], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: {},
  })
  const line = child.stdio[3]
  if (!(line instanceof Socket)) throw new Error('the file inspection has no line')
  return { child, line }
}

function send(line: Socket, task: Task, bytes: Uint8Array): void {
  const asked = serialize(task)
  line.cork()
  line.write(headOf(asked.length, bytes.length))
  line.write(asked)
  line.write(bytes)
  line.uncork()
}

function answerIn(bytes: Buffer): Answer | undefined {
  try {
    const said: unknown = deserialize(bytes)
    if (typeof said !== 'object' || said === null || !('resident' in said) || !('result' in said)) return undefined
    return typeof said.resident === 'number' ? { result: said.result, resident: said.resident } : undefined
  } catch {
    return undefined
  }
}
