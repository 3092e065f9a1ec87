import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readXlsx } from './read-xlsx.ts'
import { excelBook, otherBook, ownBook } from './testing/books.ts'
import { toldOf } from './testing/told-of.ts'
import { writeXlsx } from './write-xlsx.ts'

const golden = new URL('testing/golden/', import.meta.url)

const told = async (bytes: Uint8Array): Promise<unknown> =>
  JSON.parse(JSON.stringify(toldOf(await readXlsx(bytes, { withStyles: true }))))
const kept = (name: string): unknown => JSON.parse(readFileSync(new URL(name, golden), 'utf8'))

test('a workbook that we wrote in November 2026 reads as it did then', async () =>
  expect(await told(readFileSync(new URL('own.xlsx', golden)))).toEqual(kept('own.json')))

test('what we write today reads the same', async () =>
  expect(await told(await writeXlsx(ownBook()))).toEqual(kept('own.json')))

test('a workbook as Excel writes it reads as it did', async () =>
  expect(await told(excelBook())).toEqual(kept('excel.json')))

test('a workbook as WPS and services write it reads as it did', async () =>
  expect(await told(otherBook())).toEqual(kept('other.json')))
