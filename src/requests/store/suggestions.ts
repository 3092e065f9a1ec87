import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'

export interface PublishedTitle {
  readonly title: string
  /** 文号; empty for what has none. */
  readonly documentNumber: string
  /** Where it stands; empty where no address is on record. */
  readonly url: string
  readonly channel: string
  readonly publishedOn: PlainDate
  /** Of a document that is no longer in force. */
  readonly isRepealed: boolean
}

/** So many of the newest titles with any of the words are looked at. */
const mostLookedAt = 1500

/** What the organ has published: titles with one of the `words`, documents whose number is made of what is `said`. */
export async function listWithWords(
  tx: Tx,
  organId: number,
  { words, said, today }: { words: readonly string[]; said: readonly string[]; today: PlainDate },
): Promise<PublishedTitle[]> {
  const { rows: documents } = await sql<PublishedTitle>`
    select title, document_number, '' as url, '' as channel, issued_on as published_on,
      coalesce(least(valid_until, repealed_on) <= ${today}, false) as is_repealed
    from normative_documents_with_words(${words}, ${said}, ${mostLookedAt})`.execute(tx)
  const { rows: publications } = await sql<PublishedTitle>`
    select title, '' as document_number, url, name as channel, published_on, false as is_repealed
    from publications_with_words(${words}, ${mostLookedAt}) publications
    join channels on channels.organ_id = ${organId} and channels.id = channel_id`.execute(tx)
  return [...documents, ...publications]
}

/** Notes once for each form what became of the published information that was shown. */
export async function noteUse(
  tx: Tx,
  use: { readonly organId: number; readonly id: string; readonly shownOn: PlainDate; readonly helped: boolean },
): Promise<void> {
  await tx
    .insertInto('suggestionUses')
    .values(use)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
