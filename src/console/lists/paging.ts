/** Where one stands in a list that comes page by page. */
export interface Paging {
  readonly page: number
  readonly total: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
  /** By what it is ordered, from the highest down where a minus stands before it. */
  readonly sort?: string | undefined
  readonly onSort?: (sort: string | undefined) => void
}

/** Items that were ticked, to take one step on all of them. */
export interface Ticked<Item> {
  readonly items: readonly Item[]
  readonly onTick: (items: readonly Item[]) => void
}

/** What a list needs, as a table or as cards. */
export interface ListProps<Item> {
  readonly items: readonly Item[]
  readonly isLoading: boolean
  readonly paging: Paging
  /** Nothing where no step is taken on several at once. */
  readonly ticked?: Ticked<Item>
}
