import type { PlainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { mayBeMistyped, nearestIn } from '../../search/alike.ts'
import { isEmpty, loosened, type Query, readQuery, spokenQueries, withNumberRead } from '../../search/query.ts'
import { pageSize } from '../disclosure/record-list.tsx'
import { lastSearchPage, type SearchWish } from '../disclosure/wanted.ts'
import type { Counts, Facet } from './counts.ts'
import { type Found, type Order, type SearchFilter, search, type Wanted } from './store/found.ts'
import { listTitlesNear } from './store/near.ts'

export interface FoundWords extends Found {
  /** As it was read when something was found. */
  readonly query: Query
  /** Found by its single words, because nothing holds the whole. */
  readonly isLoose: boolean
}

interface Within {
  readonly organId?: number | undefined
  readonly today: PlainDate
  readonly limit?: number
}

/** A page behind the last one has no hits; how many there are is said all the same. */
async function lookUp(db: Database, wanted: Wanted): Promise<Found> {
  const found = await search(db, wanted)
  if (found.hits.length > 0 || wanted.offset === 0) return found
  return { ...(await search(db, { ...wanted, offset: 0, limit: 1 })), hits: [] }
}

type Asked = Pick<SearchWish, 'q' | 'page'> & Partial<SearchWish>

const filterOf = ({ column, type, year, validity }: Asked, organId: number | undefined): SearchFilter => ({
  organId,
  columnId: column,
  type,
  year,
  validity,
})

/**
 * Looks for what is wished; what is nowhere as a whole is looked for as a document number, as the sounds of titles, then by its
 * single words.
 */
export async function find(
  db: Database,
  wish: Asked,
  { organId, today, limit = pageSize }: Within,
): Promise<FoundWords> {
  const query = readQuery(wish.q)
  const offset = (Math.min(wish.page, lastSearchPage) - 1) * pageSize
  const wanted = { filter: filterOf(wish, organId), order: wish.sort ?? 'best', today, limit, offset }
  const loose = loosened(query)
  const readings = [query, withNumberRead(query), ...spokenQueries(query), loose]
  for (const each of readings) {
    const found = each && (await lookUp(db, { query: each, ...wanted }))
    if (found && found.total > 0) return { query: each, ...found, isLoose: each === loose }
  }
  return { query, hits: [], total: 0, counts: null, isLoose: false }
}

/** How many there are of each choice: of one that is made already, as if it were not. */
export async function countChoices(
  db: Database,
  { query, counts }: Pick<FoundWords, 'query' | 'counts'>,
  wish: Asked & { readonly sort?: Order | undefined },
  { organId, today }: Within,
): Promise<Counts | null> {
  const filter = filterOf(wish, organId)
  const free = async (facet: Facet, without: SearchFilter): Promise<Partial<Counts>> => {
    const { counts: all } = await search(db, { query, filter: without, today, offset: 0, limit: 1 })
    return { [facet]: all?.[facet] ?? {} }
  }
  const made = await Promise.all([
    ...(filter.columnId === undefined ? [] : [free('column', { ...filter, columnId: undefined })]),
    ...(filter.type === undefined ? [] : [free('type', { ...filter, type: undefined })]),
    ...(filter.year === undefined ? [] : [free('year', { ...filter, year: undefined })]),
    ...(filter.validity === undefined ? [] : [free('validity', { ...filter, validity: undefined })]),
  ])
  const none: Counts = { organ: {}, column: {}, type: {}, year: {}, validity: {} }
  return counts === null && made.length === 0 ? null : Object.assign({}, none, counts, ...made)
}

/** 您是不是要找: the same with one character put right, as titles have it; undefined where nothing is near. */
export async function nearMiss(db: Database, { typed, runs }: Query, organId?: number): Promise<string | undefined> {
  const [run] = runs
  if (run === undefined || runs.length > 1 || !mayBeMistyped(run)) return undefined
  const nearest = nearestIn(await listTitlesNear(db, run, organId), run)
  return nearest === typed ? undefined : nearest
}

/** Why nothing was looked for, though something was typed. */
export function whyNothingAsked(query: Query): string | null {
  if (!isEmpty(query)) return null
  if (query.typed === '') return '没有写搜索词，请写要找的词、标题或者文号。'
  if (query.excluded.length > 0) return '只写了要排除的词，请再写要找的词，如“首问 -窗口”。'
  return `“${query.typed}”里只有符号，没有可以查找的字，所以没有查找。请写要找的词、标题或者文号。`
}
