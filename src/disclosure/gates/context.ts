import { LRUCache } from 'lru-cache'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { findReadings } from '../../files/readings.ts'
import { picturesOf } from '../../text/plain.ts'
import type { Content } from '../content.ts'
import { contentHash } from '../content-hash.ts'
import { publicUrl } from '../links/public-address.ts'
import type { OpenEdition } from '../record.ts'
import { earlierTexts } from '../store/likeness.ts'
import { findLinkChecks } from '../store/link-checks.ts'
import {
  findAlike,
  isInterpreted,
  notPublicNumbers,
  organNames,
  ownAddresses,
  standingOf,
} from '../store/surroundings.ts'
import { listWords, wordsVersion } from '../store/words.ts'
import { citedNumbers } from './document-numbers.ts'
import type { GateContext, SeenFile } from './gate.ts'
import { ownRecordOf, placedLinks } from './links.ts'
import { passagesOf } from './passages.ts'
import { starterWords } from './starter-words.ts'
import { type WordFinder, wordFinder } from './word-finder.ts'

/** A file never changes, so what was seen in it holds; with its text up to half a megabyte each. */
const seen = new LRUCache<string, { readonly traces: SeenFile }>({ max: 100 })
/** Finders of the organs' lists as they were last. */
const finders = new LRUCache<string, WordFinder>({ max: 200 })

/** Links of the content that lead to other sites and could be followed. */
export const outsideLinks = (content: Content): string[] =>
  placedLinks(content).flatMap(({ href }) => (publicUrl(href) ? [href] : []))

/** Whether it claims to be original and could be a repost: decisions are written from a form, and are all our own. */
export const isCompared = ({ originality, type }: Content): boolean =>
  originality === 'original' && type !== 'licenceDecision' && type !== 'penaltyDecision'

/** Whatever the gates may know about the text that stands. Throws `FilesUnread` where nobody has looked into a file yet. */
export async function gateContext(
  tx: Tx,
  { record, content }: Pick<OpenEdition, 'record' | 'content'>,
  today: PlainDate,
): Promise<GateContext> {
  const { organId, id } = record
  const files = await tracesOf(tx, organId, content)
  const own = placedLinks(content).flatMap(({ href }) => ownRecordOf(href) ?? [])
  return {
    today,
    files,
    words: await wordsOf(tx, organId),
    passages: [
      ...passagesOf(content),
      ...[...files].flatMap(([fileId, traces]) =>
        typeof traces === 'object' && traces.text !== '' ? [{ place: `attachment:${fileId}`, text: traces.text }] : [],
      ),
    ],
    alike: await findAlike(tx, organId, id, content),
    earlier: isCompared(content)
      ? await earlierTexts(tx, { organId, recordId: id, content, hash: contentHash(content) })
      : [],
    ownAddresses: await ownAddresses(tx, own),
    notPublicNumbers: await notPublicNumbers(tx, organId, citedNumbers(content)),
    organNames: await organNames(tx, organId),
    linkChecks: await findLinkChecks(tx, organId, outsideLinks(content)),
    isInterpreted: await isInterpreted(tx, organId, id),
    interprets: await standingOf(tx, content.interprets),
  }
}

async function wordsOf(tx: Tx, organId: number): Promise<WordFinder> {
  const key = `${organId} ${await wordsVersion(tx, organId)}`
  const known = finders.get(key)
  if (known) return known
  const finder = wordFinder([...(await listWords(tx, organId)), ...starterWords])
  finders.set(key, finder)
  return finder
}

async function tracesOf(tx: Tx, organId: number, content: Content): Promise<Map<string, SeenFile>> {
  const ids = new Set([...content.attachments, ...picturesOf(content.text)].map(({ fileId }) => fileId))
  const keyOf = (id: string) => `${organId} ${id}`
  const read = await findReadings(
    tx,
    organId,
    [...ids].filter((id) => !seen.get(keyOf(id))),
  )
  // What nobody knows yet may be known at the next look.
  for (const [id, reading] of read) if (reading !== 'failed') seen.set(keyOf(id), { traces: reading.traces })
  return new Map(
    [...ids].map((id) => [id, read.get(id) === 'failed' ? 'failed' : seen.get(keyOf(id))?.traces] as const),
  )
}
