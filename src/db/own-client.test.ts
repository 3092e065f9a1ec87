import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const makers = ['src/db/own-client.ts']

test('no connection is made that nobody listens to: its breaking would end the server', () => {
  const made = globSync('src/**/*.ts', { exclude: (name) => /test(?:ing|\.ts)/.test(String(name)) })
    .filter((file) => /new (?:pg\.)?Client\(/.test(readFileSync(file, 'utf8')))
    .sort()
  expect(made).toEqual(makers)
  for (const file of makers) expect(readFileSync(file, 'utf8'), file).toContain("client.on('error'")
})
