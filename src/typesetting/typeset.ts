import { createHash } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import type { Asker } from '../apart/asker.ts'
import { openPool, type Pool, Undone } from '../apart/pool.ts'
import { programBeside } from '../apart/program-beside.ts'
import { refusals } from '../refusal.ts'
import type { OfficialLetter } from './official-letter.ts'
import type { PrintedRecord } from './public-record.ts'
import typefaces from './typefaces.typ?raw'

export type { Asker } from '../apart/asker.ts'

/** What a process for typesetting is asked for. */
export type SettingTask =
  | {
      readonly what: 'pdf'
      readonly source: string
      readonly data: unknown
      readonly pictures: ReadonlyMap<string, Uint8Array>
    }
  | { readonly what: 'letterDocx'; readonly letter: OfficialLetter }
  | { readonly what: 'recordDocx'; readonly record: PrintedRecord }

/** An ordinary page takes milliseconds; what takes this long was made to. */
const limits = {
  processes: 2,
  forReaders: 1,
  ms: 30_000,
  memoryMb: 1_024,
  places: 40,
  keptForOffice: 10,
  ofOneNetwork: 4,
}

const script = programBeside('typesetting.js', new URL('./typesetting.ts', import.meta.url))

let pool: Pool | undefined

/**
 * Sets a document with Typst, in a process of its own, and returns a tagged PDF (PDF/UA-1). `data` reaches the source as
 * JSON in `sys.inputs.data`, never as markup; the source begins with `typefaces.typ`. The source must set its own title and
 * date: equal input gives equal bytes. A character that no font draws is printed as its code. `pictures` are found in the
 * source under their names. Refuses when there is no place or the document exceeds the limits. Never inside a transaction.
 */
export const typesetPdf = (
  source: string,
  data: unknown,
  { pictures = new Map(), asker = 'office' }: { pictures?: ReadonlyMap<string, Uint8Array>; asker?: Asker } = {},
): Promise<Uint8Array> => apart({ what: 'pdf', source: typefaces + source, data, pictures }, asker)

/** Names how a source looks in print: another one for another source, or other fonts. */
export const lookOf = (source: string): string =>
  createHash('sha256')
    .update(JSON.stringify([typefaces, source, process.env.KAICHENG_FONTS]))
    .digest('hex')

/** A letter as a Word document; as `typesetPdf`. */
export const typesetLetterDocx = (letter: OfficialLetter, asker: Asker = 'office'): Promise<Uint8Array> =>
  apart({ what: 'letterDocx', letter }, asker)

/** A record as a Word document; as `typesetPdf`. */
export const typesetRecordDocx = (record: PrintedRecord, asker: Asker = 'office'): Promise<Uint8Array> =>
  apart({ what: 'recordDocx', record }, asker)

async function apart(task: SettingTask, asker: Asker): Promise<Uint8Array> {
  if (!script) throw new Error('the typesetting is missing beside the program')
  pool ??= openPool(pathToFileURL(script), limits)
  try {
    return (await pool.run(task, asker)) as Uint8Array
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    if (error.why === 'full') throw refusals.typesettingBusy()
    process.stderr.write(`typesetting (${task.what}) came to nothing: ${error.why}\n`)
    throw refusals.notTypeset()
  }
}
