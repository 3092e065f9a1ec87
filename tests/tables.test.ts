import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Exception, exceptions, mayRead, mayWrite, roomOfTable } from './tables/rooms.ts'
import { schemaOf, sqlOf } from './tables/sql-of.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const schema = schemaOf(read('migrations/schema.sql'))

const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter(
  (file) => !/\.test\.tsx?$|\/testing\/|^src\/console\/|^src\/db\/schema\.ts$/.test(file),
)
const roomOf = (file: string): string => file.split('/')[1] ?? ''
const each = files.map((file) => ({ file, room: roomOf(file), ...sqlOf(read(file), schema) }))

type Arrow = Pick<Exception, 'file' | 'how' | 'table'>
const strange: readonly Arrow[] = each.flatMap(({ file, room, written, read: seen }) => [
  ...[...written].filter((table) => !mayWrite(room, table)).map((table): Arrow => ({ file, how: 'written', table })),
  ...[...seen].filter((table) => !mayRead(room, table)).map((table): Arrow => ({ file, how: 'read', table })),
])
const named = ({ file, how, table }: Arrow): string => `${file}: ${table} is ${how}`

describe('a table has one room', () => {
  test('every table of the schema is in the list, and no other', () => {
    expect(Object.keys(roomOfTable).sort()).toEqual([...schema.tables].sort())
  })

  test('every table that people work with is written or read by its own room', () => {
    const own = new Set(
      each.flatMap(({ room, written, read: seen }) =>
        [...written, ...seen].filter((table) => roomOfTable[table] === room),
      ),
    )
    expect(Object.keys(roomOfTable).filter((table) => !own.has(table))).toEqual([])
  })
})

describe('a room writes its own tables, and reads those of the rooms below', () => {
  test('nothing else is read or written but what the exceptions say', () => {
    const known = new Set(exceptions.map(named))
    expect(strange.map(named).filter((arrow) => !known.has(arrow))).toEqual([])
  })

  test('no exception stands that is no longer needed, nor one without its reason', () => {
    const needed = new Set(strange.map(named))
    expect(exceptions.map(named).filter((arrow) => !needed.has(arrow))).toEqual([])
    expect(exceptions.filter(({ why }) => why.length < 20)).toEqual([])
    expect(new Set(exceptions.map(named)).size).toBe(exceptions.length)
  })

  test('outside the plumbing every statement names its table', () => {
    const plumbing = ['audit', 'db']
    expect(
      each
        .filter(({ room }) => !plumbing.includes(room))
        .flatMap(({ file, unclear }) => unclear.map((what) => `${file}: ${what}`)),
    ).toEqual([])
  })
})

describe('what is seen of a source', () => {
  test.for<[string, { written?: string[]; read?: string[] }]>([
    [`tx.insertInto('channels').values(row)`, { written: ['channels'] }],
    [`tx.updateTable('normativeDocuments as own').set(entry)`, { written: ['normative_documents'] }],
    [`tx.deleteFrom('staffRoles')`, { written: ['staff_roles'] }],
    [`tx.selectFrom(['requests as r', 'remedies'])`, { read: ['requests', 'remedies'] }],
    [`query.leftJoin('annualReports as r', (join) => join)`, { read: ['annual_reports'] }],
    [
      'sql`insert into originality_flags (organ_id) select 1 from publications p`',
      { written: ['originality_flags'], read: ['publications'] },
    ],
    [
      'sql<Row>`select 1 from x join only channels c on c.id = channels.id, requests r`',
      { read: ['channels', 'requests'] },
    ],
    [
      'sql`update requests r set status = 1 where exists (select from remedies)`',
      { written: ['requests'], read: ['remedies'] },
    ],
    ['sql`with d as (delete from reminders returning id) select * from d`', { written: ['reminders'] }],
    [
      `sql\`select 'requests' as ledger, c.files, to_char(x, 'files') from channels c for update of c -- remedies\``,
      { read: ['channels'] },
    ],
    ['sql`select * from publications_with_words(a, b)`', { read: ['publications'] }],
    [`const rows = tableRows('remedies')`, { written: ['remedies'] }],
    [`insertRows(tx, 'requestEvents', organId, columns, events)`, { written: ['request_events'] }],
    [`upsertRows(tx, upsert, rows); const upsert = { table: 'publications', organId }`, { written: ['publications'] }],
    [`sql.table('files')`, { written: ['files'] }],
    [`Array.from('files'); seal(text, { table: 'requests' }); // from requests`, { read: ['files'] }],
  ])('%s', ([source, { written = [], read: seen = [] }]) => {
    const found = sqlOf(source, schema)
    expect([...found.written]).toEqual(written)
    expect([...found.read]).toEqual(seen)
  })

  test('a table that a statement does not name is told', () => {
    expect(sqlOf('tx.insertInto(table).values(row)', schema).unclear).toEqual(['tx.insertInto(table)'])
    expect(sqlOf(`sql.join([sql.table(name)])`, schema).unclear).toEqual(['sql.table(name)'])
  })
})

test('a room of cases reads no other, the rooms above read all and write their own only', () => {
  expect(mayRead('channels', 'published_records')).toBe(false)
  expect(mayRead('requests', 'normative_documents')).toBe(false)
  expect(mayRead('platform', 'channels')).toBe(false)
  expect(mayRead('cli', 'organs')).toBe(false)
  expect(mayRead('disclosure', 'stand_ins')).toBe(true)
  expect(mayRead('report', 'request_events')).toBe(true)
  expect(mayWrite('report', 'requests')).toBe(false)
})
