import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { type PublishedTitle, publishedTitles, type WantedTitles } from '../ledgers/published-titles.ts'
import type { Organ } from '../organs/organ.ts'
import { likeness, pairsOf, tellingPairs } from './words.ts'

const mostShown = 8
const mostLookedAt = 1500

/** Art. 36(1): what the organ has published already and may answer the wish, the likeliest first. */
export async function suggestPublished(
  tx: Tx,
  organ: Organ,
  wish: string,
  today: PlainDate,
): Promise<readonly PublishedTitle[]> {
  const wished = tellingPairs(wish, organ.name)
  const said = pairsOf(wish)
  const found = await listTitles(tx, organ.id, { words: [...wished], said: [...said], today, most: mostLookedAt })
  const ranked = found
    .map((each) => ({ each, fit: fitOf(each, wished, said, organ) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || b.each.publishedOn.localeCompare(a.each.publishedOn))
  return onePerTitle(ranked.map(({ each }) => each)).slice(0, mostShown)
}

async function listTitles(tx: Tx, organId: number, wanted: WantedTitles): Promise<PublishedTitle[]> {
  const titles: PublishedTitle[] = []
  for (const list of publishedTitles.all()) titles.push(...(await list(tx, organId, wanted)))
  return titles
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
