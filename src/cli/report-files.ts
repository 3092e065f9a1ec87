import { readFile, stat } from 'node:fs/promises'
import type { Finding } from '../report/finding.ts'
import { readReport } from '../report/read/read-report.ts'
import type { AnnualReport } from '../report/report.ts'

export interface ReportFile {
  readonly file: string
  readonly report: AnnualReport
  readonly findings: Finding[]
  readonly readable: boolean
}

const maxBytes = 64 * 1024 * 1024

/** Reads a report; undefined, with a sentence on stderr, where there is no such file or it cannot be opened. */
export async function openReport(file: string): Promise<ReportFile | undefined> {
  const refusal = await whyNotOpen(file)
  if (refusal) return complain(refusal)
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch {
    return complain(`无法打开文件：${file}，请检查访问权限。`)
  }
  try {
    return { file, ...(await readReport(bytes, file)) }
  } catch {
    return complain(`无法从 ${file} 读出年度报告，文件可能已损坏，请另存后再试。`)
  }
}

function complain(message: string): undefined {
  process.stderr.write(`${message}\n`)
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
