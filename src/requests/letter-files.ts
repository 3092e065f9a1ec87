import type { Tx } from '../db/database.ts'
import { getFile, type StoredFile } from '../files/store.ts'
import { refusals } from '../refusal.ts'
import { foldHistory } from './history.ts'
import type { Request } from './request.ts'
import { listLetters } from './store/letters.ts'
import { get } from './store/requests.ts'
import { typeset } from './typeset-letter.ts'

type LetterForm = 'pdf' | 'docx'
type Download = Pick<StoredFile, 'name' | 'contentType' | 'bytes'>

/** A letter as it was sent; refuses one of a kind that whoever asks may not have. */
export async function letterFile(
  tx: Tx,
  request: Pick<Request, 'organId' | 'id'>,
  seq: number,
  form: LetterForm,
  mayHave: (kind: string) => boolean = () => true,
): Promise<StoredFile> {
  const letter = (await listLetters(tx, request)).find((each) => each.seq === seq && mayHave(each.kind))
  if (!letter) throw refusals.unknownFile()
  return getFile(tx, request.organId, form === 'pdf' ? letter.pdfFileId : letter.docxFileId)
}

/** The draft of the answer as it would be sent, without number. */
export async function draftFile(tx: Tx, organId: number, id: string, form: LetterForm): Promise<Download> {
  const { draft } = foldHistory((await get(tx, organId, id)).events)
  if (!draft) throw refusals.unknownFile()
  return typeset(draft.letter, form)
}
