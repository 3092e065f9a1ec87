import type { StoredFile } from '../files/store.ts'
import { officialLetterPdf } from '../typesetting/official-letter-pdf.ts'
import { type Asker, typesetLetterDocx } from '../typesetting/typeset.ts'
import type { Letter } from './letters/letter.ts'

const contentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const writers = { pdf: officialLetterPdf, docx: typesetLetterDocx } as const

export type LetterForm = keyof typeof contentTypes
export type TypesetLetter = Pick<StoredFile, 'name' | 'contentType' | 'bytes'>

/** The letter as PDF or Word. Long, and may find no place; never inside a transaction. */
export async function typeset(letter: Letter, form: LetterForm, asker: Asker = 'office'): Promise<TypesetLetter> {
  const name = `${letter.title}${letter.number ?? '（稿）'}.${form}`
  const bytes = await writers[form](letter, asker)
  return { name, contentType: contentTypes[form], bytes: Buffer.from(bytes) }
}
