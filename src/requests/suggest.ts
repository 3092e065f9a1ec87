import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Organ } from '../organs/organ.ts'
import { listWithWords, type PublishedTitle } from './store/suggestions.ts'
import { likeness, pairsOf, tellingPairs } from './words.ts'

const mostShown = 8

/** Art. 36(1): what the organ has published already and may answer the wish, the likeliest first. */
export async function suggestPublished(
  tx: Tx,
  organ: Organ,
  wish: string,
  today: PlainDate,
): Promise<readonly PublishedTitle[]> {
  const wished = tellingPairs(wish, organ.name)
  const said = pairsOf(wish)
  const found = await listWithWords(tx, organ.id, { words: [...wished], said: [...said], today })
  const ranked = found
    .map((each) => ({ each, fit: fitOf(each, wished, said, organ) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || b.each.publishedOn.localeCompare(a.each.publishedOn))
  return onePerTitle(ranked.map(({ each }) => each)).slice(0, mostShown)
}

/** A wish that names the document number means that document. */
function fitOf({ title, documentNumber }: PublishedTitle, wished: Set<string>, said: Set<string>, { name }: Organ) {
  if (documentNumber && [...pairsOf(documentNumber)].every((pair) => said.has(pair))) return 3
  return likeness(wished, tellingPairs(title, name))
}

/** What stands on several channels is shown once, best where it can be opened. */
function onePerTitle(titles: readonly PublishedTitle[]): PublishedTitle[] {
  const byTitle = new Map<string, PublishedTitle>()
  for (const each of titles) {
    const known = byTitle.get(each.title)
    if (!known) byTitle.set(each.title, each)
    else if (!known.url && each.url)
      byTitle.set(each.title, { ...known, url: each.url, channel: known.channel || each.channel })
  }
  return [...byTitle.values()]
}
