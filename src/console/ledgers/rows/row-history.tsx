import type { RowEvent } from '../../../ledgers/rows/row-event.ts'
import { CorrectionLines } from '../../requests/case/correction-lines.tsx'
import { EventList } from '../../review/event-list.tsx'
import { officeTime } from '../../words.ts'

/** Everything that happened to a row of a register. */
export function RowHistory({ events }: { events: readonly RowEvent<string>[] }) {
  return (
    <EventList
      events={events.map(({ at, kind, title, words, who, lines }, index) => ({
        key: index,
        kind,
        at,
        when: officeTime(at),
        title,
        words,
        who,
        more: <CorrectionLines lines={lines} />,
      }))}
    />
  )
}
