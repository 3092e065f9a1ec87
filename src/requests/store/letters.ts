import type { Tx } from '../../db/database.ts'
import { seal, unseal } from '../../db/sealed.ts'
import { Letter } from '../letters/letter.ts'
import type { Request } from '../request.ts'
import { placeOfLetter } from './places.ts'

export interface KeptLetter {
  readonly seq: number
  readonly kind: string
  readonly number: string
  readonly issuedOn: Letter['madeOn']
  readonly hash: string
  readonly letter: Letter
  readonly pdfFileId: string
  readonly docxFileId: string
}

/** Keeps a letter as it was sent, with its files; it is never changed. */
export async function addLetter(
  tx: Tx,
  { organId, id }: Pick<Request, 'organId' | 'id'>,
  { letter, ...kept }: KeptLetter,
): Promise<void> {
  await tx
    .insertInto('requestLetters')
    .values({
      ...{ organId, requestId: id, template: letter.template, ...kept },
      sealed: seal(JSON.stringify(letter), placeOfLetter(organId, id, kept.seq)),
    })
    .execute()
}

/** The letters sent on a request, oldest first. */
export async function listLetters(tx: Tx, { organId, id }: Pick<Request, 'organId' | 'id'>): Promise<KeptLetter[]> {
  const rows = await tx
    .selectFrom('requestLetters')
    .select(['seq', 'kind', 'number', 'issuedOn', 'hash', 'sealed', 'pdfFileId', 'docxFileId'])
    .where('organId', '=', organId)
    .where('requestId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    letter: Letter.parse(JSON.parse(unseal(sealed, placeOfLetter(organId, id, row.seq)))),
  }))
}
