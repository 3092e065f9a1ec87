import { expect, test } from 'vitest'
import { pageFromHtml } from '../../report/read/from-html.ts'
import { readTables } from '../tables/read-tables.ts'
import { pdfFile } from '../testing/pdf-file.ts'
import { sheetFile } from '../testing/sheet-file.ts'
import { wordFile } from '../testing/word-file.ts'
import { traceFile } from '../traces/trace.ts'
import { readWord } from '../word-page/read-word.ts'
import { look } from './look.ts'
import { textOfXml } from './xml-text.ts'

const utf8 = (text: string) => Buffer.from(text)
const relationships = (text: string) => wordFile('', { 'word/_rels/document.xml.rels': text })
const makers: Readonly<Record<string, (pieces: number) => Promise<unknown> | unknown>> = {
  'markup that never closes': (n) => textOfXml(utf8('<'.repeat(n))),
  'tags that end no line': (n) => textOfXml(utf8('<w:br '.repeat(n))),
  'streams without an end': (n) => look(utf8(`%PDF-1.7\n${'stream\n'.repeat(n / 4)}`)),
  'packed streams without an end': (n) => look(utf8(`%PDF-1.7\n${'stream\nx\u0001abc'.repeat(n / 4)}`)),
  'a document of <': (n) => look(wordFile('<'.repeat(n))),
  'relationships that never close': (n) => look(relationships('<Relationship '.repeat(n / 4))),
  'fields that never close': (n) => look(wordFile('<w:instrText '.repeat(n / 4))),
  'fields that begin again': (n) => look(wordFile('<w:instrText> '.repeat(n / 40))),
  'a deep document': (n) => look(wordFile('<w:instrText><w:p>'.repeat(n / 4))),
  'authors that never close': (n) => traceFile(wordFile('', { 'docProps/core.xml': '<dc:creator '.repeat(n / 40) })),
  'runs that never close': (n) => traceFile(wordFile('<w:r ><w:vanish/>'.repeat(n / 40))),
  'words that a page hides': (n) => traceFile(pdfFile('BT /F1 9 Tf 3 Tr <738b> Tj ET 9 9 9 9 re f '.repeat(n / 200))),
  'versions without end': (n) => traceFile(Buffer.from(`%PDF-1.7\n${'%%EOF\n'.repeat(n / 8)}`)),
  'pictures without end': (n) => traceFile(Buffer.from(`%PDF-1.7\n${'/Subtype /Image '.repeat(n / 8)}`)),
  'places without end': (n) => traceFile(Buffer.from(`%PDF-1.7\n${'Exif\0\0II*\0'.repeat(n / 8)}`)),
  'changes that never close': (n) => traceFile(wordFile('<w:p><w:ins><w:r><w:t>x'.repeat(n / 40))),
  'cells of a look': (n) =>
    traceFile(
      sheetFile([{ name: 'x', xml: '<row hidden="1"><c s="1">'.repeat(n / 20) }], {
        styles: '<fonts><font><cellXfs>'.repeat(n / 40),
      }),
    ),
  'a deep Word page': (n) => readWord(wordFile('<w:tbl><w:tr><w:tc>'.repeat(n / 8))),
  'numbers that never close': (n) => readWord(wordFile('<w:pPr><w:numPr>'.repeat(n / 8))),
  'notes called without end': (n) =>
    readWord(
      wordFile(
        `<w:p>${Array.from({ length: n / 16 }, (_, id) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`).join('')}</w:p>`,
      ),
    ),
  'ends of paragraphs deleted': (n) =>
    readWord(wordFile('<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>字</w:t></w:r></w:p>'.repeat(n / 16))),
  'fields that end never': (n) =>
    readWord(
      wordFile(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>字</w:t></w:r></w:p>'.repeat(
          n / 16,
        ),
      ),
    ),
  'a csv of quotes': (n) => readTables(utf8('"'.repeat(n)), { rows: 20 }),
  'a csv of one long line': (n) => readTables(utf8(`${'a;'.repeat(200)}${' '.repeat(n)}`), { rows: 20 }),
  'a report of tables in tables': (n) => attempt(() => pageFromHtml('<table><tr><td>'.repeat(n))),
}

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

/** Processor time of this thread: the same under load. The least of three, so that a pause for garbage counts little. */
async function cost(make: (pieces: number) => unknown, pieces: number): Promise<number> {
  const times = []
  for (let run = 0; run < 3; run += 1) {
    const before = process.threadCpuUsage()
    await make(pieces)
    const { user, system } = process.threadCpuUsage(before)
    times.push(user + system)
  }
  return Math.min(...times)
}

/** Sixteen times as much costs about sixteen times; what is quadratic costs 256 times. */
const [few, times, most] = [10_000, 16, 80]
/** Below this, in microseconds, the measure is noise. */
const noise = 4_000

test.each(Object.keys(makers))('%s: the work grows with the length', async (name) => {
  const make = makers[name] ?? (() => {})
  const small = Math.max(await cost(make, few), noise)
  expect((await cost(make, few * times)) / small).toBeLessThan(most)
})
