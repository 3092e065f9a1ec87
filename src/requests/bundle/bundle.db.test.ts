import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { bundleOf, catalogueName, checksumsName, type Paper } from '../../files/bundle/bundle.ts'
import { verifyBundle } from '../../files/bundle/verify.ts'
import { readZip } from '../../files/zip/read-zip.ts'
import { writeZip } from '../../files/zip/write-zip.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { anIntake } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { makeBundle } from './make-bundle.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaicheng-bundle-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const verify = (bytes: Uint8Array) => {
  const path = join(folder, `${crypto.randomUUID()}.zip`)
  writeFileSync(path, bytes)
  return verifyBundle(path)
}
const partsOf = async (bytes: Uint8Array) => {
  const read = await readZip(bytes)
  if (typeof read === 'string') throw new Error(read)
  return read.map((entry) => ({ name: entry.name, content: entry.read() }))
}

const cover = {
  organ: '示例市统计局',
  title: '案卷目录',
  facts: [['申请内容', '<script>2025年统计公报</script>']] as const,
  madeOn: plainDate('2026-11-30'),
  madeBy: '李文',
}
const aPaper = (name: string, text: string): Paper => ({
  on: plainDate('2026-03-02'),
  what: '申请附件',
  name,
  bytes: Buffer.from(text),
})

describe('art. 45: one case, one file, that anybody can check without the platform', () => {
  test('every file is the one that was put in; one that was changed, left out, added or put twice is named', async () => {
    const { bytes } = bundleOf(cover, [aPaper('申请书.pdf', '一'), aPaper('身份证.jpg', '二')])
    expect(await verify(bytes)).toMatchObject({ files: 3, problems: [] })
    const parts = await partsOf(bytes)
    const [first] = parts.filter(({ name }) => name.includes('申请书'))
    const changed = parts.map((part) => (part === first ? { ...part, content: Buffer.from('三') } : part))
    expect((await verify(writeZip(changed))).problems).toEqual([expect.stringMatching(/申请书\.pdf”与导出时不一致/)])
    expect((await verify(writeZip(parts.filter((part) => part !== first)))).problems).toEqual([
      expect.stringContaining('缺少'),
    ])
    expect((await verify(writeZip([...parts, { name: '新.pdf', content: Buffer.from('') }]))).problems).toEqual([
      '“新.pdf”不在校验码清单中',
    ])
    expect((await verify(writeZip(parts.filter(({ name }) => name !== checksumsName)))).problems).toEqual([
      expect.stringContaining('没有校验码清单'),
    ])
    expect((await verify(writeZip([{ name: checksumsName, content: Buffer.from('') }]))).problems).toEqual([
      expect.stringContaining('不是案卷'),
    ])
    expect((await verify(bytes.subarray(0, 400))).problems).toEqual([expect.stringContaining('不能完整读出')])
  })

  test('property: whatever papers are called, all go in, each under its own name, and nothing leaves the folder', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 6 }), async (papers) => {
        const { bytes } = bundleOf(
          cover,
          papers.map(([name, text]) => aPaper(name, text)),
        )
        expect(await verify(bytes)).toMatchObject({ files: papers.length + 1, problems: [] })
        for (const { name } of await partsOf(bytes)) expect(name).not.toMatch(/[\\/]|^\.|\p{Cc}/u)
      }),
      { numRuns: 60 },
    )
  })

  test('the catalogue shows what was typed as words, and runs nothing', async () => {
    const [catalogue] = (await partsOf(bundleOf(cover, []).bytes)).filter(({ name }) => name === catalogueName)
    const page = catalogue?.content.toString() ?? ''
    expect(page).toContain('&lt;script&gt;2025年统计公报')
    expect(page).not.toContain('<script')
  })
})

test('复议法 48, 54: the bundle of a request has what came in and what was sent, in order; who took it is recorded', async () => {
  const { db, owner } = await testDatabase()
  const { organ, officer } = await anOffice(db)
  const day = '2026-03-02'
  const clerk = await officer(day, ['clerk'])
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake(day)))
  const id = one?.request.id ?? ''
  const asked = await inOrgan(db, organ.id, (tx) =>
    takeStep(tx, clerk, id, 'requestSupplement', { items: '请写明年份', dueOn: '2026-03-23' }),
  )
  await letOut(db, asked.request, (level) => officer(day, [level]))
  const { name, bytes } = await makeBundle(db, clerk, id)
  expect(name).toMatch(/案卷\.zip$/)
  const parts = await partsOf(bytes)
  expect(parts.map((part) => part.name)).toEqual([
    catalogueName,
    expect.stringMatching(/^01 2026-03-02 .*补正告知书.*\.pdf$/),
    checksumsName,
  ])
  const { problems, sums } = await verify(bytes)
  expect(problems).toEqual([])
  const { rows } = await sql<{ detail: unknown }>`
    select detail from audit_entries where action = 'request.bundled'`.execute(owner)
  expect(rows).toEqual([{ detail: { count: 1, hash: sums } }])
  const assigned = { unitId: crypto.randomUUID() }
  await expect(makeBundle(db, { ...clerk, ...assigned, id: crypto.randomUUID() }, crypto.randomUUID())).rejects.toThrow(
    '没有这件申请',
  )
})
