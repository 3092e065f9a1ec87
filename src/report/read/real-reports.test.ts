import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../../tests/samples.ts'
import { readReport } from './read-report.ts'

const folder = sampleAt('reports/')

interface Entry {
  file: string
  class: string
  ambiguous: boolean
  numbers?: string
}
type Cells = Record<string, number | string | null>
interface Numbers {
  proactive: Cells
  requests: Record<string, Cells>
  remedies: Record<string, Cells>
}

const entries: Entry[] = hasSamples ? JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) : []
const originals: Entry[] = entries.flatMap((entry) =>
  ['pdf', 'html'].flatMap((extension) => {
    const file = entry.file.replace(/txt$/, extension)
    return existsSync(new URL(file, folder)) ? [{ ...entry, file }] : []
  }),
)

/** Every stated figure by its place; blank ones left out. */
function flat({ proactive, requests, remedies }: Numbers): Record<string, number | string> {
  const places: [string, number | string | null][] = Object.entries(proactive)
  for (const [table, rows] of Object.entries({ requests, remedies })) {
    for (const [row, cells] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(cells)) places.push([`${table}/${row}/${column}`, value])
    }
  }
  return Object.fromEntries(places.filter((place): place is [string, number | string] => place[1] !== null))
}

const nothing: Numbers = { proactive: {}, requests: {}, remedies: {} }

describe.skipIf(!hasSamples)('published reports', () => {
  test.for([...entries, ...originals])('$file says what its printed tables say, and nothing else', async (entry) => {
    const bytes = new Uint8Array(readFileSync(new URL(entry.file, folder)))
    const { report, readable } = await readReport(bytes, entry.file)
    expect(readable).toBe(true)
    const printed = flat(entry.numbers ? JSON.parse(readFileSync(new URL(entry.numbers, folder), 'utf8')) : nothing)
    const read = flat(report)
    if (!entry.ambiguous) expect(read).toEqual(printed)
    for (const [place, value] of Object.entries(read)) expect([place, value]).toEqual([place, printed[place]])
  })

  test('a lost or repeated cell leaves a finding', async () => {
    for (const entry of entries.filter(({ ambiguous }) => ambiguous)) {
      const { findings } = await readReport(new Uint8Array(readFileSync(new URL(entry.file, folder))), entry.file)
      expect(findings.some(({ code }) => code === 'AMBIGUOUS_ROW' || code === 'UNRELIABLE')).toBe(true)
    }
  })

  test('the figures beside a text are read back from their JSON', async () => {
    for (const entry of entries) {
      if (!entry.numbers) continue
      const bytes = new Uint8Array(readFileSync(new URL(entry.numbers, folder)))
      const { report } = await readReport(bytes, entry.numbers)
      expect(flat(report)).toEqual(flat(JSON.parse(new TextDecoder().decode(bytes))))
    }
  })

  test('a blank form has no figures: blanks are not zeros', async () => {
    const { report, readable, findings } = await readReport(
      new Uint8Array(readFileSync(new URL('blank-form.docx', folder))),
      'blank-form.docx',
    )
    expect(readable).toBe(true)
    expect(flat(report)).toEqual({})
    expect(findings.filter(({ code }) => code === 'MISSING_SECTION').map(({ row }) => row)).toEqual([
      'proactive',
      'requests',
      'remedies',
    ])
  })
})
