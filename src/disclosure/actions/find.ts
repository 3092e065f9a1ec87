import type { Tx } from '../../db/database.ts'
import { withYearBrackets } from '../../law/document-number.ts'
import type { Actor } from '../../organs/actor.ts'
import type { FoundRecord } from '../record-view.ts'
import { readQuery } from '../search/query.ts'
import { findRecordsCalled } from '../store/found.ts'
import { search } from '../store/search.ts'

/** So many records the finder shows. */
const mostFound = 8

/** Records of the organ by title, number, index number, 文号, and, once they are public, by the words of their text. */
export async function findRecords(tx: Tx, { organId, today }: Actor, typed: string): Promise<FoundRecord[]> {
  const { hits } = await search(tx, {
    query: readQuery(typed),
    filter: { organId },
    today,
    offset: 0,
    limit: mostFound,
  })
  const numbers = hits.map(({ number }) => number)
  return findRecordsCalled(tx, organId, { words: withYearBrackets(typed), numbers, most: mostFound })
}
