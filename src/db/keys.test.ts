import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { keysFrom, loadKeys } from './keys.ts'

const root = mkdtempSync(join(tmpdir(), 'kaicheng-keys-'))
afterAll(() => rmSync(root, { recursive: true }))

const file = (folder: string) => join(folder, 'keys', 'kaicheng.key')

test('the first start makes a key that only its owner reads, and every later start finds the same', () => {
  const folder = join(root, 'first')
  const made = loadKeys(folder)
  expect(statSync(file(folder)).mode & 0o777).toBe(0o600)
  expect(loadKeys(folder).audit.equals(made.audit)).toBe(true)
  expect(loadKeys(join(root, 'second')).id).not.toBe(made.id)
})

test('all keys of one secret differ, and the id tells none of them', () => {
  const { id, ...secrets } = keysFrom(Buffer.alloc(32, 1))
  const printed = Object.values(secrets).map((secret) => secret.export().toString('hex'))
  expect(new Set(printed).size).toBe(4)
  expect(printed.some((secret) => secret.startsWith(id))).toBe(false)
})

test('a key is never made for a database that has one, nor where KAICHENG_KEY_FILE names a file', () => {
  expect(() => loadKeys(join(root, 'third'), false)).toThrow('找不到密钥文件')
  expect(() => loadKeys(root, true, join(root, 'absent.key'))).toThrow('找不到密钥文件')
})

test('a key that others may read or a cut key file stops the start', () => {
  const folder = join(root, 'exposed')
  loadKeys(folder)
  chmodSync(file(folder), 0o644)
  expect(() => loadKeys(folder)).toThrow('chmod 600')
  chmodSync(file(folder), 0o600)
  writeFileSync(file(folder), readFileSync(file(folder), 'utf8').slice(0, -2))
  expect(() => loadKeys(folder)).toThrow('内容不完整')
})
