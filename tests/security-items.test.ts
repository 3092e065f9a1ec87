import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)))

const rows = read('docs/security.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:item|-)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

test('each item of docs/security.md names a test that exists', () => {
  expect(rows.length).toBeGreaterThan(15)
  for (const [, item, , file = '', name = ''] of rows) expect(read(file), `${item}: ${name}`).toContain(name)
})

test('each text that a test cites stands in docs/security.md', () => {
  const cited = /(?:describe|test)\('[^'\n]*(?:GB\/T 22239|ASVS|安全管理规定)[^'\n]*'/
  const files = tracked.filter((file) => /\.test\.tsx?$/.test(file) && file !== 'tests/security-items.test.ts')
  const citing = files.filter((file) => cited.test(read(file)))
  expect(citing.length).toBeGreaterThan(2)
  const named = new Set(rows.map(([, , , file]) => file))
  expect(citing.filter((file) => !named.has(file))).toEqual([])
})

/** Keys as programs write them, tokens as services give them, and passwords in addresses. */
const secrets = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----[\r\n]/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\bLTAI[A-Za-z0-9]{16,}\b/,
  /\b(?:postgres(?:ql)?|smtps?|redis):\/\/[\w.-]+:(?!password@|密码@|\$\{)[^\s@/'"`<>]{6,}@/,
]

test('no file holds a key or an address with a password', () => {
  const texts = tracked.filter((file) => /\.(?:tsx?|m?js|json|md|sql|css|html|ya?ml|sh|toml|env)$|^[^.]*$/.test(file))
  expect(texts.length).toBeGreaterThan(500)
  expect(texts.filter((file) => secrets.some((secret) => secret.test(read(file))))).toEqual([])
  // The keys of the sample data of released versions, which nobody else ever had.
  const keys = tracked.filter((file) => /\.(?:key|pem|p12|pfx)$|(?:^|\/)\.env$/.test(file))
  expect(keys.filter((file) => !/^tests\/upgrades\/[\d.]+\/kaicheng\.key$/.test(file))).toEqual([])
})
