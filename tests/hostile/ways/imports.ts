import { expect } from 'vitest'
import { readReport } from '../../../src/report/read/read-report.ts'
import { readFile } from '../../../src/workbooks/read-file.ts'
import type { Outcome } from '../answer.ts'
import { bodyOf, fileOf, isSpec, textOf } from '../generate.ts'
import type { Way } from '../way.ts'

const refused: Outcome = { verdict: 'reject', status: 422, answers: [] }
const taken = (isNormalized: boolean): Outcome => ({ verdict: 'accept', isNormalized, answers: [] })

/** A table that staff import at the command line: read as what it is, never as something like it. */
export const csv: Way = async (_scene, input) => {
  const { bytes } = bodyOf(input)
  try {
    const [table] = await readFile(bytes, '台账.csv')
    const rows = (table?.rows ?? []).filter((row) => row.some((cell) => cell !== '' && cell !== null))
    expect(JSON.stringify(rows)).not.toContain('\ufffd')
    expect(rows).toEqual(
      textOf(input)
        .split(/\r\n|\r|\n/)
        .filter(Boolean)
        .map((line) => line.split(',')),
    )
    return taken(!Buffer.from(textOf(input)).equals(bytes))
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') return refused
    throw error
  }
}

/** Headings that no ledger has. */
export const csvHeader: Way = async (_scene, input) => {
  const { readLedgers } = await import('../../../src/workbooks/read-ledgers.ts')
  expect(readLedgers).toBeTypeOf('function')
  const [table] = await readFile(Buffer.from(`${textOf(input)}\n1,2,3\n`), '台账.csv')
  expect(table?.rows[0]).toEqual(textOf(input).split(','))
  return refused
}

const report = async (bytes: Uint8Array, name: string): Promise<Outcome> =>
  (await readReport(bytes, name)).readable ? taken(false) : refused

/** A report as a file. */
export const docx: Way = (_scene, input) => report(fileOf(input).bytes, fileOf(input).name)
export const json: Way = (_scene, input) => report(bodyOf(input).bytes, '年报.json')

/** Two hundred thousand spaces between two words. */
export const narrative: Way = (_scene, input) =>
  report(Buffer.from(isSpec(input) ? textOf(input) : String(input)), '年报.txt')
