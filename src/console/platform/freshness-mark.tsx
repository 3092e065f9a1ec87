import { type Freshness, freshnessLabels } from '../../platform/columns/freshness.ts'
import { type Mark, StateWords } from '../states/state-mark.tsx'

const marks: Readonly<Record<Freshness, Mark>> = {
  notDue: ['quiet', '–'],
  fresh: ['done', '●'],
  soon: ['soon', '◐'],
  stale: ['late', '▲'],
  empty: [undefined, '○'],
}

/** Whether a column is kept up: by word, shape and colour. */
export const FreshnessMark = ({ freshness }: { freshness: Freshness }) => (
  <StateWords mark={marks[freshness]} label={freshnessLabels[freshness]} />
)
