import type { QueueItem } from '../../requests/case-view.ts'

/** What a list of requests needs, as a table or as cards. */
export interface QueueListProps {
  readonly items: readonly QueueItem[]
  readonly isLoading: boolean
  readonly paging: {
    readonly page: number
    readonly total: number
    readonly pageSize: number
    readonly onPage: (page: number) => void
  }
}
