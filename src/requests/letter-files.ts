import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { errorCode } from '../error-code.ts'
import { eachInTurn } from '../faults/each-in-turn.ts'
import { ownDocument } from '../files/accept.ts'
import { addFile, getFile, type StoredFile } from '../files/store.ts'
import { refusals } from '../refusal.ts'
import type { Asker } from '../typesetting/typeset.ts'
import { foldHistory } from './history.ts'
import type { Request } from './request.ts'
import { sealLetterPdf } from './seals/seal-pdf.ts'
import { linkFile } from './store/files.ts'
import { addLetterFiles, type KeptLetter, listLetters, listUnset } from './store/letters.ts'
import { get } from './store/requests.ts'
import { type LetterForm, type TypesetLetter, typeset } from './typeset-letter.ts'

type Key = Pick<Request, 'organId' | 'id'>

interface Wanted {
  readonly seq: number
  readonly form: LetterForm
  /** Whether whoever asks may have letters of this kind; all of them unless told. */
  readonly mayHave?: (kind: string) => boolean
  readonly asker?: Asker
}

/**
 * A letter as it was sent; refuses one that whoever asks may not have. One that has no files yet, because its server was
 * killed or had no time, gets them now.
 */
export async function letterFile(db: Database, request: Key, wanted: Wanted): Promise<StoredFile> {
  const { seq, form, mayHave = () => true, asker = 'office' } = wanted
  const find = async (tx: Tx): Promise<StoredFile | undefined> => {
    const { kind, files } = await letterOf(tx, request, seq)
    if (!mayHave(kind)) throw refusals.unknownFile()
    return files ? getFile(tx, request.organId, form === 'pdf' ? files.pdfFileId : files.docxFileId) : undefined
  }
  const found = await inOrgan(db, request.organId, find)
  if (found) return found
  await setLetter(db, request, seq, asker)
  const set = await inOrgan(db, request.organId, find)
  if (!set) throw new Error('the letter was typeset and has no files')
  return set
}

async function letterOf(tx: Tx, request: Key, seq: number): Promise<KeptLetter> {
  const letter = (await listLetters(tx, request)).find((each) => each.seq === seq)
  if (!letter) throw refusals.unknownFile()
  return letter
}

/** One typesetting at a time for each letter, however many ask. */
const underway = new Map<string, Promise<void>>()

/**
 * Typesets a sent letter from its sealed text, sets the organ's seal in the PDF and keeps both files with the request; what was sent does not change with a
 * later typeface. Does nothing where it has been done, here or on another server.
 */
export function setLetter(db: Database, request: Key, seq: number, asker: Asker = 'office'): Promise<void> {
  const key = `${request.organId} ${request.id} ${seq}`
  const running = underway.get(key) ?? set(db, request, seq, asker).finally(() => underway.delete(key))
  underway.set(key, running)
  return running
}

async function set(db: Database, request: Key, seq: number, asker: Asker): Promise<void> {
  const { letter, files } = await inOrgan(db, request.organId, (tx) => letterOf(tx, request, seq))
  if (files) return
  const [pdf, docx] = [await typeset(letter, 'pdf', asker), await typeset(letter, 'docx', asker)]
  const sealed = await sealLetterPdf(db, request, seq, pdf.bytes)
  try {
    await inOrgan(db, request.organId, async (tx) => {
      const ids = {
        pdfFileId: await keep(tx, request, seq, { ...pdf, bytes: sealed.bytes }),
        docxFileId: await keep(tx, request, seq, docx),
      }
      await addLetterFiles(tx, request, seq, ids)
      await sealed.note(tx)
    })
  } catch (error) {
    // Another server was faster, and its files are the same.
    if (errorCode(error) !== '23505') throw error
  }
}

async function keep(tx: Tx, request: Key, seq: number, { name, contentType, bytes }: TypesetLetter): Promise<string> {
  const file = await addFile(tx, request.organId, ownDocument(name, contentType, bytes), null)
  await linkFile(tx, request, file.id, 'letter', seq)
  return file.id
}

const mostAtOnce = 200

/** Typesets what an organ has sent and nobody has typeset: after a kill, or while all places were taken. Returns how many. */
export async function setLetters(db: Database, organId: number): Promise<number> {
  const waiting = await inOrgan(db, organId, (tx) => listUnset(tx, organId, mostAtOnce))
  await eachInTurn(
    waiting,
    ({ requestId, seq }) => setLetter(db, { organId, id: requestId }, seq),
    'some letters could not be typeset',
  )
  return waiting.length
}

/** The draft of the answer as it would be sent, without number. */
export async function draftFile(db: Database, organId: number, id: string, form: LetterForm): Promise<TypesetLetter> {
  const { draft } = foldHistory((await inOrgan(db, organId, (tx) => get(tx, organId, id))).events)
  if (!draft) throw refusals.unknownFile()
  return typeset(draft.letter, form)
}
