import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { withDatabase } from './with-database.ts'

test('who only looks makes nothing in a folder that is not there or is empty, and does not take it for a good one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaicheng-nothing-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  vi.stubEnv('DATABASE_URL', '')
  for (const data of [folder, join(folder, 'mistyped')]) {
    vi.stubEnv('KAICHENG_DATA', data)
    await expect(withDatabase(async () => {}, { makes: 'nothing' })).rejects.toThrow('没有新建')
    await expect(withDatabase(async () => {})).rejects.toThrow(data)
  }
  expect(readdirSync(folder)).toEqual([])
  expect(existsSync(join(folder, 'mistyped'))).toBe(false)
})
