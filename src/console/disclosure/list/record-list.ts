import type { RecordItem } from '../../../disclosure/record-view.ts'

/** What a list of records needs, as a table or as cards. */
export interface RecordListProps {
  readonly items: readonly RecordItem[]
  readonly isLoading: boolean
  readonly paging: {
    readonly page: number
    readonly total: number
    readonly pageSize: number
    readonly onPage: (page: number) => void
  }
}
