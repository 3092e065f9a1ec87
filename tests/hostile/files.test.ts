import { afterAll, describe, expect, test } from 'vitest'
import { answerOf, expectInvariants } from './answer.ts'
import { type BadFile, badAttachments, badDocuments, badNames, badWorkbooks, longDocument } from './bad-files.ts'
import { furnish, sendFile } from './furnish.ts'
import { openScene } from './scene.ts'

const scene = await openScene()
const { draft } = await furnish(scene, scene.mine)
const clerk = scene.browser('clerk')
const head = scene.browser('ogiHead')
afterAll(() => scene.close())

/** Whatever a file wants, it gets no more of the machine, */
const mostCpuMs = 5_000
/** and of the server's own thread, in which everybody else waits, only so much processor time: */
const mostOwnMs = 400
/** so many times as much as this machine, as fast as it is just now, takes to read and write a list of twenty thousand and to fill eight megabytes. */
const mostOwnTimes = 30

const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000

const list = JSON.stringify(Array.from({ length: 20_000 }, (_, index) => ({ index, words: '政府信息公开'.repeat(3) })))
function measure(): number {
  const before = process.threadCpuUsage()
  JSON.stringify(JSON.parse(list))
  Buffer.alloc(8 * 1024 * 1024, 1)
  return milliseconds(process.threadCpuUsage(before))
}

async function send(by: typeof clerk, path: string, { name, bytes }: BadFile) {
  const before = await scene.census()
  const cpu = process.cpuUsage()
  const own = process.threadCpuUsage()
  const answer = await sendFile(by, path, name, bytes)
  const spent = { own: milliseconds(process.threadCpuUsage(own)), all: milliseconds(process.cpuUsage(cpu)) }
  expect(spent.own).toBeLessThan(Math.max(mostOwnMs, mostOwnTimes * measure()))
  expect(spent.all).toBeLessThan(mostCpuMs)
  expectInvariants(answerOf(answer))
  const isRefused = answer.statusCode >= 400 || answer.json().counts === null
  if (isRefused) expect(await scene.census()).toEqual(before)
  if (answer.statusCode >= 400) expect(answer.body).toMatch(/[\u4e00-\u9fa5]/)
  expect((await scene.visitor().get('/')).statusCode).toBe(200)
  return { isRefused, body: answer.body }
}

const of = (files: readonly BadFile[]) => files.map((file) => [file.what, file] as const)

describe('a workbook for the catalogue', () => {
  test.each(of([...badWorkbooks, ...badDocuments]))('%s', async (_, file) => {
    const { body } = await send(head, '/catalogue/import', file)
    expect(body).not.toContain('--sheet')
  })
})

describe('a list of words', () => {
  test.each(of([...badWorkbooks, ...badDocuments]))('%s', async (what, file) => {
    const { isRefused } = await send(head, `/word-lists?name=${encodeURIComponent('坏词表')}`, file)
    if (/NUL in a word|half of a sign in a word|many thousand/.test(what)) expect(isRefused).toBe(true)
  })
})

describe('a document as the text of a record', () => {
  test.each(of([...badDocuments, ...badAttachments]))('%s', async (_, file) => {
    const { body } = await send(clerk, `/records/${draft}/editions/1/import`, file)
    expect(body).not.toMatch(/"href":"(?:javascript|file|data):/i)
  })

  test('a long one that means no harm is read as quietly', async () => {
    const { isRefused, body } = await send(clerk, `/records/${draft}/editions/1/import`, longDocument)
    expect(isRefused, body.slice(0, 300)).toBe(false)
    expect(body.match(/"type":"table"/g)).toHaveLength(200)
  })
})

describe('an attachment', () => {
  test.each(of([...badAttachments, ...badDocuments, ...badWorkbooks]))('%s', async (_, file) => {
    await send(clerk, '/files', file)
  })

  test.each(badNames)('called %s', async (name) => {
    const { isRefused, body } = await send(clerk, '/files', { what: name, name, bytes: Buffer.from('普查表') })
    if (isRefused) return
    const { name: kept, contentType } = JSON.parse(body)
    expect(kept).toMatch(/^[^/\\<>:"|?*.\p{Cc}\u202a-\u202e][^/\\<>:"|?*\p{Cc}\u202a-\u202e]{0,199}\.txt$/u)
    expect(contentType).toBe('text/plain')
  })

  test.each(['阿卜杜拉·买买提.txt', '𠮷野.txt'])('a name such as %s is nobody’s fault', async (name) => {
    const { body } = await send(clerk, '/files', { what: name, name, bytes: Buffer.from('普查表') })
    expect(JSON.parse(body).name).toBe(name)
  })
})
