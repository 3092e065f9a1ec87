import type { Tx } from '../../db/database.ts'
import { seal, unseal } from '../../db/sealed.ts'
import { Letter } from '../letters/letter.ts'
import type { Request } from '../request.ts'
import { placeOfLetter } from './places.ts'

type Key = Pick<Request, 'organId' | 'id'>

export interface LetterFiles {
  readonly pdfFileId: string
  readonly docxFileId: string
}

export interface SentLetter {
  readonly seq: number
  readonly kind: string
  readonly number: string
  readonly issuedOn: Letter['madeOn']
  readonly hash: string
  readonly letter: Letter
}

export interface KeptLetter extends SentLetter {
  /** Null until they have been typeset. */
  readonly files: LetterFiles | null
}

/** Keeps a letter as it was sent; it is never changed. Its files follow when it has been typeset. */
export async function addLetter(tx: Tx, { organId, id }: Key, { letter, ...kept }: SentLetter): Promise<void> {
  await tx
    .insertInto('requestLetters')
    .values({
      organId,
      requestId: id,
      template: letter.template,
      ...kept,
      sealed: seal(JSON.stringify(letter), placeOfLetter(organId, id, kept.seq)),
    })
    .execute()
}

/** Keeps the files of a letter; a second time it is a conflict (23505), so that each letter has one of each. */
export async function addLetterFiles(tx: Tx, { organId, id }: Key, seq: number, files: LetterFiles): Promise<void> {
  await tx
    .insertInto('letterFiles')
    .values({ organId, requestId: id, seq, ...files })
    .execute()
}

const withFiles = (tx: Tx, organId: number) =>
  tx
    .selectFrom('requestLetters as letter')
    .leftJoin('letterFiles as set', (join) =>
      join
        .onRef('set.organId', '=', 'letter.organId')
        .onRef('set.requestId', '=', 'letter.requestId')
        .onRef('set.seq', '=', 'letter.seq'),
    )
    .where('letter.organId', '=', organId)

/** The letters sent on a request, oldest first. */
export async function listLetters(tx: Tx, { organId, id }: Key): Promise<KeptLetter[]> {
  const rows = await withFiles(tx, organId)
    .select(['letter.seq', 'letter.kind', 'letter.number', 'letter.issuedOn', 'letter.hash', 'letter.sealed'])
    .select(({ fn }) => [
      fn.coalesce('letter.pdfFileId', 'set.pdfFileId').as('pdfFileId'),
      fn.coalesce('letter.docxFileId', 'set.docxFileId').as('docxFileId'),
    ])
    .where('letter.requestId', '=', id)
    .orderBy('letter.seq')
    .execute()
  return rows.map(({ sealed, pdfFileId, docxFileId, ...row }) => ({
    ...row,
    letter: Letter.parse(JSON.parse(unseal(sealed, placeOfLetter(organId, id, row.seq)))),
    files: pdfFileId && docxFileId ? { pdfFileId, docxFileId } : null,
  }))
}

/** The letters of an organ that have no files yet, oldest first, at most so many. */
export const listUnset = (tx: Tx, organId: number, most: number): Promise<{ requestId: string; seq: number }[]> =>
  withFiles(tx, organId)
    .select(['letter.requestId', 'letter.seq'])
    .where('letter.pdfFileId', 'is', null)
    .where('set.seq', 'is', null)
    .orderBy('letter.issuedOn')
    .orderBy('letter.requestId')
    .orderBy('letter.seq')
    .limit(most)
    .execute()

export interface LetterNumber {
  readonly requestId: string
  readonly number: string
}

/** The numbers of the letters sent on these requests, oldest first. */
export const listLetterNumbers = (tx: Tx, organId: number, ids: readonly string[]): Promise<LetterNumber[]> =>
  tx
    .selectFrom('requestLetters')
    .select(['requestId', 'number'])
    .where('organId', '=', organId)
    .where('requestId', 'in', ids)
    .orderBy('seq')
    .execute()
