import { expect, test } from 'vitest'
import { type ColumnPlace, concerns, type Topic, titleOfTopic, wholeOrgan } from './topic.ts'

const aColumn = (id: string, facts: Partial<ColumnPlace> = {}): ColumnPlace => ({
  id,
  name: id,
  kind: 'list',
  parentId: null,
  successorId: null,
  ...facts,
})
const columns = [
  aColumn('law'),
  aColumn('rules', { parentId: 'law' }),
  aColumn('old', { parentId: 'law', successorId: 'news' }),
  aColumn('news'),
  // Filed by hand as nobody should: the tree has a loop.
  aColumn('loop', { parentId: 'pool' }),
  aColumn('pool', { parentId: 'loop' }),
]
const column = (subject: string): Topic => ({ kind: 'column', subject })
const record: Topic = { kind: 'record', subject: '2026-00001' }

test.for<[string, Topic[], string | null, string | null, boolean]>([
  ['of the organ: everything', [wholeOrgan], '2026-00009', 'news', true],
  ['of the organ: a report without a column', [wholeOrgan], null, null, true],
  ['of a column: what stands in it', [column('rules')], '2026-00009', 'rules', true],
  ['of a column: what stands below it', [column('law')], '2026-00009', 'rules', true],
  ['of a column: nothing above it', [column('rules')], '2026-00009', 'law', false],
  ['of a closed column: what went on in its successor', [column('old')], '2026-00009', 'news', true],
  ['of a column: nothing that stands in none', [column('law')], null, null, false],
  ['of a loop: what stands in it', [column('loop')], '2026-00009', 'pool', true],
  ['of a record: itself', [record], '2026-00001', 'news', true],
  ['of a record: no other', [record], '2026-00002', 'news', false],
  ['of several: any of them', [record, column('news')], '2026-00002', 'news', true],
  ['of nothing: nothing', [], '2026-00001', 'news', false],
])('%s', ([, topics, number, columnId, isConcerned]) => {
  expect(concerns(topics, columns, { number, columnId })).toBe(isConcerned)
})

test('a topic is called by what it is now, and by nothing once that is gone', () => {
  const known = { columns, titles: new Map([['2026-00001', '示例办法']]) }
  expect(titleOfTopic(record, known)).toBe('《示例办法》的变动')
  expect(titleOfTopic(column('news'), known)).toBe('栏目“news”')
  expect(titleOfTopic(column('gone'), known)).toBeUndefined()
  expect(titleOfTopic({ kind: 'record', subject: '2026-00003' }, known)).toBeUndefined()
})
