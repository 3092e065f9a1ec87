import { chineseDate } from '../../../days/plain-date.ts'
import { SearchRecord } from '../../../requests/event.ts'
import { Facts } from './facts.tsx'

/** The search on which "not held" rests. */
export function SearchFacts({ search }: { search: unknown }) {
  const read = SearchRecord.safeParse(search)
  if (!read.success) return null
  const { searchedBy, searchedOn, systems, keywords, scope, result } = read.data
  return (
    <Facts
      items={[
        ['检索人', `${searchedBy}，${chineseDate(searchedOn)}`],
        ['系统或者档案', systems],
        ['关键词', keywords],
        ['范围', scope],
        ['结果', result],
      ]}
    />
  )
}
