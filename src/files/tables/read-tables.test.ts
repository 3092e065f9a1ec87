import { expect, test } from 'vitest'
import { writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'
import { readTablesApart } from '../inspect/apart.ts'
import { readTables } from './read-tables.ts'

const sheets = (count: number, rows: (string | number | Date)[][]) =>
  writeXlsx({ sheets: Array.from({ length: count }, (_, index) => ({ name: `表${index}`, rows })) })

test('a workbook comes out of the process as it was read there, days and numbers too', async () => {
  const bytes = Buffer.from(await sheets(2, [['票据号码', 1.5, new Date(Date.UTC(2026, 10, 24))]]))
  const reading = await readTablesApart(bytes, 10)
  expect(reading).toEqual(await readTables(bytes, { rows: 10 }))
  expect(reading).toMatchObject({ tables: [{ name: '表0' }, { name: '表1' }] })
})

test('of a sheet no more rows are read than asked for', async () => {
  const rows = Array.from({ length: 50 }, (_, index) => [index])
  for (const bytes of [await sheets(1, rows), Buffer.from(rows.join('\n'))]) {
    const reading = await readTablesApart(bytes, 20)
    expect('tables' in reading && reading.tables[0]?.rows).toHaveLength(20)
  }
})

test('the sign between the cells of a long csv is found whatever ends its lines', async () => {
  const rows = Array.from({ length: 4_000 }, (_, index) => `${index};名称，其一;1,234.50`)
  for (const end of ['\n', '\r\n', '\r']) {
    const reading = await readTables(Buffer.from(['某局,台账,单位,元', ...rows].join(end)), { rows: 10 })
    expect('tables' in reading && reading.tables[0]?.rows[1]).toEqual(['0', '名称，其一', '1,234.50'])
  }
})

test('what no process could hand on is refused in it: sheets, columns and texts without end', async () => {
  const long = [['全'.repeat(1_000)]]
  expect(await readTablesApart(await sheets(201, [['一']]), 10)).toEqual({ fault: 'tooLarge' })
  expect(await readTablesApart(Buffer.alloc(2_000, ','), 10)).toEqual({ fault: 'tooWide' })
  expect(await readTables(Buffer.from(await sheets(3, long)), { rows: 10, characters: 3_000 })).toEqual({
    fault: 'tooLarge',
  })
  expect(await readTables(Buffer.from(await sheets(2, long)), { rows: 10, characters: 3_000 })).toHaveProperty('tables')
})

test.each([
  ['an old workbook, or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldForm'],
  ['half of a workbook', Buffer.from('PK\x03\x04'), 'damaged'],
  ['no text', Buffer.from([0xff, 0xd8, 0xff, 0]), 'noText'],
])('%s is none', async (_, bytes, fault) => {
  expect(await readTablesApart(bytes, 10)).toEqual({ fault })
})
