import type { ZipEntry } from './read-zip.ts'

/** True for a name that would leave the folder it is unpacked to, or could on some system. */
export const leavesFolder = (name: string): boolean =>
  /^[/\\]|^[a-z]:|\0/i.test(name) || name.split(/[/\\]/).includes('..')

/** True when two entries share bytes: so ten files of a megabyte become ten thousand. */
export function overlap(entries: readonly ZipEntry[]): boolean {
  const sorted = entries.toSorted((a, b) => a.from - b.from)
  return sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? 0))
}
