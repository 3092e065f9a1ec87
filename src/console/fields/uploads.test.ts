import { expect, test } from 'vitest'
import { allSent, type Sending, type Uploads, uploadsOf, whyWaitFor, withUploads } from './uploads.ts'

const onItsWay = (name: string): Sending => ({ key: name, name, percent: 40 })
const failed = (name: string): Sending => ({ ...onItsWay(name), error: '上传失败，请重试' })

test('while one file runs, a step waits for it, and is not told yet of what failed', () => {
  expect(uploadsOf([failed('甲.pdf'), onItsWay('乙.pdf')])).toEqual({ state: 'running', names: ['乙.pdf'] })
})

test('what failed is not passed over when nothing runs any more', () => {
  expect(uploadsOf([failed('甲.pdf'), failed('乙.pdf')])).toEqual({ state: 'failed', names: ['甲.pdf', '乙.pdf'] })
  expect(uploadsOf([])).toEqual(allSent)
})

test('a step waits for files that run or failed, and for no others', () => {
  expect(whyWaitFor(allSent)).toBeNull()
  expect(whyWaitFor({ state: 'running', names: ['甲.pdf'] })).toBe('“甲.pdf”还在上传，传完后再办理')
  expect(whyWaitFor({ state: 'failed', names: ['甲.pdf', '乙.pdf'] })).toContain('“甲.pdf”、“乙.pdf”没有传上')
})

test('of many files three are named, and how many they are', () => {
  const names = ['甲', '乙', '丙', '丁']
  expect(whyWaitFor({ state: 'running', names })).toContain('“甲”、“乙”、“丙”等4个文件还在上传')
  expect(whyWaitFor({ state: 'running', names: names.slice(0, 3) })).not.toContain('等')
})

test('the button says what it would do only when all files are there', () => {
  const said = (state: Uploads['state']) => withUploads({ state, names: [] }, '登记')
  expect(said('done')).toBe('登记')
  expect(said('running')).not.toContain('登记')
  expect(said('failed')).not.toContain('登记')
})
