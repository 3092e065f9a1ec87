import type { Tx } from '../db/database.ts'
import { officialLetterDocx } from '../documents/official-letter-docx.ts'
import { officialLetterPdf } from '../documents/official-letter-pdf.ts'
import { ownDocument } from '../files/accept.ts'
import { addFile, type StoredFile } from '../files/store.ts'
import type { Letter } from './letters/letter.ts'
import type { Request } from './request.ts'
import { linkFile } from './store/files.ts'

const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const writers = { pdf: officialLetterPdf, docx: officialLetterDocx } as const

/** The letter as PDF or Word. */
export async function typeset(
  letter: Letter,
  form: keyof typeof contentTypes,
): Promise<Pick<StoredFile, 'name' | 'contentType' | 'bytes'>> {
  const name = `${letter.title}${letter.number ?? '（稿）'}.${form}`
  const bytes = await writers[form](letter)
  return { name, contentType: contentTypes[form], bytes: Buffer.from(bytes) }
}

export interface LetterFiles {
  readonly pdfFileId: string
  readonly docxFileId: string
}

/** Both, kept with the request: what was sent does not change with a later typeface. */
export async function keepTypeset(tx: Tx, request: Request, letter: Letter, seq: number): Promise<LetterFiles> {
  const keep = async (form: keyof typeof contentTypes) => {
    const { name, contentType, bytes } = await typeset(letter, form)
    const file = await addFile(tx, request.organId, ownDocument(name, contentType, bytes), null)
    await linkFile(tx, request, file.id, 'letter', seq)
    return file.id
  }
  return { pdfFileId: await keep('pdf'), docxFileId: await keep('docx') }
}
