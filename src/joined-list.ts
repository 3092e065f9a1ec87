/** A list by which rooms are joined: a room declares it, other rooms bring their part, `app/joins.ts` puts them together. */
export interface JoinedList<Item> {
  readonly join: (items: readonly Item[]) => void
  /** What was joined, in its order. Throws before: what is left out must not be left out in silence. */
  readonly all: () => readonly Item[]
}

/** `name` is for whoever reads that a list was never joined. */
export function joinedList<Item>(name: string): JoinedList<Item> {
  const { join, get } = joinedPiece<readonly Item[]>(name)
  return { join, all: get }
}

/** What one room needs of another that it does not see: it declares the piece, the other brings it, joined as lists are. */
export interface JoinedPiece<Piece> {
  readonly join: (piece: Piece) => void
  readonly get: () => Piece
}

export function joinedPiece<Piece>(name: string): JoinedPiece<Piece> {
  let joined: { readonly piece: Piece } | undefined
  return {
    join: (piece) => {
      joined = { piece }
    },
    get: () => {
      if (!joined) throw new Error(`nothing was joined to ${name}: app/joins.ts was not read`)
      return joined.piece
    },
  }
}
