import { sealedColumns } from '../../src/audit/reseal.ts'
import type { Dump, Row } from './dump.ts'

/**
 * Columns whose old values a migration or a step after it changes on purpose, by table, with its name. Everything else that a released
 * version kept must still be there, value for value.
 */
const changedOnPurpose: Readonly<Record<string, Readonly<Record<string, string>>>> = Object.fromEntries(
  sealedColumns.map(({ table, column }) => [table, { [column]: 'sealed anew, bound to its row' }]),
)
/** Tables that a migration has put into others, or of which it has renamed a column, read back as they were. */
const moved: Readonly<Record<string, (now: Dump) => readonly Row[]>> = {
  mails: ({ tables }) =>
    (tables.get('outbox') ?? []).map(({ organ_id, id, payload, queued_at, attempts, outcome, done_at }) => {
      const { to: to_address, subject, body, about = null } = payload as Row
      const sent_at = outcome === 'sent' ? done_at : null
      return { organ_id, id, to_address, subject, body, about, queued_at, tries: attempts, sent_at }
    }),
  published_search: ({ tables }) =>
    (tables.get('published_search') ?? []).map((row) => ({ ...row, record_id: row.subject_id })),
}
const notMoved: Readonly<Record<string, readonly string[]>> = { mails: ['last_problem', 'claimed_until'] }
/** What the upgrade itself writes of what it did. */
const written = new Set(['migrations', 'audit_entries', 'audit_heads'])

export interface Difference {
  readonly table: string
  /** Rows of before that are not there any more as they were. */
  readonly lost: number
  /** Rows that nobody had put there. */
  readonly more: number
}

/** Where an upgraded database differs from what it held before, by table. */
export function differences(before: Dump, now: Dump): Difference[] {
  return [...before.tables].flatMap(([table, rows]) => {
    const all = moved[table]?.(now) ?? now.tables.get(table) ?? []
    // The last entry of each organ moves on.
    if (table === 'audit_heads')
      return all.length < rows.length ? [{ table, lost: rows.length - all.length, more: 0 }] : []
    const columns = Object.keys(rows[0] ?? {}).filter(
      (column) => !changedOnPurpose[table]?.[column] && !notMoved[table]?.includes(column),
    )
    const [was, is] = [kept(rows, columns), kept(all, columns)]
    const lost = surplus(was, is)
    const more = written.has(table) ? 0 : surplus(is, was)
    return lost + more > 0 ? [{ table, lost, more }] : []
  })
}

/** Rows as text, without columns that are new or changed on purpose. */
const kept = (rows: readonly Row[], columns: readonly string[]): string[] =>
  rows.map((row) => JSON.stringify(columns.map((column) => row[column])))

/** How many of `some` have no counterpart of their own among `others`. */
function surplus(some: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>()
  for (const each of others) left.set(each, (left.get(each) ?? 0) + 1)
  let count = 0
  for (const each of some) {
    const there = left.get(each) ?? 0
    if (there === 0) count += 1
    else left.set(each, there - 1)
  }
  return count
}

export const countRows = ({ tables }: Dump): number => [...tables.values()].reduce((sum, rows) => sum + rows.length, 0)
