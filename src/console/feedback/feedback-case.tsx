import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import type { FeedbackEvent } from '../../feedback/event.ts'
import { kindLabel, type Said } from '../../feedback/feedback.ts'
import type { FeedbackView } from '../../feedback/feedback-view.ts'
import { businessRoles } from '../../organs/role.ts'
import { query } from '../api.ts'
import { Facts } from '../requests/case/facts.tsx'
import { OpenPersonal } from '../requests/case/open-personal.tsx'
import { Panel } from '../requests/case/panel.tsx'
import { EventList } from '../review/event-list.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { StepsPanel } from '../steps/steps-panel.tsx'
import { useOpenedStep } from '../steps/use-opened-step.ts'
import { officeTime } from '../words.ts'
import { feedbackApi } from './feedback-api.ts'
import { FeedbackState } from './feedback-state.tsx'
import { FeedbackStep } from './feedback-step.tsx'

/** What one reader says of a page: the words, what to do with them, and what has happened. */
export function FeedbackCase() {
  const { id = '' } = useParams()
  const one = useQuery({ queryKey: ['feedback', 'one', id], queryFn: () => feedbackApi.one(id) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={one}>{(view) => <Case key={view.id} view={view} />}</Fetched>
    </Guarded>
  )
}

function Case({ view }: { view: FeedbackView }) {
  const { step, open, close } = useOpenedStep(view.steps)
  const { number, kind, text, pagePath, pageTitle, owner, arrivedOn, dueOn, unitName, handlerName } = view
  return (
    <div className="page case">
      <PageHead title={number} lead={kindLabel(kind)}>
        <Link to="/feedback">
          <Button>回到清单</Button>
        </Link>
      </PageHead>
      <div className="columns case-columns">
        <div>
          <Panel title="意见">
            <p className="typed-words">{text}</p>
          </Panel>
          <StepsPanel none="现在没有可以由您办理的步骤。" steps={view.steps} isShutOpen onStep={open} />
          <EventList events={view.events.map(toldEvent)} />
        </div>
        <aside className="case-side" aria-label="页面与提出人">
          <Panel title="办理情况">
            <FeedbackState {...view} />
            <Facts
              items={[
                ['收到', chineseDate(arrivedOn)],
                ['答复期限', chineseDate(dueOn)],
                ['承办', unitName ? `${unitName}${handlerName && `（${handlerName}）`}` : '尚未交办'],
              ]}
            />
          </Panel>
          <Panel title="所说的页面">
            <p>
              <a href={pagePath} target="_blank" rel="noopener">
                {pageTitle}
              </a>
            </p>
            <Facts items={[['负责科室', owner?.name ?? '没有登记']]} />
            <p>
              <Link to={`/feedback${query({ status: 'all', about: pagePath })}`}>对这一页的全部意见</Link>
            </p>
          </Panel>
          <Sender view={view} />
        </aside>
      </div>
      {step ? <FeedbackStep key={step.name} view={view} step={step} onClose={close} /> : null}
    </div>
  )
}

const reasons = ['与提出人联系', '核实情况']

function Sender({ view: { id, sender, maskedBecause } }: { view: FeedbackView }) {
  const [whole, setWhole] = useState<Omit<Said, 'text'> | null>(null)
  const [isAsking, setAsking] = useState(false)
  const { name, phone, email } = whole ?? sender
  const isLeft = [name, phone, email].some((each) => each !== '')
  return (
    <Panel
      title="提出人"
      extra={
        isLeft && !whole ? (
          <Button size="small" type="text" disabled={maskedBecause !== null} onClick={() => setAsking(true)}>
            查看完整信息
          </Button>
        ) : null
      }
    >
      {isLeft ? (
        <Facts
          items={[
            ['称呼', name],
            ['电话', phone],
            ['电子邮箱', email],
          ]}
        />
      ) : (
        <p className="quiet">没有留下联系方式；答复凭查询码可以看到。</p>
      )}
      {isLeft && maskedBecause ? <p className="quiet">{maskedBecause}。</p> : null}
      {isAsking ? (
        <OpenPersonal
          about={`feedback.${id}`}
          title="查看提出人完整信息"
          lead="提出人的联系方式平时遮盖显示。"
          reasons={reasons}
          open={(reason) => feedbackApi.openSender(id, reason)}
          onOpened={setWhole}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Panel>
  )
}

const titles: Readonly<Record<FeedbackEvent['kind'], string>> = {
  received: '收到意见',
  assigned: '交办',
  answered: '答复',
  closed: '无须答复',
}

function wordsOf(event: FeedbackEvent): string {
  switch (event.kind) {
    case 'received':
      return ''
    case 'assigned':
      return `交${event.data.unitName}${event.data.staffName && `（${event.data.staffName}）`}承办`
    case 'answered':
      return event.data.text
    case 'closed':
      return event.data.reason
  }
}

const toldEvent = (event: FeedbackEvent) => ({
  key: event.seq,
  kind: event.kind,
  at: event.happenedOn,
  when: chineseDate(event.happenedOn),
  title: titles[event.kind],
  words: wordsOf(event),
  who: `${event.actor.name} · ${officeTime(event.recordedAt)}记录`,
})
