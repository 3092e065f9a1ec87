import { Button } from 'antd'
import { useState } from 'react'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { RequestEvent } from '../../../requests/event.ts'
import type { FirstValues } from '../../api.ts'
import { officeTime } from '../../words.ts'
import { CorrectionLines } from './correction-lines.tsx'
import { eventTitle, eventWords } from './event-words.ts'
import { OpenFirstValues } from './open-first-values.tsx'
import { Panel } from './panel.tsx'

const actorKinds = { staff: '', applicant: '申请人', system: '系统', operator: '台账导入' } as const

const who = ({ actor }: RequestEvent) => actor.name || actorKinds[actor.kind]

/** Everything that happened, who did it and when it was written down; the newest first. Nothing is ever taken out. */
export function History({ view }: { view: CaseView }) {
  const [isOldestFirst, setOldestFirst] = useState(false)
  const [opened, setOpened] = useState<readonly FirstValues[] | null>(null)
  const replaced = new Set(view.events.flatMap(({ supersedes }) => supersedes ?? []))
  const events = isOldestFirst ? view.events : view.events.toReversed()
  return (
    <Panel
      id="history"
      title="办理经过"
      count={view.events.length}
      extra={
        <Button className="no-print" size="small" type="text" onClick={() => setOldestFirst(!isOldestFirst)}>
          {isOldestFirst ? '最近的在前' : '最早的在前'}
        </Button>
      }
    >
      <ol className="history">
        {events.map((event) => (
          <li key={event.seq} data-kind={event.kind} data-replaced={replaced.has(event.seq)}>
            <time dateTime={event.happenedOn}>{chineseDate(event.happenedOn)}</time>
            <div>
              <strong>{eventTitle(event)}</strong>
              {replaced.has(event.seq) ? <span className="tag-quiet">已更正</span> : null}
              <p>{eventWords(event, view.consultations)}</p>
              <Voided words={view.overtaken.find(({ seq }) => seq === event.seq)?.words} />
              <CorrectionLines
                lines={[...(opened ?? []), ...view.corrected].find(({ seq }) => seq === event.seq)?.lines ?? []}
              />
              {event.kind === 'registrationCorrected' ? (
                <div>
                  <OpenFirstValues id={view.id} opened={opened} onOpened={setOpened} />
                </div>
              ) : null}
              <span className="quiet">
                {who(event)}
                {event.recordedAt ? ` · ${officeTime(event.recordedAt)}记录` : ''}
              </span>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const Voided = ({ words }: { words: string | undefined }) => (words ? <p>{words}</p> : null)
