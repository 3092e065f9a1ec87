import { randomInt } from 'node:crypto'
import { errorCode } from '../error-code.ts'
import { describe } from './describe.ts'
import { takeTurn, writeLine } from './storm.ts'

/** What went wrong where nobody could be told: the part of the program, not what was asked of it. */
export interface FaultPlace {
  readonly kind: 'request' | 'job' | 'outbox' | 'database' | 'background' | 'log' | 'process'
  /** The pattern of a route or the name of a job; never an address that somebody typed. */
  readonly place: string
  readonly method?: string
}

/** Letters and digits that nobody takes for another on the telephone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const idLength = 8
const minute = 60_000
const mostCounted = 2_000

/** By whoever has been told of an error already: it keeps its id. */
const told = new WeakMap<Error, string>()
const counts = new Map<string, { readonly kind: string; readonly place: string; count: number }>()
let corruptions: number[] = []

/** Data pages that cannot be read and disks that fail, by SQLSTATE. */
const ofDamage = /^(?:XX00[12]|58030)$/
const mostRemembered = 100

/**
 * Leaves a trace of what should not have happened: one line of JSON on stderr, without a value that was typed or stored.
 * Answers the id to name on the page. An error that was told before, or whose cause was, is not told twice; of a storm of one
 * kind the rest has the id of the last that was told, and is summed up in one line a minute.
 */
export function tellFault(error: unknown, { kind, place, method }: FaultPlace): string {
  const known = knownId(error)
  if (known) return known
  const at = new Date()
  const now = at.getTime()
  const { frames, causes, ...facts } = describe(error)
  if (isOfDamage(error)) corruptions = [...corruptions, now].slice(-mostRemembered)
  count(kind, place)
  const { error: name, code } = facts
  const { id, detail } = takeTurn({ kind, place, error: name, code }, newFaultId, now)
  const inFull = detail === 'full' ? { frames, causes } : {}
  if (detail !== 'none')
    writeLine({ time: at.toISOString(), fault: id, kind, place, ...(method && { method }), ...facts, ...inFull })
  if (error instanceof Error) told.set(error, id)
  return id
}

function knownId(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 4) return undefined
  return told.get(error) ?? knownId(error.cause, depth + 1)
}

/** Whether the database said that what it has stored cannot be read. */
export function isOfDamage(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false
  return ofDamage.test(errorCode(error) ?? '') || isOfDamage(error.cause, depth + 1)
}

const newFaultId = (): string =>
  Array.from({ length: idLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

function count(kind: string, place: string): void {
  const key = `${kind} ${place}`
  const entry = counts.get(key) ?? { kind, place, count: 0 }
  entry.count += 1
  if (counts.size < mostCounted) counts.set(key, entry)
}

/** How often what went wrong where, since this process began. */
export const countFaults = (): readonly { readonly kind: string; readonly place: string; readonly count: number }[] => [
  ...counts.values(),
]

/** How often the database said, within the last minute, that what it has stored cannot be read. */
export const countDamage = (now = Date.now()): number => corruptions.filter((at) => now - at < minute).length
