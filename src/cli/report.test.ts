import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aSoundReport } from '../report/testing/a-sound-report.ts'
import { register } from './report.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaicheng-report-'))
const write = (name: string, content: unknown): string => {
  const file = join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const good = write('good.json', aSoundReport())
const other = write('other.json', aSoundReport({ organ: '示例市教育局' }))
const bad = write('bad.json', aSoundReport({ format: '2019' }))
const unreadable = write('unreadable.json', '不是报告')

let out = ''
let complaints = ''
beforeEach(() => {
  out = ''
  complaints = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += text
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complaints += text
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = 0
})

async function run(...words: string[]) {
  const program = new Command().exitOverride()
  register(program)
  await program.parseAsync(['report', ...words], { from: 'user' })
  return process.exitCode
}

test.for([
  ['no error', [good], 0],
  ['an error', [good, bad], 1],
  ['an unreadable file outweighs errors', [bad, unreadable], 2],
  ['a missing file', [join(folder, 'none.txt')], 2],
  ['a folder', [folder], 2],
] as const)('check exits by the worst file: %s', async ([, files, code]) => {
  expect(await run('check', ...files)).toBe(code)
})

test('a missing file is named in Chinese on stderr', async () => {
  await run('check', join(folder, 'none.txt'))
  expect(complaints).toBe(`没有找到文件：${join(folder, 'none.txt')}\n`)
})

test('--json prints one object a line, in the shape of the contract', async () => {
  await run('check', '--json', good, bad)
  const objects = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(Object.keys(objects[0])).toEqual([
    'file',
    'organ',
    'year',
    'format',
    'proactive',
    'requests',
    'remedies',
    'findings',
  ])
  expect(objects[1].findings).toMatchObject([
    { code: 'OUTDATED_FORMAT', severity: 'error', about: 'report' },
    { code: 'NOT_COMPARED', severity: 'note', about: 'reading' },
  ])
})

test('without last year’s report it is said that nothing was compared with it, and with it nothing', async () => {
  const last = write(
    'last.json',
    aSoundReport({ year: 2023, title: '示例市档案局2023年政府信息公开工作年度报告', sections: [] }),
  )
  await run('check', good)
  expect(out).toContain('未与上年比对：没有2023年度的报告')
  out = ''
  await run('check', '--previous', last, good)
  expect(out).not.toContain('未与上年比对')
})

test('--previous must be readable too', async () => {
  expect(await run('check', '--previous', unreadable, good)).toBe(2)
  expect(complaints).toContain('不能读作年度报告')
})

test('rollup adds, and refuses the same organ twice', async () => {
  expect(await run('rollup', good, other)).toBe(0)
  expect(out).toContain('汇总2个机关2024年度的报告')
  expect(await run('rollup', '--json', good, good)).toBe(1)
})
