import { diffArrays } from 'diff'

/** A run of items of a merged list: settled, or changed by both in different ways. */
export type MergedRun<Item> =
  | { readonly kind: 'settled'; readonly items: readonly Item[] }
  | {
      readonly kind: 'conflict'
      readonly base: readonly Item[]
      readonly mine: readonly Item[]
      readonly theirs: readonly Item[]
    }

/** What one side put in place of the items `from` up to `to` of the base. */
interface Change<Item> {
  readonly from: number
  readonly to: number
  readonly items: readonly Item[]
}

/**
 * Three lists as one: what only one side changed is taken from that side, and so is what both changed alike. Items are the same
 * when they are written the same as JSON. As many items in place of as many are taken one by one. Whoever adds at the very place
 * where the other adds too is asked.
 */
export function mergeLists<Item>(
  base: readonly Item[],
  mine: readonly Item[],
  theirs: readonly Item[],
): MergedRun<Item>[] {
  const all = [
    ...changesOf(base, mine).map((change) => ({ ...change, side: 'mine' as const })),
    ...changesOf(base, theirs).map((change) => ({ ...change, side: 'theirs' as const })),
  ].sort((one, other) => one.from - other.from || one.to - other.to)
  const runs: MergedRun<Item>[] = []
  let at = 0
  for (let next = 0; next < all.length; ) {
    const first = all[next]
    if (!first) break
    const { from } = first
    let { to } = first
    const together = [first]
    for (let other = all[next + 1]; other && touches({ from, to }, other); other = all[next + together.length]) {
      together.push(other)
      to = Math.max(to, other.to)
    }
    next += together.length
    settle(runs, base.slice(at, from))
    const sideOf = (side: 'mine' | 'theirs') =>
      applied(
        base,
        from,
        to,
        together.filter((each) => each.side === side),
      )
    const sides = [sideOf('mine'), sideOf('theirs')] as const
    const changed = new Set(together.map(({ side }) => side))
    if (changed.size === 1 || isSame(sides[0], sides[1])) settle(runs, changed.has('mine') ? sides[0] : sides[1])
    else runs.push({ kind: 'conflict', base: base.slice(from, to), mine: sides[0], theirs: sides[1] })
    at = to
  }
  settle(runs, base.slice(at))
  return runs
}

/** The items that are not among the others, each counted as often as it stands there. */
export function itemsBeyond<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const left = others.map((each) => JSON.stringify(each))
  return items.filter((item) => {
    const at = left.indexOf(JSON.stringify(item))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** Two changes of the same items, or two additions at one place; an addition beside a changed item is apart from it. */
const touches = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  other.from < one.to || (one.from === one.to && other.from === other.to && one.from === other.from)

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function settle<Item>(runs: MergedRun<Item>[], items: readonly Item[]): void {
  const last = runs.at(-1)
  if (items.length === 0) return
  if (last?.kind === 'settled') runs[runs.length - 1] = { kind: 'settled', items: [...last.items, ...items] }
  else runs.push({ kind: 'settled', items })
}

function changesOf<Item>(base: readonly Item[], side: readonly Item[]): Change<Item>[] {
  const written = (items: readonly Item[]) => items.map((item) => JSON.stringify(item))
  const changes: Change<Item>[] = []
  let [inBase, inSide] = [0, 0]
  let open: { from: number; items: Item[] } | undefined
  const close = () => {
    if (open) changes.push(...oneByOne({ from: open.from, to: inBase, items: open.items }))
    open = undefined
  }
  for (const { added, removed, count } of diffArrays(written(base), written(side))) {
    if (!added && !removed) {
      close()
      inBase += count
      inSide += count
      continue
    }
    open ??= { from: inBase, items: [] }
    if (removed) inBase += count
    else {
      open.items.push(...side.slice(inSide, inSide + count))
      inSide += count
    }
  }
  close()
  return changes
}

const oneByOne = <Item>(change: Change<Item>): readonly Change<Item>[] =>
  change.items.length === change.to - change.from
    ? change.items.map((item, at) => ({ from: change.from + at, to: change.from + at + 1, items: [item] }))
    : [change]

/** The items of the base from one place to another, with the changes of one side. */
function applied<Item>(base: readonly Item[], from: number, to: number, changes: readonly Change<Item>[]): Item[] {
  let at = from
  const items = changes.flatMap((change) => {
    const before = base.slice(at, change.from)
    at = change.to
    return [...before, ...change.items]
  })
  return [...items, ...base.slice(at, to)]
}
