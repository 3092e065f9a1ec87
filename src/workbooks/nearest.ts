import { plainLabel } from './table.ts'

/** A thing with all the names under which it is known. */
export interface Named {
  readonly label: string
  readonly names: readonly string[]
}

const mostOffered = 3
const alikeFrom = 0.3

/** By the signs that two names share: nought to one, and one more where the second holds the first. */
export function likeness(written: string, name: string): number {
  const [label, other] = [plainLabel(written), plainLabel(name)]
  const [signs, others] = [[...label], [...other]]
  const shared = signs.filter((sign) => others.includes(sign)).length
  const isPart = label.length > 1 && other.includes(label)
  return (2 * shared) / (signs.length + others.length || 1) + (isPart ? 1 : 0)
}

/** The labels of what is written most like it, the most alike first. */
export function nearest(all: readonly Named[], written: string, from = alikeFrom): string[] {
  const rated = all.map(({ label, names }) => ({
    label,
    best: Math.max(...names.map((name) => likeness(written, name))),
  }))
  return rated
    .filter(({ best }) => best >= from)
    .sort((a, b) => b.best - a.best)
    .slice(0, mostOffered)
    .map(({ label }) => label)
}
