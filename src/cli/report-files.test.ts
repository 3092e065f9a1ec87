import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { readReport } from '../report/read/read-report.ts'
import { aReport } from '../report/testing/a-report.ts'
import { writeReport } from '../report/write/write.ts'
import { openReports, type ReportFile } from './report-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaicheng-reports-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('many reports are read in processes apart: the same figures in the order given, and what is missing is said in its place', async () => {
  const forms = ['txt', 'html', 'json', 'docx', 'xlsx', 'pdf'] as const
  const files: string[] = []
  for (const [index, form] of [...forms, ...forms].entries()) {
    const file = join(folder, `${index}.${form}`)
    const report = aReport({ format: '2021', value: () => index })
    writeFileSync(file, await writeReport(report, form))
    files.push(file)
  }
  const broken = join(folder, 'broken.pdf')
  writeFileSync(broken, '%PDF-1.7\nnothing')
  const missing = join(folder, 'missing.docx')
  const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const asked = [...files.slice(0, 4), missing, ...files.slice(4), broken]
  const read: (ReportFile | undefined)[] = []
  for await (const one of openReports(asked)) read.push(one)
  expect(said.mock.calls).toEqual([[`没有找到文件：${missing}\n`]])
  said.mockRestore()
  expect(read.map((one) => one?.file)).toEqual([...files.slice(0, 4), undefined, ...files.slice(4), broken])
  expect(read.at(-1)).toMatchObject({ readable: false, findings: [{ code: 'UNREADABLE' }] })
  const whole = read.flatMap((one) => (one?.readable ? [one] : []))
  expect(whole.map(({ report }) => report.requests.granted?.total)).toEqual(files.map((_, index) => index))
  for (const { file, report, findings } of whole)
    expect(await readReport(new Uint8Array(readFileSync(file)), file)).toEqual({ report, findings, readable: true })
})
