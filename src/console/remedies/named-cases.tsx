import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { CountedResult } from '../../remedies/cases/event.ts'
import type { NamedCase } from '../../remedies/cases/store/known.ts'
import { kindLabels, resultLabels } from '../../remedies/cases/told.ts'
import { Remedy } from '../../remedies/remedy.ts'
import { rowAddress } from '../ledgers/ledgers-api.ts'
import { Panel } from '../requests/case/panel.tsx'

const kindWords = (kind: string): string => kindLabels[Remedy.shape.kind.parse(kind)]
const resultWords = (result: string | null): string => (result ? resultLabels[CountedResult.parse(result)] : '尚未审结')

/** Cases by their numbers, each opening its page or its imported row. */
export const NamedCases = ({ title, items, more }: NamedCasesProps) => (
  <Panel title={title} count={items.length}>
    <ul className="plain-list">
      {items.map(({ id, number, kind, isImported, result }) => (
        <li key={id} className="stacked">
          <Link to={isImported ? rowAddress('remedies', id) : `/ledgers/remedies/${id}`}>{number}</Link>
          <span className="quiet">
            {kindWords(kind)}，{resultWords(result)}
          </span>
        </li>
      ))}
    </ul>
    {more}
  </Panel>
)

interface NamedCasesProps {
  readonly title: string
  readonly items: readonly NamedCase[]
  readonly more?: ReactNode
}
