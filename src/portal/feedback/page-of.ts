import type { Database } from '../../db/database.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { findPublic } from '../../disclosure/store/public.ts'
import type { SpokenOf } from '../../feedback/actions/submit.ts'
import type { Organ } from '../../organs/organ.ts'
import { findPublished } from '../../report/store/published.ts'
import { titleOf } from '../../report/write/printed.ts'
import type { Platform } from '../disclosure/platform.ts'
import { addresses } from '../site.ts'

export interface SpokenOfPage extends SpokenOf {
  readonly kind: 'record' | 'column' | 'report' | 'organ'
}

/**
 * The page of the organ that an address names: a record, a column or an annual report that is public now. Anything else is the
 * organ's own page: what somebody wants to say is not lost because a page has gone.
 */
export async function spokenOf(
  db: Database,
  organ: Organ,
  { columns }: Platform,
  wanted: string,
): Promise<SpokenOfPage> {
  const [, slug, place, name = '', ...rest] = wanted.split('/')
  const home = {
    kind: 'organ',
    path: addresses.organ(organ),
    title: `${organ.name}政府信息公开`,
    columnId: null,
  } as const
  if (slug !== organ.slug || rest.length > 0) return home
  if (place === 'records' && /^\d{4}-\d{5,9}$/.test(name)) {
    const record = await findPublic(db, organ.id, name)
    if (!record || record.withdrawnAt) return home
    return { kind: 'record', path: addresses.record(organ, name), title: record.title, columnId: record.columnId }
  }
  if (place === 'columns') {
    const column = columns.find(({ id }) => id === name)
    if (!column) return home
    return { kind: 'column', path: addresses.column(organ, name), title: column.name, columnId: column.id }
  }
  if (place === 'annual-reports' && /^\d{4}$/.test(name)) {
    const year = Number(name)
    if (!(await lookInOrgan(db, organ.id, (tx) => findPublished(tx, organ.id, year)))) return home
    const title = titleOf({ title: null, organ: organ.name, year })
    const columnId = columns.find(({ kind }) => kind === 'reports')?.id ?? null
    return { kind: 'report', path: addresses.report(organ, year), title, columnId }
  }
  return home
}
