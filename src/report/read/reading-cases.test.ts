import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../../tests/samples.ts'
import { checkReport } from '../check/check-report.ts'
import { unreadOf } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { readReport } from './read-report.ts'

const folder = sampleAt('reading-cases/')
const files = hasSamples ? readdirSync(folder).filter((file) => !/\.json$|\.md$/.test(file)) : ['（没有样本）']

type Cells = Record<string, number | string | null>

/** Figures by the names of the truth files: `p/…`, `req/row/column`, `rem/block/column`. */
function flat({ proactive, requests, remedies }: AnnualReport): Cells {
  const cells: Cells = {}
  for (const [key, value] of Object.entries(proactive)) cells[`p/${key}`] = value
  for (const [table, rows] of Object.entries({ req: requests, rem: remedies }))
    for (const [row, columns] of Object.entries(rows))
      for (const [column, value] of Object.entries(columns)) cells[`${table}/${row}/${column}`] = value
  return cells
}

const tables: Record<string, string> = { p: 'proactive', req: 'requests', rem: 'remedies' }
/** Row and table of a cell by its name in the truth files. */
const rowsOf = (place: string): (string | undefined)[] => {
  const [table = '', row = ''] = place.split('/')
  return [tables[table], table === 'p' ? row.slice(0, row.lastIndexOf('.')) : row]
}

const read = async (file: string) => {
  const { report, findings } = await readReport(new Uint8Array(readFileSync(new URL(file, folder))), file)
  return { report, findings, checked: checkReport(report, { unread: unreadOf(findings) }) }
}

describe.skipIf(!hasSamples)('reports that were once misread', () => {
  test.for(files)('%s is read right, or refused by a finding on the reading', async (file) => {
    const { report, findings, checked } = await read(file)
    const truthFile = new URL(`${file}.truth.json`, folder)
    const truth: Cells = existsSync(truthFile) ? JSON.parse(readFileSync(truthFile, 'utf8')) : {}
    const cells = flat(report)
    const unread = unreadOf(findings)
    for (const [place, value] of Object.entries(truth)) {
      const found = cells[place] ?? null
      if (found === null) expect(rowsOf(place).some((row) => row !== undefined && unread.has(row))).toBe(true)
      else expect([place, Number(found)]).toEqual([place, Number(value)])
    }
    expect(checked.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test.for([
    'c01_1_perm.html',
    'c02_subtotal.html',
    'c07_remedies_blocks_swapped.html',
    'c08b_remedies_corrected_first.html',
    'c09_p_swapped.html',
    'd06_superscript.docx',
    'd12_prev_t4_before.docx',
    'e03_hidden_prev_first.xlsx',
    'k01_00_mark.html',
    'p17_colperm.pdf',
    't01_md.txt',
  ])('%s is legible, and read whole', async (file) => {
    const cells = flat((await read(file)).report)
    const truth: Cells = JSON.parse(readFileSync(new URL(`${file}.truth.json`, folder), 'utf8'))
    expect(Object.keys(truth).filter((place) => (cells[place] ?? null) === null)).toEqual([])
  })

  test('two organs in one file are said to be two, and none is taken for the other', async () => {
    const { report, findings } = await read('m01_two_organs.html')
    expect(findings.map(({ code, about }) => [code, about])).toEqual([['SEVERAL_REPORTS', 'reading']])
    expect([report.organ, flat(report)]).toEqual([null, {}])
  })
})
