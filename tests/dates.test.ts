import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = new URL('../src/', import.meta.url).pathname
const allowed = ['days/plain-date.ts']

/** `new Date()`, the present instant, may be taken at a door; days are never made or cut from a Date elsewhere. */
const forbidden = [
  /new Date\((?!\))/,
  /toISOString\(\)\s*\.(slice|split|substring)/,
  /\.get(UTC)?(Day|Date|Month|FullYear)\(\)/,
  /\.set(UTC)?(Date|Month|FullYear)\(/,
  /DateTimeFormat|toLocale(Date|Time)String/,
]

test('days and hours are made, cut and written only in src/days/plain-date.ts', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file) && !allowed.includes(file),
  )
  expect(files.length).toBeGreaterThan(10)
  const found = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        forbidden.some((each) => each.test(line)) ? [`${file}:${index + 1} ${line.trim()}`] : [],
      ),
  )
  expect(found).toEqual([])
})
