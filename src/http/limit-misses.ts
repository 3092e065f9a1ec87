const minute = 60_000
const mostMisses = 100
const mostAddresses = 50_000

/**
 * Counts addresses that are not there, by who asks: whoever tries them out hears after the hundredth in a minute that it is
 * too many, and learns nothing more. Pages that exist stay open, also to others behind the same address.
 */
export function countMisses(now: () => number): (address: string) => boolean {
  const misses = new Map<string, { since: number; count: number }>()
  return (address) => {
    const at = now()
    const known = misses.get(address)
    const entry = known && at - known.since < minute ? known : { since: at, count: 0 }
    entry.count += 1
    // The oldest goes first: a list of addresses must not grow without end.
    misses.delete(address)
    misses.set(address, entry)
    if (misses.size > mostAddresses) misses.delete(misses.keys().next().value ?? '')
    return entry.count > mostMisses
  }
}
