import type { PlainDate } from '../days/plain-date.ts'

/** What is kept of an answer: its bytes, ready to send. */
export interface Kept {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** Null where compression does not help, undefined before anybody asked for it. */
  readonly gzip: Buffer | null | undefined
  readonly etag: string
  /** The only organ of which it shows anything; undefined: of several. */
  readonly organId: number | undefined
  /** The state of the world in which it was written. */
  readonly generation: number
  /** The office's day then. */
  readonly writtenOn: PlainDate | undefined
  /** In milliseconds since the epoch. */
  readonly writtenAt: number
  /** Until then it is served though out of date, because the database was away; 0 as a rule. */
  readonly sparedUntil: number
  /** It says of when it is, because it was served while the database was away. */
  readonly saysAsOf: boolean
}

export interface CacheLimits {
  readonly bytes: number
  readonly pages: number
}

/** Answers by key; when full, those not asked for longest go first. */
export class PageCache {
  readonly #kept = new Map<string, Kept>()
  readonly #limits: CacheLimits
  #bytes = 0

  constructor(limits: CacheLimits) {
    this.#limits = limits
  }

  get size(): number {
    return this.#kept.size
  }

  get(key: string): Kept | undefined {
    const kept = this.#kept.get(key)
    if (kept) {
      this.#kept.delete(key)
      this.#kept.set(key, kept)
    }
    return kept
  }

  /** An answer larger than an eighth of the room is not kept: it would drive out all others. */
  set(key: string, kept: Kept): void {
    this.drop(key)
    if (weight(kept) > this.#limits.bytes / 8) return
    this.#kept.set(key, kept)
    this.#bytes += weight(kept)
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limits.bytes && this.#kept.size <= this.#limits.pages) break
      this.drop(oldest)
    }
  }

  /** Nothing is held any more. */
  clear(): void {
    this.#kept.clear()
    this.#bytes = 0
  }

  drop(key: string): void {
    const kept = this.#kept.get(key)
    if (!kept) return
    this.#kept.delete(key)
    this.#bytes -= weight(kept)
  }
}

const weight = ({ body, gzip }: Kept): number => body.length + (gzip?.length ?? 0)
