import { useState } from 'react'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { RequestEvent } from '../../../requests/event.ts'
import type { FirstValues } from '../../api.ts'
import { EventList } from '../../review/event-list.tsx'
import { officeTime } from '../../words.ts'
import { CorrectionLines } from './correction-lines.tsx'
import { eventTitle, eventWords } from './event-words.ts'
import { FileList } from './files.tsx'
import { OpenFirstValues } from './open-first-values.tsx'

const actorKinds = { staff: '', applicant: '申请人', system: '系统', operator: '台账导入' } as const

const who = ({ actor, recordedAt }: RequestEvent) =>
  `${actor.name || actorKinds[actor.kind]}${recordedAt ? ` · ${officeTime(recordedAt)}记录` : ''}`

/** Everything that happened to the request, and when it was written down. */
export function History({ view }: { view: CaseView }) {
  const [opened, setOpened] = useState<readonly FirstValues[] | null>(null)
  const replaced = new Set(view.events.flatMap(({ supersedes }) => supersedes ?? []))
  const events = view.events.map((event) => ({
    key: event.seq,
    kind: event.kind,
    at: event.happenedOn,
    when: chineseDate(event.happenedOn),
    title: eventTitle(event),
    words: eventWords(event, view.consultations),
    who: who(event),
    isReplaced: replaced.has(event.seq),
    more: <More view={view} event={event} opened={opened} onOpened={setOpened} />,
  }))
  return <EventList events={events} />
}

/** What an event made void, what it put right, and the papers that came with it. */
function More({ view, event, opened, onOpened }: MoreProps) {
  const overtaken = view.overtaken.find(({ seq }) => seq === event.seq)?.words
  const lines = [...(opened ?? []), ...view.corrected].find(({ seq }) => seq === event.seq)?.lines ?? []
  const files = view.files.filter(({ seq }) => seq === event.seq)
  return (
    <>
      {overtaken ? <p>{overtaken}</p> : null}
      <CorrectionLines lines={lines} />
      {files.length > 0 ? <FileList view={view} files={files} /> : null}
      {event.kind === 'registrationCorrected' && view.maskedBecause === null ? (
        <div>
          <OpenFirstValues id={view.id} opened={opened} onOpened={onOpened} />
        </div>
      ) : null}
    </>
  )
}

interface MoreProps {
  readonly view: CaseView
  readonly event: RequestEvent
  readonly opened: readonly FirstValues[] | null
  readonly onOpened: (values: readonly FirstValues[] | null) => void
}
