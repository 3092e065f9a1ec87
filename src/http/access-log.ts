import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { officeDay } from '../days/plain-date.ts'
import { tellFault } from '../faults/fault.ts'
import { packLogs } from './log-folder.ts'

/** What is known of an answer. No query, header or body: they hold what people search for, type and are told. */
export interface Answered {
  readonly method: string
  /** The pattern of the route. */
  readonly route: string
  /** Only of public pages that are there: elsewhere it may hold what somebody typed. */
  readonly path?: string | undefined
  readonly status: number
  readonly bytes?: number | undefined
  readonly from?: string
}

export interface AccessLog {
  /** `facts` is a line begun by `factsOf`. */
  readonly write: (facts: string, more: More) => void
  /** Resolves when what was being written, and what still waits, is on the disk. */
  readonly close: () => Promise<void>
}

export interface More {
  readonly address: string
  readonly ms?: number
  /** Who was signed in. */
  readonly actor?: string | undefined
  readonly fault?: string | undefined
}

export interface LogSettings {
  /** Undefined: stdout. */
  readonly folder: string | undefined
  readonly days: number
}

const flushMs = 200
const packMs = 3_600_000
/** A disk that is slow or full must not take the memory; what is left out is counted and told. */
const mostWaiting = 32 * 1024 * 1024

let [instant, timeOfInstant] = [0, '']

/** Under load many answers fall into one millisecond. */
function timeNow(): string {
  const now = Date.now()
  if (now !== instant) [instant, timeOfInstant] = [now, new Date().toISOString()]
  return timeOfInstant
}

const quoted = (address: string): string => (/^[\da-f.:]*$/i.test(address) ? `"${address}"` : JSON.stringify(address))

/** The part of a line that is the same each time that an answer is given again. */
export const factsOf = (answered: Answered): string => JSON.stringify(answered).slice(1, -1)

function lineOf(facts: string, { address, ms, actor, fault }: More): string {
  let line = `{"time":"${timeNow()}",${facts},"address":${quoted(address)}`
  if (ms !== undefined) line += `,"ms":${Math.round(ms * 10) / 10}`
  if (actor) line += `,"actor":"${actor}"`
  if (fault) line += `,"fault":"${fault}"`
  return `${line}}\n`
}

/** Packs what is of earlier days, now and every hour. */
function keepPacked(folder: string, days: number): NodeJS.Timeout {
  const pack = () => {
    packLogs(folder, days, new Date()).catch((error) => tellFault(error, { kind: 'log', place: 'packing' }))
  }
  pack()
  return setInterval(pack, packMs).unref()
}

function makeLogFolder(folder: string): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
}

/** Opens the log of answers: one line of JSON each, written a fifth of a second later, into a file for each office day. */
export function openAccessLog({ folder, days }: LogSettings): AccessLog {
  if (folder) makeLogFolder(folder)
  let lines: string[] = []
  let waiting = 0
  let lost = 0
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()

  const pathNow = () => join(folder ?? '', `access-${officeDay(new Date())}.log`)
  const take = (): string => {
    const text = lines.join('')
    lines = []
    waiting = 0
    return text
  }
  const flush = async (): Promise<void> => {
    timer = undefined
    const text = take()
    if (text === '') return
    try {
      if (!folder) process.stdout.write(text)
      else await appendFile(pathNow(), text, { mode: 0o600 })
      if (lost > 0) tellFault(new Error(`${lost} lines of the access log are lost`), { kind: 'log', place: 'access' })
      lost = 0
    } catch (error) {
      tellFault(error, { kind: 'log', place: 'access' })
      // Tried again with the next lines, as long as there is room for them.
      lines.unshift(text)
      waiting += text.length
    }
  }
  const soon = () => {
    timer ??= setTimeout(() => {
      writing = writing.then(flush)
    }, flushMs).unref()
  }
  const packing = folder ? keepPacked(folder, days) : undefined

  return {
    write: (facts, more) => {
      if (waiting > mostWaiting) {
        lost += 1
        return soon()
      }
      const line = lineOf(facts, more)
      lines.push(line)
      waiting += line.length
      soon()
    },
    close: () => {
      clearTimeout(timer)
      clearInterval(packing)
      writing = writing.then(flush)
      return writing
    },
  }
}
