interface Named {
  readonly id: string
}

/** A file that has arrived, in its place: files stand in the order in which they were chosen, however long each took. */
export function withArrived<Kept extends Named>(
  kept: readonly Kept[],
  arrived: Kept,
  chosenAs: ReadonlyMap<string, number>,
): Kept[] {
  const mine = chosenAs.get(arrived.id) ?? Number.POSITIVE_INFINITY
  const at = kept.findIndex(({ id }) => (chosenAs.get(id) ?? -1) > mine)
  return at < 0 ? [...kept, arrived] : kept.toSpliced(at, 0, arrived)
}

/** The same files with one of them a place further up or down. */
export function withMoved<Kept extends Named>(kept: readonly Kept[], id: string, by: -1 | 1): Kept[] {
  const from = kept.findIndex((each) => each.id === id)
  const [file] = kept.slice(from, from + 1)
  return file && kept[from + by] ? kept.toSpliced(from, 1).toSpliced(from + by, 0, file) : [...kept]
}
