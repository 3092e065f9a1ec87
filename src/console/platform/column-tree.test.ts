import { expect, test } from 'vitest'
import type { ColumnView } from '../../platform/columns/column.ts'
import { inOrder, isStale, pathOf } from './column-tree.ts'

const column = (id: string, parentId: string | null, facts: Partial<ColumnView> = {}) =>
  ({ id, parentId, name: `栏目${id}`, freshness: 'fresh', ...facts }) as ColumnView
const columns = [column('c', 'a'), column('a', null), column('d', 'c'), column('b', null)]

test('each column is read above those below it, whatever order they come in', () => {
  expect(inOrder(columns).map(({ id, depth }) => `${id}${depth}`)).toEqual(['a0', 'c1', 'd2', 'b0'])
})

test('a column whose parent is not there is not read: it has no place', () => {
  expect(inOrder([...columns, column('x', 'gone')]).map(({ id }) => id)).not.toContain('x')
})

test('the way to a column names each above it', () => {
  expect(pathOf(columns, 'd')).toBe('栏目a › 栏目c › 栏目d')
  expect(pathOf(columns, 'b')).toBe('栏目b')
  expect(pathOf(columns, 'gone')).toBe('')
})

test('stale is what is out of date or empty, and not what soon will be', () => {
  const late = (freshness: ColumnView['freshness']) => isStale(column('a', null, { freshness }))
  expect([late('stale'), late('empty')]).toEqual([true, true])
  expect([late('soon'), late('fresh'), late('notDue')]).toEqual([false, false, false])
})
