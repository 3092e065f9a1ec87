import { execFileSync } from 'node:child_process'
import { expect, test, vi } from 'vitest'
import { wordFile, wordParagraph, wordRun } from '../testing/word-file.ts'
import { inspectApart, readApart } from './apart.ts'
import { mostHeapMb } from './limits.ts'
import { idleProcesses, inspectionCounts } from './pool.ts'
import { startProcess } from './process.ts'

const mebibyte = 1024 * 1024
const sound = wordFile(wordParagraph(wordRun('普查')))
const filled = (filler: string) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(8 * mebibyte, filler)])

test.for(['(', '['])(
  '8 MB of %s after %PDF-1.4 end their process at most; the next file is looked into',
  async (filler) => {
    const verdict = await inspectApart(filled(filler), 'office')
    expect(['pdf', 'tooLarge']).toContain('fault' in verdict ? verdict.fault : verdict.kind)
    expect(await inspectApart(sound, 'office')).toEqual({ kind: 'docx', mark: undefined })
  },
)

test('a file that could not be looked into is never “nothing found”', async () => {
  await inspectApart(sound, 'office')
  const pid = idleProcesses().at(-1) ?? 0
  const reading = readApart('pdf', filled('('))
  // Whether a limit is reached depends on the machine; a process that ends under the file does not.
  await vi.waitFor(() => expect(idleProcesses()).not.toContain(pid))
  process.kill(pid, 'SIGKILL')
  expect(await reading).toBe('failed')
})

test('a process is used again, and one that somebody kills is replaced', async () => {
  await inspectApart(sound, 'office')
  const [pid = 0] = idleProcesses()
  await inspectApart(sound, 'office')
  expect(idleProcesses()).toContain(pid)
  for (const each of idleProcesses()) process.kill(each, 'SIGKILL')
  const before = inspectionCounts()
  expect(before.answered).toBeGreaterThan(0)
  // Killed a moment ago, it may have been taken for fit: then the file is refused, and the next one is not.
  await inspectApart(sound, 'office')
  expect(await inspectApart(sound, 'office')).toEqual({ kind: 'docx', mark: undefined })
  expect(idleProcesses()).not.toContain(pid)
})

test('who looks into files knows nothing of the server: no settings, no keys', () => {
  const one = startProcess()
  const environment = execFileSync('cat', [`/proc/${one.pid}/environ`]).toString()
  const line = execFileSync('cat', [`/proc/${one.pid}/cmdline`]).toString()
  one.end()
  expect(environment).toBe('')
  expect(line).toContain(`--max-old-space-size=${mostHeapMb}`)
})

test('when the server ends, in whatever way, so do its processes', async () => {
  const script = `
    const { startProcess } = await import('${new URL('./process.ts', import.meta.url).href}')
    const one = startProcess()
    one.ask({ what: 'verdict' }, Buffer.from(${JSON.stringify('PK\x03\x04')}, 'latin1')).then(() => {
      console.log(one.pid)
      process.kill(process.pid, 'SIGKILL')
    })`
  let pid = 0
  try {
    execFileSync(process.execPath, ['--input-type=module', '-e', script])
  } catch (error) {
    pid = Number(String((error as { stdout?: Buffer }).stdout))
  }
  expect(pid).toBeGreaterThan(0)
  await expect.poll(() => isThere(pid), { timeout: 10_000 }).toBe(false)
})

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
