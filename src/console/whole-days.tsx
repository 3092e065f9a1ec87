import type { ReactNode } from 'react'

const day = /(\d{4}(?:-\d\d-\d\d|年\d\d?月\d\d?日))/

/** Words in which no day is parted by the end of a line; whatever is no text is left as it is. */
export function WholeDays({ children }: { children: ReactNode }) {
  if (typeof children !== 'string') return children
  return children.split(day).map((part, index) =>
    day.test(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <span key={index} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
