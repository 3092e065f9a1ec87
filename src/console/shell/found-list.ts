/** Where a key of the keyboard leads in a list of so many, which begins at its first. */
export function placeAfter(key: string, at: number, count: number): number {
  if (key === 'ArrowDown') return Math.min(at + 1, Math.max(count - 1, 0))
  return key === 'ArrowUp' ? Math.max(at - 1, 0) : at
}
