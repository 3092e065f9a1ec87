import type { Finding } from '../finding.ts'
import { AnnualReport } from '../report.ts'

/** Reads a report in our own JSON form; anything else is not readable. */
export async function readReport(
  bytes: Uint8Array,
  name: string,
): Promise<{ report: AnnualReport; findings: Finding[]; readable: boolean }> {
  const parsed = AnnualReport.safeParse(jsonOf(bytes))
  if (parsed.success) return { report: parsed.data, findings: [], readable: true }
  const message = `${name} 不是可以读取的年度报告，请提供报告的原文件。`
  return {
    report: {
      title: null,
      organ: null,
      year: null,
      format: null,
      proactive: {},
      requests: {},
      remedies: {},
      sections: [],
    },
    findings: [{ code: 'MISSING_SECTION', severity: 'error', message }],
    readable: false,
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}
