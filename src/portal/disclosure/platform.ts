import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { type PublicColumn, readPlatform, type YearCount } from '../../disclosure/store/public.ts'
import type { Organ } from '../../organs/organ.ts'
import type { DeclaredAbsence } from '../../supervision/coverage/declaration.ts'
import { listDeclared } from '../../supervision/coverage/store.ts'
import type { ColumnTags } from '../page-tags.tsx'
import { addresses } from '../site.ts'

/** The columns of an organ, how much stands in them, and what the organ has declared not to have. */
export interface Platform {
  /** In order; closed ones, which keep their pages, included. */
  readonly columns: readonly PublicColumn[]
  readonly counts: readonly YearCount[]
  readonly declared: readonly DeclaredAbsence[]
}

export const readPlatformOf = (db: Database, organ: Organ): Promise<Platform> =>
  inOrgan(db, organ.id, async (tx) => ({
    ...(await readPlatform(tx, organ.id)),
    declared: await listDeclared(tx, organ.id),
  }))

export const childrenOf = ({ columns }: Platform, id: string | null): PublicColumn[] =>
  columns.filter(({ parentId, closedOn }) => parentId === id && closedOn === null)

/** The column and everything below it. */
export function withDescendants(platform: Platform, id: string, depth = 0): string[] {
  // No deeper than any tree is, should the filed one have a loop.
  if (depth > 10) return []
  return [id, ...childrenOf(platform, id).flatMap((child) => withDescendants(platform, child.id, depth + 1))]
}

/** The way to a column from the top of the tree. */
export function ancestorsOf({ columns }: Platform, column: PublicColumn): PublicColumn[] {
  const found: PublicColumn[] = []
  let above = columns.find(({ id }) => id === column.parentId)
  while (above && found.length < 10) {
    found.unshift(above)
    const { parentId } = above
    above = columns.find(({ id }) => id === parentId)
  }
  return found
}

export const countIn = ({ counts }: Platform, ids: readonly string[]): number =>
  counts.reduce((sum, { columnId, count }) => (ids.includes(columnId) ? sum + count : sum), 0)

/** Where a column leads: some of the standard ones are pages of their own. */
export function addressOf(organ: Organ, { id, kind }: Pick<PublicColumn, 'id' | 'kind'>): string {
  if (kind === 'guide') return addresses.guide(organ)
  if (kind === 'reports') return addresses.reports(organ)
  if (kind === 'requests') return addresses.requests(organ)
  return addresses.column(organ, id)
}

/** 国办发〔2017〕47号: four tags for the column that a page belongs to. */
export const tagsOf = (organ: Organ, column: PublicColumn | undefined): ColumnTags => ({
  name: column?.name ?? '政府信息公开',
  description: column?.content || `${organ.name}依法主动公开的政府信息`,
  keywords: [column?.name ?? '政府信息公开', organ.name].join(','),
  type: '信息公开',
})
