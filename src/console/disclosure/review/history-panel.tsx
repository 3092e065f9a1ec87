import type { RecordView } from '../../../disclosure/record-view.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { officeTime } from '../../words.ts'
import { eventTitle, eventWords, toldEvents } from './event-words.ts'

/** Everything that happened to the edition, the newest first. Nothing is ever taken out. */
export function HistoryPanel({ view }: { view: RecordView }) {
  const events = toldEvents(view.events).toReversed()
  return (
    <Panel id="history" title="办理经过" count={events.length}>
      <ol className="history">
        {events.map((event) => (
          <li key={event.seq} data-kind={event.kind}>
            <time dateTime={event.at}>{officeTime(event.at)}</time>
            <div>
              <strong>{eventTitle(event)}</strong>
              <p>{eventWords(event, view)}</p>
              <span className="quiet">{event.actor.name || '系统'}</span>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
