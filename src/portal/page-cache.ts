import { LRUCache } from 'lru-cache'
import type { PlainDate } from '../days/plain-date.ts'
import type { Coding } from '../http/coding.ts'

/** What is kept of an answer: its bytes, ready to send. */
export interface Kept {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
  /** By coding: null where it does not help, undefined before anybody asked for it. */
  readonly packed: Readonly<Partial<Record<Coding, Buffer | null>>>
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

export interface PageCache {
  readonly get: (key: string) => Kept | undefined
  readonly set: (key: string, kept: Kept) => void
  readonly delete: (key: string) => void
  readonly clear: () => void
}

/**
 * Answers by address; when full, those not asked for longest go first. Anybody can put together addresses with a query without
 * end (years, days, pages of a list), so these have a room of their own and drive out each other only.
 */
export function pageCache(limits: { readonly plain: CacheLimits; readonly queried: CacheLimits }): PageCache {
  const plain = roomFor(limits.plain)
  const queried = roomFor(limits.queried)
  const roomOf = (key: string) => (key.includes('?') ? queried : plain)
  return {
    get: (key) => roomOf(key).get(key),
    set: (key, kept) => void roomOf(key).set(key, kept),
    delete: (key) => void roomOf(key).delete(key),
    clear: () => {
      plain.clear()
      queried.clear()
    },
  }
}

const roomFor = ({ bytes, pages }: CacheLimits): LRUCache<string, Kept> =>
  new LRUCache({
    max: pages,
    maxSize: bytes,
    // An answer larger than an eighth of the room would drive out all others.
    maxEntrySize: Math.floor(bytes / 8),
    sizeCalculation: ({ headers, body, packed: { br, gzip } }, key) =>
      key.length + Object.entries(headers).join('').length + body.length + (br?.length ?? 0) + (gzip?.length ?? 0),
  })
