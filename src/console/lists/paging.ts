/** Where one stands in a list that comes page by page. */
export interface Paging {
  readonly page: number
  readonly total: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
}

/** What a list needs, as a table or as cards. */
export interface ListProps<Item> {
  readonly items: readonly Item[]
  readonly isLoading: boolean
  readonly paging: Paging
}
