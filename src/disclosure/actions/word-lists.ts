import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import type { ListedWord } from '../gates/word-finder.ts'
import * as store from '../store/words.ts'
import { changesOf, type WordListFacts, type WordListPreview } from '../word-list.ts'

/** Puts a list in place of the one of that name, or adds it. Texts that are submitted from now on are held against it. */
export async function keepWordList(
  tx: Tx,
  actor: Actor,
  facts: WordListFacts,
  words: readonly ListedWord[],
): Promise<{ id: string; words: number; before: number }> {
  const { id, before } = await store.replaceWords(tx, actor, facts, words)
  await audit(tx, actor, 'wordList.kept', { subject: id, detail: { ...facts, words: words.length, before } })
  return { id, words: words.length, before }
}

const shownWords = 100

/** What `keepWordList` would do with these words; changes nothing. */
export async function previewWordList(
  tx: Tx,
  { organId }: Pick<Actor, 'organId'>,
  name: string,
  words: readonly ListedWord[],
): Promise<Pick<WordListPreview, 'changes' | 'isKnown'>> {
  const id = await store.findWordListId(tx, organId, name)
  const { added, changed, removed, unchanged } = changesOf(id ? await store.listWords(tx, organId, id) : [], words)
  const counts = { added: added.length, changed: changed.length, removed: removed.length }
  const first = (of: readonly ListedWord[]) => of.slice(0, shownWords)
  const shown = { added: first(added), changed: first(changed), removed: first(removed) }
  return { isKnown: id !== undefined, changes: { ...shown, unchanged, counts } }
}

/** Takes a list away. Refuses one that is not there. */
export async function removeWordList(tx: Tx, actor: Actor, id: string): Promise<void> {
  const name = await store.removeWordList(tx, actor.organId, id)
  if (name === undefined) throw refusals.unknownWordList()
  await audit(tx, actor, 'wordList.removed', { subject: id, detail: { name } })
}
