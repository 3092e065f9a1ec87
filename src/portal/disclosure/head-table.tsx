import type { ReactNode } from 'react'

export interface HeadLine {
  readonly name: string
  readonly value: ReactNode
  /** Takes the whole width. */
  readonly isWide?: boolean
}

/** Two to a row; one that has no neighbour takes the whole row, so that no corner stays open. */
function paired(lines: readonly HeadLine[]): HeadLine[] {
  let half = false
  return lines.map((line, index) => {
    const next = lines[index + 1]
    const isWide = line.isWide === true || (!half && (next === undefined || next.isWide === true))
    half = !isWide && !half
    return { ...line, isWide }
  })
}

/** Names and values as the official head table has them. */
export function HeadTable({ label, lines }: { label: string; lines: readonly HeadLine[] }) {
  return (
    <dl className="record-head" aria-label={label}>
      {paired(lines).map(({ name, value, isWide }) => (
        <div key={name} className={isWide ? 'wide' : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
