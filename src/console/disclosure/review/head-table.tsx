import type { RecordView } from '../../../disclosure/record-view.ts'
import { useColumns } from '../edit/use-columns.ts'
import { placeId } from '../place.tsx'
import { headRows } from './head-rows.ts'

/** The table of a record's head; a wide value takes a line of its own. */
export function HeadTable({ view }: { view: RecordView }) {
  const { nameOf } = useColumns()
  const { content, published, publishedAt } = view
  const rows = headRows(content, {
    columnName: nameOf(content.columnId),
    indexNumber: published?.indexNumber ?? '',
    // As the public page says: a correction leaves the day on which it came out first.
    publishedAt: published?.firstPublishedAt ?? publishedAt,
  })
  return (
    <dl className="head-table">
      {rows.map(([place, name, value]) => (
        <div key={place} data-wide={value.length > 24} id={placeId(place)} tabIndex={-1}>
          <dt>{name}</dt>
          <dd>{value || '—'}</dd>
        </div>
      ))}
    </dl>
  )
}
