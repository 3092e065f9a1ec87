import { Parser } from 'htmlparser2'
import { checkReport } from '../src/report/check/check-report.ts'
import { readReport } from '../src/report/read/read-report.ts'
import { aReport } from '../src/report/testing/a-report.ts'
import type { ReportForm } from '../src/report/write/forms.ts'
import { writeReport } from '../src/report/write/write.ts'
import { perSecond } from './measure.ts'

/** Reading and checking published reports, by form; for HTML against only parsing the same bytes. */
export async function benchCheck(): Promise<void> {
  console.log('check: reports read and checked per second, one at a time')
  const report = aReport({ format: '2021' })
  for (const form of ['txt', 'html', 'json', 'docx', 'xlsx', 'pdf'] satisfies ReportForm[]) {
    const bytes = await writeReport(report, form)
    const rate = await perSecond(2, async () => checkReport((await readReport(bytes, `x.${form}`)).report))
    console.log(
      `  ${form.padEnd(4)} ${rate.toFixed(0).padStart(6)}/s (${(bytes.length / 1024).toFixed(0)} KB)${form === 'html' ? await againstParsing(bytes, rate) : ''}`,
    )
  }
  console.log()
}

async function againstParsing(bytes: Uint8Array, rate: number): Promise<string> {
  const parse = async () => {
    const parser = new Parser({})
    parser.end(new TextDecoder().decode(bytes))
  }
  return `, ${(rate / (await perSecond(1, parse))).toFixed(2)} × only parsing the HTML`
}
