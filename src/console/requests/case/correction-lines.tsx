import type { CorrectionLine } from '../../../requests/case-view.ts'

/** What a correction changes: the first value stays legible beside the right one. */
export function CorrectionLines({ lines }: { lines: readonly CorrectionLine[] }) {
  if (lines.length === 0) return null
  return (
    <div className="correction-lines">
      {lines.map(({ label, from, to }) => (
        <div key={label}>
          <span className="quiet">{label}：</span>
          <del>{from}</del> → <ins>{to}</ins>
        </div>
      ))}
    </div>
  )
}
