/** A list by which rooms are joined: a room declares it, other rooms bring their part, `app/joins.ts` puts them together. */
export interface JoinedList<Item> {
  readonly join: (items: readonly Item[]) => void
  /** What was joined, in its order. Throws before: what is left out must not be left out in silence. */
  readonly all: () => readonly Item[]
}

/** `name` is for whoever reads that a list was never joined. */
export function joinedList<Item>(name: string): JoinedList<Item> {
  let joined: readonly Item[] | undefined
  return {
    join: (items) => {
      joined = items
    },
    all: () => {
      if (!joined) throw new Error(`nothing was joined to ${name}: app/joins.ts was not read`)
      return joined
    },
  }
}
