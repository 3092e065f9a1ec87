/** 0 for the same, 1 for nothing in common. `most`: from here on the exact value does not matter. */
export function unlikeness(name: string, text: string, most = 0.34): number {
  const longest = Math.max(name.length, text.length)
  if (longest === 0) return 0
  if (Math.abs(name.length - text.length) > longest * most) return 1
  return distance(name, text) / longest
}

/** Edits (insert, delete, replace) between two short words. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
