import type { Asker } from '../../apart/asker.ts'
import type { FileReading } from '../file-reading.ts'
import type { TableReading } from '../tables/read-tables.ts'
import type { WordReading } from '../word-page/word-page.ts'
import { askProcess } from './pool.ts'
import type { Format, Verdict } from './verdict.ts'

/** What the server's own thread takes over costs it time as well. */
const maxCharacters = 16_000_000

/**
 * Looks into a file in a process apart, with a limit of memory and time; a file that exceeds one is `tooLarge`. Refuses, as
 * do all of these, when too many are waiting.
 */
export async function inspectApart(bytes: Uint8Array, asker: Asker): Promise<Verdict> {
  const verdict = await askProcess({ what: 'verdict' }, bytes, asker, isVerdict)
  return typeof verdict === 'string' ? { fault: verdict } : verdict
}

/** What a file says – its words only in a known format – and carries; `failed` where the look exceeded a limit or broke off, which is not “nothing”. */
export async function readApart(format: Format | null, bytes: Uint8Array): Promise<FileReading | 'failed'> {
  const reading = await askProcess({ what: 'reading', format }, bytes, 'office', isReading)
  return typeof reading === 'string' ? 'failed' : reading
}

/** A Word document as a page of HTML with its pictures, or why it is none. */
export async function readWordApart(bytes: Uint8Array): Promise<WordReading> {
  const reading = await askProcess({ what: 'wordPage' }, bytes, 'office', isWordReading)
  return typeof reading === 'string' ? { fault: reading } : reading
}

/** The tables of a workbook or csv, of each at most so many rows, or why it is none. */
export async function readTablesApart(bytes: Uint8Array, rows: number): Promise<TableReading> {
  const limits = { rows, characters: maxCharacters }
  const reading = await askProcess({ what: 'tables', limits }, bytes, 'office', isTableReading)
  if (typeof reading !== 'string') return reading
  return { fault: reading === 'broken' ? 'damaged' : reading }
}

/** A process that a file has taken over may say anything; that it has the form of an answer is asked before it is used. */
export const has = (result: unknown, ...names: readonly string[]): boolean =>
  typeof result === 'object' && result !== null && names.every((name) => name in result)
const isVerdict = (result: unknown): result is Verdict => has(result, 'fault') || has(result, 'kind', 'mark')
const isReading = (result: unknown): result is FileReading => has(result, 'words', 'traces')
const isWordReading = (result: unknown): result is WordReading =>
  has(result, 'fault') || has(result, 'html', 'pictures', 'hidden', 'losses', 'messages')
const isTableReading = (result: unknown): result is TableReading => has(result, 'fault') || has(result, 'tables')
