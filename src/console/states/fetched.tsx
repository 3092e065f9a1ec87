import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Loading } from './loading.tsx'
import { ProblemView } from './problem-view.tsx'

/** What a query brought: its outline while it comes, the reason when it does not. */
export function Fetched<Data>({ query, children }: FetchedProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.error) return <ProblemView error={query.error} onRetry={query.refetch} />
  return <Loading />
}

interface FetchedProps<Data> {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}
