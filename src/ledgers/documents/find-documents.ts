import type { PlainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { byTurns } from '../../search/by-turns.ts'
import { findableOf } from '../../search/findable.ts'
import { saveFindable } from '../../search/store.ts'
import { token } from '../../search/tokens.ts'
import type { NormativeDocument } from '../normative-document.ts'
import * as store from './store/documents.ts'

const atATime = 200

/** Lets the public find the documents that are only in the register, as it now says; those that changed are not found meanwhile. */
export const findDocuments = (db: Database, organId: number, today: PlainDate): Promise<void> =>
  byTurns(() =>
    inOrgan(db, organId, async (tx) => {
      const unfound = await store.listUnfound(tx, organId, { today, most: atATime })
      for (const { id, ...document } of unfound) {
        const key = { organId, kind: 'document', subjectId: id } as const
        const { title, documentNumber, issuedOn: day } = document
        const placed = { ...document, day, type: 'normativeDocument', columnId: null }
        await saveFindable(tx, key, findableDocument(organId, document), placed, { title, documentNumber })
      }
      return unfound.length === atATime
    }),
  )

function findableDocument(organId: number, document: NormativeDocument) {
  const { title, documentNumber, issuedOn, effectiveFrom, validUntil, repealedOn } = document
  return findableOf({
    organId,
    title,
    documentNumber,
    otherNumbers: [],
    text: [],
    day: issuedOn,
    facts: [
      token.type('normativeDocument'),
      token.fact('document'),
      ...(repealedOn ? [token.fact('repealed')] : []),
      ...(validUntil ? [token.fact('ends')] : []),
      ...(effectiveFrom > issuedOn ? [token.fact('starts')] : []),
    ],
  })
}
