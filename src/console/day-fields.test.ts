import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = globSync('src/{console,portal}/**/*.{ts,tsx}', { exclude: (path) => /\.test\.ts$/.test(path) })

test('no field cuts off what is typed or pasted', () => {
  expect(files.filter((path) => /\bmaxlength=/i.test(readFileSync(path, 'utf8')))).toEqual([])
})

test('no page asks for a day but by the shared field', () => {
  const other = /\b(?:DatePicker|RangePicker)\b|type=["'{]+(?:date|datetime-local|month|week)\b/
  expect(files.filter((path) => other.test(readFileSync(path, 'utf8')))).toEqual([])
})
