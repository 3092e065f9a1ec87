import { Parser } from 'htmlparser2'
import { checkReport } from '../src/report/check/check-report.ts'
import { openReaders } from '../src/report/read/read-apart.ts'
import { readReport } from '../src/report/read/read-report.ts'
import { aReport } from '../src/report/testing/a-report.ts'
import type { ReportForm } from '../src/report/write/forms.ts'
import { writeReport } from '../src/report/write/write.ts'
import { inHandPerSecond, load, perSecond } from './measure.ts'

/** How many reports each process has in hand while many are read. */
const inHand = 8

/** Reading and checking published reports, by form, one at a time and on all processors; for HTML against only parsing the same bytes. */
export async function benchCheck(): Promise<void> {
  const readers = openReaders()
  console.log(`check: reports read and checked per second, one at a time, and with ${readers.processes} processes`)
  const report = aReport({ format: '2021' })
  for (const form of ['txt', 'html', 'json', 'docx', 'xlsx', 'pdf'] satisfies ReportForm[]) {
    const bytes = await writeReport(report, form)
    const rate = await perSecond(2, async () => checkReport((await readReport(bytes, `x.${form}`)).report))
    const one = async () => checkReport((await readers.read(bytes, `x.${form}`)).report)
    // Whoever rolls up a province reads thousands: the processes are warm before it counts.
    await inHandPerSecond(2, readers.processes * inHand, one)
    const together = await inHandPerSecond(3, readers.processes * inHand, one)
    console.log(
      `  ${form.padEnd(4)} ${rate.toFixed(0).padStart(6)}/s, ${together.toFixed(0).padStart(6)}/s together (${(bytes.length / 1024).toFixed(0)} KB)${form === 'html' ? await againstParsing(bytes, rate) : ''}, ${load()}`,
    )
  }
  readers.close()
  console.log()
}

async function againstParsing(bytes: Uint8Array, rate: number): Promise<string> {
  const parse = async () => {
    const parser = new Parser({})
    parser.end(new TextDecoder().decode(bytes))
  }
  return `, ${(rate / (await perSecond(1, parse))).toFixed(2)} × only parsing the HTML`
}
