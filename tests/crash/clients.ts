import { setTimeout } from 'node:timers/promises'
import type { Application } from './application.ts'
import { type Acknowledged, type Attempt, anAttempt, readReceipt } from './attempt.ts'

export interface Traffic {
  readonly attempts: readonly Attempt[]
  readonly acknowledged: ReadonlyMap<Attempt, Acknowledged>
  /** Answers other than a receipt, by status; 0 stands for a connection that broke. */
  readonly unsure: ReadonlyMap<number, number>
  readonly count: () => number
  /** Resolves when so many have been acknowledged in all. */
  readonly reached: (count: number) => Promise<void>
  readonly done: Promise<void>
}

const patienceMs = 20_000
/** A client that was not answered sends again after this time, as a person's browser or a script would. */
const againMs = 100

/** So many clients send so many things between them, each again and again with its key until it is acknowledged. */
export function sendAll(
  app: Application,
  {
    clients,
    submissions,
    organs,
    losing = false,
  }: { clients: number; submissions: number; organs: readonly string[]; losing?: boolean },
): Traffic {
  const attempts: Attempt[] = []
  const acknowledged = new Map<Attempt, Acknowledged>()
  const unsure = new Map<number, number>()
  const waiting = new Set<() => void>()

  async function client(): Promise<void> {
    while (attempts.length < submissions) {
      const index = attempts.length
      const attempt = anAttempt(organs[index % organs.length] ?? '', index)
      attempts.push(attempt)
      acknowledged.set(attempt, await sendUntilAcknowledged(attempt))
      for (const look of waiting) look()
    }
  }

  async function sendUntilAcknowledged(attempt: Attempt): Promise<Acknowledged> {
    const begun = performance.now()
    for (let tries = 1; ; tries += 1) {
      const lastSentAt = Date.now()
      // Every seventh is sent twice at once, as by a double click.
      const twice = attempt.key < '2' ? [attempt, attempt] : [attempt]
      const pages = await Promise.all(twice.map((each) => send(each)))
      const receipts = pages.flatMap((page) => readReceipt(page ?? '') ?? [])
      const [receipt, other] = receipts
      if (other && other.number !== receipt?.number) throw new Error(`one key, two numbers: ${attempt.key}`)
      if (receipt) return { ...receipt, tries, waitedMs: performance.now() - begun, lastSentAt, at: Date.now() }
      await setTimeout(againMs)
    }
  }

  async function send({ organ, address, payload, contentType }: Attempt): Promise<string | undefined> {
    const note = (status: number) => unsure.set(status, (unsure.get(status) ?? 0) + 1)
    try {
      const answer = await fetch(`${await app.url()}/${organ}/requests/submit`, {
        method: 'POST',
        body: new Uint8Array(payload),
        headers: { 'content-type': contentType, 'x-forwarded-for': address },
        signal: AbortSignal.timeout(patienceMs),
      })
      const page = await answer.text()
      if (answer.status === 200 && readReceipt(page)) return page
      note(answer.status)
      // Only “busy” is worth another try: whoever tried on would never see that anything else stays wrong. Where commits are
      // lost, a file that was kept a moment ago may be gone.
      if (answer.status !== 503 && !(losing && answer.status === 404))
        throw new Refused(`${answer.status}: ${page.slice(0, 2000)}`)
    } catch (error) {
      if (error instanceof Refused) throw error
      note(0)
    }
    return undefined
  }

  return {
    attempts,
    acknowledged,
    unsure,
    count: () => acknowledged.size,
    reached: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (acknowledged.size < Math.min(count, submissions)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    done: Promise.all(Array.from({ length: clients }, client)).then(() => {}),
  }
}

class Refused extends Error {}
