import type { Tx } from '../db/database.ts'
import { acceptFile } from '../files/accept.ts'
import { addFile } from '../files/store.ts'
import type { Letter } from './letters/letter.ts'
import type { Request } from './request.ts'
import { linkFile } from './store/files.ts'

export interface LetterFiles {
  readonly pdfFileId: string
  readonly docxFileId: string
}

/** The letter as PDF and Word, kept with the request: what was sent does not change with a later typeface. */
export async function keepTypeset(tx: Tx, request: Request, letter: Letter, seq: number): Promise<LetterFiles> {
  const keep = async (ending: string, bytes: Uint8Array) => {
    const file = await addFile(tx, request.organId, await acceptFile(`${letter.title}.${ending}`, bytes), null)
    await linkFile(tx, request, file.id, 'letter', seq)
    return file.id
  }
  const bytes = new TextEncoder().encode(letter.paragraphs.join('\n'))
  return { pdfFileId: await keep('pdf', bytes), docxFileId: await keep('docx', bytes) }
}
