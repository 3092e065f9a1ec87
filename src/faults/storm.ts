import { LRUCache } from 'lru-cache'

const minute = 60_000
/** Of faults of one kind, so many a minute are told with their lines of code, and so many more by id. */
const mostInFull = 20
const mostById = 100
const mostKinds = 2_000

/** What makes faults the same. */
interface Sort {
  readonly kind: string
  readonly place: string
  readonly error: string
  readonly code: string | undefined
}

interface Lately {
  readonly sort: Sort
  readonly since: number
  count: number
  lastId: string
  /** Sums up what was not told, when its minute is over. */
  timer: NodeJS.Timeout | undefined
}

/** Of a kind that was not met for longest nothing more is counted; what it did not tell is summed up. */
const lately = new LRUCache<string, Lately>({
  max: mostKinds,
  dispose: (entry, _key, reason) => {
    if (reason === 'evict') sumUp(entry)
  },
})

/**
 * How much of a fault is told, and its id. A database that is away, or somebody who wants it so, makes thousands of the same
 * fault: beyond some a minute they have the id of the last that was told, and one line says how many they were.
 */
export function takeTurn(
  sort: Sort,
  newId: () => string,
  now: number,
): { readonly id: string; readonly detail: 'full' | 'brief' | 'none' } {
  const key = `${sort.kind} ${sort.place} ${sort.error} ${sort.code ?? ''}`
  const known = lately.get(key)
  const isOver = known !== undefined && now - known.since >= minute
  if (isOver) sumUp(known)
  const entry = known && !isOver ? known : { sort, since: now, count: 0, lastId: '', timer: undefined }
  entry.count += 1
  lately.set(key, entry)
  if (entry.count > mostInFull + mostById) {
    entry.timer ??= setTimeout(() => sumUp(entry), entry.since + minute - now).unref()
    return { id: entry.lastId, detail: 'none' }
  }
  entry.lastId = newId()
  return { id: entry.lastId, detail: entry.count <= mostInFull ? 'full' : 'brief' }
}

function sumUp(entry: Lately): void {
  clearTimeout(entry.timer)
  entry.timer = undefined
  const repeated = entry.count - mostInFull - mostById
  if (repeated <= 0) return
  entry.count = mostInFull + mostById
  writeLine({ time: new Date().toISOString(), fault: entry.lastId, ...entry.sort, repeated })
}

export function writeLine(line: object): void {
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
