import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = globSync('src/{console,portal}/**/*.{ts,tsx}', { exclude: (path) => /\.test\.ts$/.test(path) })

test('no field cuts off what is typed or pasted', () => {
  expect(files.filter((path) => /\bmaxlength=/i.test(readFileSync(path, 'utf8')))).toEqual([])
})

test('no field of numbers changes what is typed: there is one, and it tells', () => {
  expect(files.filter((path) => /\bInputNumber\b|type=["'{]+number\b/.test(readFileSync(path, 'utf8')))).toEqual([])
})

test('what a form holds for a day is never taken for one: it is read with dayIn', () => {
  const other = /useWatch<[^>]*PlainDate|FormDialog<\{[^}]*PlainDate|as PlainDate\b/
  expect(files.filter((path) => other.test(readFileSync(path, 'utf8')))).toEqual([])
})

test('no page asks for a day but by the shared field', () => {
  const other = /\b(?:DatePicker|RangePicker)\b|type=["'{]+(?:date|datetime-local|month|week)\b/
  expect(files.filter((path) => other.test(readFileSync(path, 'utf8')))).toEqual([])
})
