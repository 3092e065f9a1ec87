import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { installationRoot } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'

const root = installationRoot()
const checkout = dataFolder('build')

afterAll(() => rmSync(checkout, { recursive: true, force: true }))

test('the program that is built is the same one, whatever NODE_ENV says', () => {
  for (const part of ['bin', 'src', 'vite.config.ts', 'vite.console.config.ts', 'package.json', 'package-lock.json'])
    cpSync(join(root, part), join(checkout, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  // The console is not what is looked at: it stands there already.
  mkdirSync(join(checkout, 'dist', 'console'), { recursive: true })
  writeFileSync(join(checkout, 'dist', 'console', 'index.html'), '')

  const built = ['test', 'development', ''].map((NODE_ENV) => {
    rmSync(join(checkout, 'dist', 'kaicheng.js'), { force: true })
    execFileSync(process.execPath, ['bin/setup.mjs'], {
      cwd: checkout,
      env: { ...process.env, NODE_ENV },
      stdio: 'pipe',
    })
    return readFileSync(join(checkout, 'dist', 'kaicheng.js'), 'utf8')
  })
  expect(new Set(built).size).toBe(1)
})
