import { readFile, stat } from 'node:fs/promises'
import type { Finding } from '../report/finding.ts'
import { openReaders } from '../report/read/read-apart.ts'
import { readReport } from '../report/read/read-report.ts'
import type { AnnualReport } from '../report/report.ts'

export interface ReportFile {
  readonly file: string
  readonly report: AnnualReport
  readonly findings: Finding[]
  readonly readable: boolean
}

const maxBytes = 64 * 1024 * 1024
/** For fewer files it takes longer to start processes than to read. */
const fewFiles = 8

/** Reads a report; undefined, with a sentence on stderr, where there is no such file or it cannot be opened. */
export const openReport = async (file: string): Promise<ReportFile | undefined> => told(await readOne(file, readReport))

/** Reads many reports in the order given, as `openReport` does, on all processors. */
export async function* openReports(files: readonly string[]): AsyncGenerator<ReportFile | undefined> {
  if (files.length < fewFiles) {
    for (const file of files) yield await openReport(file)
    return
  }
  const readers = openReaders()
  try {
    const underway: Promise<ReportFile | string>[] = []
    let next = 0
    for (let at = 0; at < files.length; at += 1) {
      // No more files in memory than the readers have work with.
      for (; next < files.length && underway.length < readers.processes * 2; next += 1)
        underway.push(readOne(files[next] ?? '', readers.read))
      const first = underway.shift()
      if (first) yield told(await first)
    }
  } finally {
    readers.close()
  }
}

/** The report of a file, or a sentence why there is none. */
async function readOne(file: string, read: typeof readReport): Promise<ReportFile | string> {
  const refusal = await whyNotOpen(file)
  if (refusal) return refusal
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch {
    return `无法打开文件：${file}，请检查访问权限。`
  }
  try {
    return { file, ...(await read(bytes, file)) }
  } catch {
    return `无法从 ${file} 读出年度报告，文件可能已损坏，请另存后再试。`
  }
}

function told(read: ReportFile | string): ReportFile | undefined {
  if (typeof read !== 'string') return read
  process.stderr.write(`${read}\n`)
  return undefined
}

async function whyNotOpen(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) return `${file} 是目录，请指明其中的文件。`
    if (!found.isFile()) return `${file} 不是普通文件。`
    if (found.size > maxBytes) return `${file} 超过64MB，不像年度报告，未读取。`
    return undefined
  } catch {
    return `没有找到文件：${file}`
  }
}
