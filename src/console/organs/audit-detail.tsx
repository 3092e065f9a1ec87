import { detailLines } from './detail-words.ts'

/** What an entry says besides, each fact in a line of its own. */
export function AuditDetail({ detail }: { readonly detail: unknown }) {
  return (
    <ul className="audit-detail">
      {detailLines(detail).map(({ label, text }) => (
        <li key={label}>
          <span className="quiet">{label}</span>　{text}
        </li>
      ))}
    </ul>
  )
}
