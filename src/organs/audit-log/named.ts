import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import type { LogEntry } from './log.ts'
import { namedColumns, namedSubjects } from './named-subjects.ts'

const isUuid = (text: string): boolean => z.uuid().safeParse(text).success

/** Under these a detail holds the id of a column; of the moving of one under the last two as well. */
const columnKeys = new Set(['columnId', 'successorId', 'parentId'])
const placeKeys = new Set(['from', 'to'])

const isOfColumn = (action: string): boolean => action.startsWith('column.')
const meansColumn = (action: string, key: string): boolean =>
  columnKeys.has(key) || (isOfColumn(action) && placeKeys.has(key))

/** A detail with each of its texts as `write` has it; everything else stays. */
function rewritten(value: unknown, write: (text: string, key: string) => string, key = ''): unknown {
  if (typeof value === 'string') return write(value, key)
  if (Array.isArray(value)) return value.map((each) => rewritten(each, write, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rewritten(inner, write, name)]))
}

/** The same entries; people, units, requests, texts, files and columns in them by the name or number that people know. */
export async function named(tx: Tx, organId: number, items: readonly LogEntry[]): Promise<readonly LogEntry[]> {
  const ids = new Set<string>()
  const columns = new Set<string>()
  for (const { action, subject, detail } of items) {
    if (isUuid(subject)) ids.add(subject)
    if (isOfColumn(action)) columns.add(subject)
    rewritten(detail, (text, key) => {
      if (isUuid(text)) ids.add(text)
      else if (meansColumn(action, key)) columns.add(text)
      return text
    })
  }
  const names = new Map<string, string>()
  if (ids.size > 0)
    for (const namesIn of namedSubjects.all())
      for (const [id, name] of await namesIn(tx, organId, [...ids])) names.set(id, name)
  const columnNames = columns.size > 0 ? await namedColumns.get()(tx, organId, [...columns]) : new Map<string, string>()
  return items.map((entry) => {
    const { action, subject } = entry
    const call = (text: string, isColumn: boolean) =>
      names.get(text) ?? (isColumn ? columnNames.get(text) : undefined) ?? text
    return {
      ...entry,
      subject: call(subject, isOfColumn(action)),
      detail: rewritten(entry.detail, (text, key) => call(text, meansColumn(action, key))),
    }
  })
}
