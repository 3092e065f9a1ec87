import { passagesAfter, writersOf } from '../review/authorship.ts'
import type { Passage } from '../review/passage.ts'
import { canonical } from '../steps/canonical.ts'
import { linksOf } from '../text/links.ts'
import { paragraphsOf, picturesOf } from '../text/plain.ts'
import type { Content } from './content.ts'
import { contentHash } from './content-hash.ts'
import type { EditionEvent } from './edition-event.ts'

/** Everything that a text says, a line each: metadata by their names, paragraphs as they read, where links lead, which pictures. */
const linesOf = ({ text, ...rest }: Content): string[] => [
  ...Object.entries(rest).map(([name, value]) => `${name}：${JSON.stringify(canonical(value))}`),
  ...paragraphsOf(text),
  ...linksOf(text).map(({ href }) => `→ ${href}`),
  ...picturesOf(text).map(({ fileId }) => `▣ ${fileId}`),
]

export interface Authorship {
  /** What others than whoever began the edition wrote, as far as it stands. */
  readonly passages: Passage[]
  /** Whose words stand: they sign nothing. */
  readonly authors: string[]
}

/**
 * Whose words stand in a text that somebody now saves over another. A text that is restored word for word is whose it was.
 * Whoever began the edition is always an author; so is whoever saved before passages were kept.
 */
export function authorshipOf(
  events: readonly EditionEvent[],
  before: Content,
  after: Content,
  saver: string | null,
): Authorship {
  const saves = events.flatMap((each) => (each.kind === 'saved' ? [each] : []))
  const always = new Set([
    ...events.flatMap(({ kind, actor }) => (kind === 'begun' && actor.id !== null ? [actor.id] : [])),
    ...saves.flatMap(({ data, actor }) => (data.passages || actor.id === null ? [] : [actor.id])),
  ])
  const former = formerly(saves, contentHash(after))
  if (former) return authored(always, former)
  const standing = saves.at(-1)?.data.passages ?? []
  const writer = saver === null || always.has(saver) ? null : saver
  return authored(always, passagesAfter(standing, linesOf(before), linesOf(after), writer))
}

const authored = (always: ReadonlySet<string>, passages: readonly Passage[]): Authorship => ({
  passages: [...passages],
  authors: [...new Set([...always, ...writersOf(passages)])],
})

/** Whose passages stood in the same text before, word for word: so it is whose it was. */
const formerly = (saves: readonly EditionEvent[], hash: string): readonly Passage[] | undefined =>
  saves.flatMap(({ kind, data }) => (kind === 'saved' && data.hash === hash ? [data.passages ?? []] : []))[0]
