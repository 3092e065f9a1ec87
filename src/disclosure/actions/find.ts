import type { Tx } from '../../db/database.ts'
import { withYearBrackets } from '../../law/document-number.ts'
import type { Actor } from '../../organs/actor.ts'
import { findWords } from '../../search/find-words.ts'
import { readQuery } from '../../search/query.ts'
import type { FoundRecord } from '../record-view.ts'
import { findRecordsCalled } from '../store/found.ts'

/** So many records the finder shows. */
const mostFound = 8

/** Records of the organ by title, number, index number, 文号, and, once they are public, by the words of their text. */
export async function findRecords(tx: Tx, { organId }: Pick<Actor, 'organId'>, typed: string): Promise<FoundRecord[]> {
  const ids = await findWords(tx, organId, readQuery(typed), mostFound)
  return findRecordsCalled(tx, organId, { words: withYearBrackets(typed), ids, most: mostFound })
}
