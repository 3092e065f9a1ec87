import { validityReason } from '../../../law/validity.ts'
import type { DocumentItem } from '../../../ledgers/documents/document.ts'
import { WholeDays } from '../../whole-days.tsx'

/** When and by what a document ends, or since when and why it has ended. */
export function Ending({ document }: { document: DocumentItem }) {
  const { standing, repealedOn, repealedBy, validUntil, lapsedBy } = document
  if (standing === 'expired')
    return (
      <span className="stacked">
        <span>
          <WholeDays>{validityReason(document, standing)}</WholeDays>
        </span>
        {repealedOn ? <span className="quiet day-text">后又宣布{repealedOn}废止</span> : null}
      </span>
    )
  if (repealedOn)
    return (
      <span className="stacked">
        <span className="day-text">{repealedOn} 废止</span>
        {repealedBy ? <span className="quiet">{repealedBy}</span> : null}
      </span>
    )
  if (!validUntil) return <span className="quiet">未规定有效期</span>
  return (
    <span className="stacked">
      <span className="day-text">有效期至 {validUntil}</span>
      {lapsedBy ? <span className="quiet">{lapsedBy}宣布失效</span> : null}
    </span>
  )
}
