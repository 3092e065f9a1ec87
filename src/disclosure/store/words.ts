import { sql } from 'kysely'
import { plainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { says } from '../../lists/sql.ts'
import type { Actor } from '../../organs/actor.ts'
import { Severity } from '../gates/finding.ts'
import { type ListedWord, WordKind } from '../gates/word-finder.ts'
import type { FoundListedWord, WordList, WordListFacts } from '../word-list.ts'

/** The lists of the organ, by name. */
export async function listWordLists(tx: Tx, organId: number): Promise<WordList[]> {
  const rows = await tx
    .selectFrom('wordLists')
    .select(['id', 'name', 'source', 'changedAt', 'changedBy'])
    .select(({ selectFrom, fn }) =>
      selectFrom('wordListEntries')
        .whereRef('wordListEntries.organId', '=', 'wordLists.organId')
        .whereRef('wordListEntries.listId', '=', 'wordLists.id')
        .select(fn.countAll<number>().as('words'))
        .as('words'),
    )
    .where('organId', '=', organId)
    .orderBy('name')
    .execute()
  return rows.map(({ changedAt, words, ...row }) => ({
    ...row,
    changedAt: changedAt.toISOString(),
    words: Number(words ?? 0),
  }))
}

/** The words of one list, or of all lists of the organ, in order. */
export async function listWords(tx: Tx, organId: number, listId?: string): Promise<ListedWord[]> {
  const rows = await tx
    .selectFrom('wordListEntries')
    .innerJoin('wordLists', (join) =>
      join
        .onRef('wordLists.organId', '=', 'wordListEntries.organId')
        .onRef('wordLists.id', '=', 'wordListEntries.listId'),
    )
    .select(['word', 'kind', 'suggestion', 'severity', 'since', 'wordLists.name as listName'])
    .where('wordListEntries.organId', '=', organId)
    .$if(listId !== undefined, (query) => query.where('listId', '=', listId ?? ''))
    .orderBy('wordLists.name')
    .orderBy('position')
    .execute()
  return rows.map(({ word, kind, suggestion, severity, since, listName }) => ({
    word,
    ground: `词表“${listName}”`,
    kind: WordKind.parse(kind),
    suggestion,
    severity: Severity.parse(severity),
    since: since && plainDate(since),
  }))
}

/** The id of the list of that name; undefined where there is none. */
export async function findWordListId(tx: Tx, organId: number, name: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('wordLists')
    .select('id')
    .where('organId', '=', organId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.id
}

export interface WantedWords {
  /** In the word or in what is to be written instead; empty: every word. */
  readonly words: string
  readonly listId: string | undefined
  readonly page: number
  readonly pageSize: number
}

/** A page of the words in force, list by list. */
export async function findWords(
  tx: Tx,
  organId: number,
  { words, listId, page, pageSize }: WantedWords,
): Promise<{ items: FoundListedWord[]; total: number }> {
  const { rows } = await sql<FoundListedWord & { total: number }>`
    select e.word, e.kind, e.suggestion, e.severity, e.since, l.id as list_id, l.name as list_name,
      count(*) over () as total
    from word_list_entries e join word_lists l on l.organ_id = e.organ_id and l.id = e.list_id
    where e.organ_id = ${organId} and (${listId ?? null}::uuid is null or e.list_id = ${listId ?? null}::uuid)
      and (${words} = '' or ${says([sql`e.word`, sql`e.suggestion`], words)})
    order by l.name, e.position limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  return { items: rows.map(({ total: _, ...word }) => word), total: Number(rows[0]?.total ?? 0) }
}

/** Changes whenever a list of the organ does. */
export async function wordsVersion(tx: Tx, organId: number): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select coalesce(string_agg(id || ' ' || extract(epoch from changed_at), ',' order by id), '') as version
    from word_lists where organ_id = ${organId}`.execute(tx)
  return rows[0]?.version ?? ''
}

/** Puts these words in place of those that the list of that name had. */
export async function replaceWords(
  tx: Tx,
  { organId, name: changedBy }: Actor,
  { name, source }: WordListFacts,
  words: readonly ListedWord[],
): Promise<{ id: string; before: number }> {
  const changed = { source, changedBy, changedAt: sql<Date>`clock_timestamp()` }
  const { id } = await tx
    .insertInto('wordLists')
    .values({ organId, name, ...changed })
    .onConflict((conflict) => conflict.columns(['organId', 'name']).doUpdateSet(changed))
    .returning('id')
    .executeTakeFirstOrThrow()
  const { numDeletedRows } = await tx
    .deleteFrom('wordListEntries')
    .where('organId', '=', organId)
    .where('listId', '=', id)
    .executeTakeFirst()
  const rows = words.map(({ word, kind, suggestion, severity, since }, position) => ({
    position,
    word,
    kind,
    suggestion,
    severity,
    since,
  }))
  await sql`
    insert into word_list_entries (organ_id, list_id, position, word, kind, suggestion, severity, since)
    select ${organId}, ${id}, position, word, kind, suggestion, severity, since
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (position integer, word text, kind text, suggestion text, severity text, since date)`.execute(tx)
  return { id, before: Number(numDeletedRows) }
}

/** Takes a list away with its words; undefined when there is none of that id. */
export async function removeWordList(tx: Tx, organId: number, id: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('wordLists')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}
