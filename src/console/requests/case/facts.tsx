import type { ReactNode } from 'react'
import { WholeDays } from '../../whole-days.tsx'

/** Name and value, line by line; what is empty is left out. */
export function Facts({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {items
        .filter(([, value]) => value !== '' && value !== null && value !== undefined)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <WholeDays>{value}</WholeDays>
            </dd>
          </div>
        ))}
    </dl>
  )
}
