import type { ReactNode } from 'react'
import { officeDay, type PlainDate } from '../../days/plain-date.ts'
import { validityOn } from '../../law/validity.ts'
import type { Organ } from '../../organs/organ.ts'
import { foldLine } from '../../search/fold.ts'
import { markHits } from '../../search/mark.ts'
import type { Query } from '../../search/query.ts'
import { lettersIn, soundingPiece } from '../../search/sounds.ts'
import { ValidityFacts, validityOf } from '../disclosure/record-list.tsx'
import { each } from '../each.ts'
import { addresses } from '../site.ts'
import type { SearchPageProps } from './search-props.ts'
import type { Hit } from './store/found.ts'

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

/** What to mark: the words, or the piece that sounds as was typed. */
function runsFor({ runs, sounds, typed }: Query, title: string): readonly string[] {
  if (sounds.length === 0) return runs
  const piece = soundingPiece(foldLine(title), lettersIn(typed) ?? '')
  return piece === undefined ? [] : [piece]
}

/** Where a hit leads, since when it stands there, and what is said of it. */
function shownOf(hit: Hit, owner: Organ, today: PlainDate): { path: string; day: PlainDate; about: ReactNode } {
  if (hit.kind === 'record')
    return {
      path: addresses.record(owner, hit.number),
      day: officeDay(hit.firstPublishedAt),
      about: <ValidityFacts of={hit} validity={validityOf(hit, today)} />,
    }
  if (hit.kind === 'report')
    return { path: addresses.report(owner, hit.part), day: hit.day, about: <span>政府信息公开工作年度报告</span> }
  return {
    path: addresses.inLibrary(owner, hit.documentNumber),
    day: hit.day,
    about: (
      <>
        <ValidityFacts of={hit} validity={validityOn(hit, today)} />
        <span>在行政规范性文件库中，全文未在本平台公开</span>
      </>
    ),
  }
}

/** What was found, with the words marked. */
export function SearchHits({ hits, organ, organOf, query, today }: SearchPageProps) {
  return (
    <ol className="rows record-rows">
      {hits.map((hit) => {
        const owner = organOf(hit.organId)
        if (!owner) return null
        const { path, day, about } = shownOf(hit, owner, today)
        const runs = runsFor(query, hit.title)
        return (
          <li key={path} className="whole-row">
            <a href={path}>
              <Marked text={hit.title} runs={runs} />
            </a>
            <time dateTime={day}>{day}</time>
            <p className="fine figures line-of row-facts">
              {!organ && <span>{owner.name}</span>}
              {hit.documentNumber && (
                <span>
                  <Marked text={hit.documentNumber} runs={runs} />
                </span>
              )}
              {about}
            </p>
            {holdsHit(hit.excerpt, runs) && (
              <p className="hint excerpt">
                <Marked text={`…${readable(hit.excerpt)}…`} runs={runs} />
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
