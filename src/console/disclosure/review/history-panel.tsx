import type { RecordView } from '../../../disclosure/record-view.ts'
import { EventList } from '../../review/event-list.tsx'
import { officeTime } from '../../words.ts'
import { eventTitle, eventWords, toldEvents } from './event-words.ts'

/** Everything that happened to the edition. */
export function HistoryPanel({ view }: { view: RecordView }) {
  const events = toldEvents(view.events).map((event) => ({
    key: event.seq,
    kind: event.kind,
    at: event.at,
    when: officeTime(event.at),
    title: eventTitle(event),
    words: eventWords(event, view),
    who: event.actor.name || '系统',
  }))
  return <EventList events={events} />
}
