import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Panel } from '../requests/case/panel.tsx'
import { officeTime } from '../words.ts'

/** An event as a room tells it. */
export interface ToldEvent {
  readonly key: number
  readonly kind: string
  /** For programs, and as it is read. */
  readonly at: string
  readonly when: string
  readonly title: string
  readonly words: string
  readonly who: string
  /** A later one has taken its place. */
  readonly isReplaced?: boolean
  readonly more?: ReactNode
}

/** Everything that happened, in its order, shown the newest first. Nothing is ever taken out. */
export function EventList({ events }: { events: readonly ToldEvent[] }) {
  const [isOldestFirst, setOldestFirst] = useState(false)
  return (
    <Panel
      id="history"
      title="办理经过"
      count={events.length}
      extra={
        events.length > 1 ? (
          <Button className="no-print" size="small" type="text" onClick={() => setOldestFirst(!isOldestFirst)}>
            {isOldestFirst ? '最近的在前' : '最早的在前'}
          </Button>
        ) : null
      }
    >
      {events.length === 0 ? <p className="quiet">还没有记录。</p> : null}
      <ol className="history">
        {(isOldestFirst ? events : events.toReversed()).map((event) => (
          <li key={event.key} data-kind={event.kind} data-replaced={event.isReplaced}>
            <time dateTime={event.at}>{event.when}</time>
            <div>
              <strong>{event.title}</strong>
              {event.isReplaced ? <span className="tag-quiet">已更正</span> : null}
              <p className="typed-words">{event.words}</p>
              {event.more}
              <span className="quiet">{event.who}</span>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** An event as the server tells it of a case without attachments. */
interface PlainEvent {
  readonly seq: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly who: string
  readonly what: string
  readonly words: string
}

/** The same of a case whose events are told in words alone. */
export const PlainEventList = ({ events }: { events: readonly PlainEvent[] }) => (
  <EventList
    events={events.map(({ seq, at, who, what, words }) => ({
      key: seq,
      kind: what,
      at,
      when: officeTime(at),
      title: what,
      words,
      who,
    }))}
  />
)
