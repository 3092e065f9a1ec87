import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeFolder } from './make-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'kaicheng-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

test('a folder is made with those above it, and says which was the first', () => {
  expect(makeFolder(join(root, 'a', 'b', 'c'), 0o700)).toBe(join(root, 'a'))
  expect(statSync(join(root, 'a', 'b', 'c')).mode & 0o777).toBe(0o700)
  expect(makeFolder(join(root, 'a', 'b'))).toBeUndefined()
})

test('where the system refuses it is said at once: below a file, and below what the kernel keeps', () => {
  writeFileSync(join(root, 'file'), '')
  expect(() => makeFolder(join(root, 'file', 'x'))).toThrow('ENOTDIR')
  expect(() => makeFolder('/proc/kaicheng/x')).toThrow(/ENOENT|EACCES|EPERM|EROFS/)
})
