import { setTimeout } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { tellFault } from '../faults/fault.ts'
import { type OutboxKind, TurnedDown, Unreachable } from './kind.ts'
import { type Claimed, claimNext, type Ending, mostAttempts, noteEnding } from './store.ts'

/** Well within the lease. */
const longestMs = 120_000

/**
 * Sends what of one kind is due in an organ, the longest due first, each outside of any transaction. What fails is tried
 * again after 1, 2, 4 … minutes, at most six hours apart and ten times, and holds up nothing else. Where the other side cannot be
 * reached it throws, and nothing counts as tried. A process killed after sending and before noting it sends once more when its
 * lease has run out, under the same id; what was noted never leaves again. Returns how many were sent.
 */
export async function sendDue(db: Database, organId: number, kind: OutboxKind): Promise<number> {
  let sent = 0
  for (;;) {
    const claimed = await inOrgan(db, organId, (tx) => claimNext(tx, organId, kind.kind))
    if (!claimed) return sent
    const ending = await trySending(db, claimed, kind)
    await inOrgan(db, organId, async (tx) => {
      const isNoted = await noteEnding(tx, claimed, ending)
      const how = ending.how === 'wrongAddress' ? 'refused' : ending.how
      if (isNoted && (how === 'sent' || how === 'refused')) await kind.ended?.(tx, claimed, how)
    })
    if (ending.how === 'unreachable') throw ending.cause
    if (ending.how === 'sent') sent += 1
  }
}

async function trySending(db: Database, claimed: Claimed, { kind, prepare }: OutboxKind): Promise<Ending> {
  // Each of its tries before was cut off without a word.
  if (claimed.attempts > mostAttempts) return { how: 'givenUp', error: '多次发送时程序中断' }
  try {
    const send = await inOrgan(db, claimed.organId, (tx) => prepare(tx, claimed))
    if (!send) return { how: 'dropped', error: '所告知的情况已经改变，没有发出' }
    await within(longestMs, send())
    return { how: 'sent' }
  } catch (error) {
    return endingOf(error, kind, claimed.attempts)
  }
}

function endingOf(error: unknown, kind: string, attempts: number): Ending {
  if (error instanceof Unreachable) return { how: 'unreachable', cause: error.cause }
  if (error instanceof TurnedDown && error.isTheirs) return { how: 'wrongAddress', error: error.message }
  const isRefused = error instanceof TurnedDown && error.forGood
  const fault = tellFault(error, { kind: 'outbox', place: kind })
  return {
    how: isRefused ? 'refused' : attempts >= mostAttempts ? 'givenUp' : 'failed',
    error: error instanceof TurnedDown ? error.message : `故障编号 ${fault}`,
  }
}

/** What hangs must not hold up the others; it counts as failed although it may still go out. */
async function within(ms: number, sending: Promise<void>): Promise<void> {
  const waiting = new AbortController()
  const tooLong = setTimeout(ms, true, { signal: waiting.signal, ref: false }).catch(() => false)
  try {
    if (await Promise.race([sending.then(() => false), tooLong])) throw new Error('sending takes too long')
  } finally {
    waiting.abort()
  }
}
