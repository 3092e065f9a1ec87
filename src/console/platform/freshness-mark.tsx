import { type Freshness, freshnessLabels } from '../../platform/columns/freshness.ts'

const shapes: Readonly<Record<Freshness, string>> = { notDue: '–', fresh: '●', soon: '◐', stale: '▲', empty: '○' }

/** Whether a column is kept up: by word, shape and colour. */
export function FreshnessMark({ freshness }: { freshness: Freshness }) {
  return (
    <span className="freshness" data-freshness={freshness}>
      <span aria-hidden="true">{shapes[freshness]}</span> {freshnessLabels[freshness]}
    </span>
  )
}
