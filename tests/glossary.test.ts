import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const words = (text: string): string[] => text.match(/[A-Za-z_]\w*/g) ?? []

test('every identifier of the glossary stands in the code', () => {
  const files = execFileSync('git', ['ls-files', '-z', 'src', 'migrations'], { encoding: 'utf8' }).split('\0')
  const read = files.filter((file) => /\.(?:tsx?|sql|typ)$/.test(file)).map((file) => readFileSync(file, 'utf8'))
  const used = new Set(words(read.join('\n')).map((word) => word.toLowerCase()))
  const rows = readFileSync('docs/glossary.md', 'utf8')
    .split('\n')
    .filter((line) => /^\|(?! *-)/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()))
  const unused = rows.flatMap(([, term, , ids = '']) =>
    [...ids.matchAll(/`([^`]+)`/g)]
      .flatMap(([, id = '']) => words(id))
      .filter((word) => !used.has(word.toLowerCase()))
      .map((word) => `${term}: ${word}`),
  )
  expect(unused).toEqual([])
  expect(rows.length).toBeGreaterThan(100)
})
