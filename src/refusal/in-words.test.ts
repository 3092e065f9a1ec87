import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { refusals } from '../refusal.ts'
import { inWords } from './in-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaicheng-words-'))
const file = join(folder, 'file')
writeFileSync(file, '')
afterAll(() => rmSync(folder, { recursive: true }))

const troubleOf = (work: Promise<unknown>) => work.then(() => undefined, inWords)

test.for<[what: string, work: () => Promise<unknown>, said: string]>([
  ['a file that is not there', () => readFile(join(folder, 'none')), `没有 ${join(folder, 'none')}`],
  ['a folder for a file', () => readFile(folder), '需要一个文件'],
  ['a file for a folder', () => readdir(join(file, 'x')), '不是目录'],
  ['a folder that exists', () => mkdir(folder), '已经存在'],
  ['a name that is too long', () => readFile(join(folder, 'x'.repeat(300))), '过长'],
])('%s is told in Chinese, with its place', async ([, work, said]) => {
  const words = await troubleOf(work())
  expect(words).toContain(said)
  expect(words).not.toMatch(/E[A-Z]{4,}/)
})

test('a port where nobody listens', async () => {
  const said = await troubleOf(new Promise((_, reject) => connect(1, '127.0.0.1').on('error', reject)))
  expect(said).toBe('连接不上 127.0.0.1:1，请确认它已启动、地址无误')
})

test('what is cut off, a refusal, and what nobody knows of speak for themselves', () => {
  expect(inWords(AbortSignal.abort().reason)).toBe('已中断')
  expect(inWords(refusals.noProofHere())).toBe(refusals.noProofHere().message)
  expect(inWords(new Error('别的'))).toBe('别的')
  expect(inWords('别的')).toBe('别的')
})
