import { officeDay } from '../../days/plain-date.ts'
import { markHits } from '../../disclosure/search/mark.ts'
import { ValidityFacts, validityOf } from '../disclosure/record-list.tsx'
import { each } from '../each.ts'
import { addresses } from '../site.ts'
import type { SearchPageProps } from './search-page.tsx'

const Marked = ({ text, runs }: { text: string; runs: readonly string[] }) =>
  each(markHits(text, runs), ({ text: piece, isHit }) => (isHit ? <mark>{piece}</mark> : piece))

/** A piece of a text does not begin with the end of the sentence before. */
const readable = (excerpt: string) =>
  excerpt
    .replace(/\s+/g, ' ')
    .replace(/^[\p{Pe}\p{Pf}\p{Po}\s]+/u, '')
    .trim()

/** A text that only begins somehow says nothing about why it was found. */
const holdsHit = (text: string, runs: readonly string[]) => markHits(text, runs).some(({ isHit }) => isHit)

/** What was found, with the words marked. */
export function SearchHits({ hits, organ, organOf, query, today }: SearchPageProps) {
  return (
    <ol className="rows record-rows">
      {hits.map((hit) => {
        const owner = organOf(hit.organId)
        if (!owner) return null
        const validity = validityOf(hit, today)
        const day = officeDay(hit.firstPublishedAt)
        return (
          <li key={`${hit.organId} ${hit.number}`} className="whole-row">
            <a href={addresses.record(owner, hit.number)}>
              <Marked text={hit.title} runs={query.runs} />
            </a>
            <time dateTime={day}>{day}</time>
            <p className="fine figures line-of row-facts">
              {!organ && <span>{owner.name}</span>}
              {hit.documentNumber && (
                <span>
                  <Marked text={hit.documentNumber} runs={query.runs} />
                </span>
              )}
              <ValidityFacts of={hit} validity={validity} />
            </p>
            {holdsHit(hit.excerpt, query.runs) && (
              <p className="hint excerpt">
                <Marked text={`…${readable(hit.excerpt)}…`} runs={query.runs} />
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
