import { PaperClipOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { businessRoles } from '../../organs/role.ts'
import type { RemedyCaseView, ToldRemedyEvent } from '../../remedies/cases/case-view.ts'
import { attackedActs, parties, procedures } from '../../remedies/cases/event.ts'
import { kindLabels, labelOf, resultLabels } from '../../remedies/cases/told.ts'
import { Facts } from '../requests/case/facts.tsx'
import { Panel } from '../requests/case/panel.tsx'
import { EventList } from '../review/event-list.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { StepsPanel } from '../steps/steps-panel.tsx'
import { useOpenedStep } from '../steps/use-opened-step.ts'
import { fileSize, officeTime } from '../words.ts'
import { NamedCases } from './named-cases.tsx'
import { evidenceAddress, fileAddress, remediesApi } from './remedies-api.ts'
import { RemedyInstances } from './remedy-instances.tsx'
import { RemedyLimits } from './remedy-limits.tsx'
import { CaseState } from './remedy-state.tsx'
import { RemedyStep } from './remedy-step.tsx'

/** One reconsideration or suit: what is due, what to do, what has happened, and what it is about. */
export function RemedyCasePage() {
  const { id = '' } = useParams()
  const one = useQuery({ queryKey: ['remedies', 'one', id], queryFn: () => remediesApi.one(id) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={one}>{(view) => <Case key={view.id} view={view} />}</Fetched>
    </Guarded>
  )
}

function Case({ view }: { view: RemedyCaseView }) {
  const { step, open, close } = useOpenedStep(view.steps)
  const { opening, followedBy } = view
  useEffect(() => {
    document.title = `${opening.number} · 开诚`
  }, [opening.number])
  return (
    <div className="page case">
      <PageHead title={opening.number} lead={`${kindLabels[opening.kind]}　${opening.body}`}>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          打印
        </Button>
        <Link className="no-print" to="/ledgers/remedies">
          <Button>回到清单</Button>
        </Link>
      </PageHead>
      <RouteNote view={view} />
      <div className="columns case-columns">
        <div>
          <RemedyLimits limits={view.limits} />
          <StepsPanel
            none="现在没有可以由您办理的步骤。"
            steps={view.steps}
            dangers={['cancel', 'takeBack']}
            onStep={open}
          />
          <RemedyInstances view={view} />
          <EventList events={view.events.map((event) => toldEvent(view.id, event))} />
        </div>
        <aside className="case-side" aria-label="案件与涉及的事项">
          <CaseFacts view={view} />
          <Attacked view={view} />
          <EvidencePart view={view} />
          {followedBy.length > 0 ? <NamedCases title="复议后起诉" items={followedBy} /> : null}
          <Counted view={view} />
        </aside>
      </div>
      {step ? <RemedyStep key={step.name} view={view} step={step} onClose={close} /> : null}
    </div>
  )
}

function RouteNote({ view: { route, opening } }: { view: RemedyCaseView }) {
  if (!route?.isOther) return null
  const said = {
    mandatoryReconsideration: '依法应当先申请行政复议，本案未经复议直接起诉；答辩时可以向人民法院说明',
    notAccepted: '此类行为一般不属于行政复议受理范围；答复时可以向复议机关说明',
    applicationFirst: '依法应当先向本机关申请获取该信息；答复时可以向复议机关说明',
    optional: '',
  }[route.route]
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title={`${said}${route.article ? `（${route.article}）` : ''}。`}
      description={`被复议、被诉的行为：${labelOf(attackedActs, opening.act)}`}
    />
  )
}

function CaseFacts({ view: { opening, status, procedure, extendedUntil, charge } }: { view: RemedyCaseView }) {
  return (
    <Panel title="案件">
      <Facts
        items={[
          ['状态', <CaseState key="status" status={status} />],
          ['受理、立案', chineseDate(opening.filedOn)],
          ['收到副本', chineseDate(opening.noticeOn)],
          ['程序', opening.kind === 'review' ? labelOf(procedures, procedure) : ''],
          ['提出人', labelOf(parties, opening.party)],
          ['审理延长至', extendedUntil && chineseDate(extendedUntil)],
          ['承办', charge.unitName ? `${charge.unitName}${charge.staffName && `（${charge.staffName}）`}` : '尚未交办'],
          ['共同被告', opening.isCoDefendant ? '仅作为复议机关，不计入年度报告' : ''],
        ]}
      />
    </Panel>
  )
}

const routeWords = {
  mandatoryReconsideration: '应当先申请行政复议',
  optional: '可以复议，也可以直接起诉',
  applicationFirst: '应当先申请获取该信息',
  notAccepted: '一般不属于受理范围',
} as const

function Attacked({ view: { opening, request, record, follows, route, round } }: { view: RemedyCaseView }) {
  const { act, letterNumber, about, followsNumber } = opening
  return (
    <Panel title="涉及的事项">
      <Facts
        items={[
          ['行为', labelOf(attackedActs, act)],
          ['申请', request && <Link to={`/requests/${request.id}`}>{request.number}</Link>],
          ['文号', letterNumber && `${letterNumber}${round === null ? '' : `（第${round}次重新答复）`}`],
          [
            '信息',
            record && (
              <a href={record.address} target="_blank" rel="noopener">
                {record.title}
              </a>
            ),
          ],
          ['说明', about],
          ['救济途径', route && `${routeWords[route.route]}${route.article ? `（${route.article}）` : ''}`],
          [
            '原复议案件',
            follows && !follows.isImported ? (
              <Link key="follows" to={`/ledgers/remedies/${follows.id}`}>
                {followsNumber}
              </Link>
            ) : (
              followsNumber
            ),
          ],
        ]}
      />
    </Panel>
  )
}

/** What is handed in to whoever decides; with its list it is taken out as one file. */
function EvidencePart({ view: { id, evidence } }: { view: RemedyCaseView }) {
  if (evidence.length === 0) return null
  return (
    <Panel title="证据">
      <p className="gap-below">{`证据清单列了${evidence.length}份材料。`}</p>
      <a href={evidenceAddress(id)} download>
        导出证据清单和材料
      </a>
    </Panel>
  )
}

function Counted({ view: { counted, opening } }: { view: RemedyCaseView }) {
  if (counted.length === 0) return null
  return (
    <Panel title="年度报告第四部分">
      <Facts
        items={counted.map(({ year, results }) => [
          `${year}年度`,
          results.map((each) => resultLabels[each]).join('、'),
        ])}
      />
      <p className="quiet">列入“{kindLabels[opening.kind]}”；以当年12月31日的状态为准，没有生效的列入“尚未审结”。</p>
    </Panel>
  )
}

const toldEvent = (id: string, event: ToldRemedyEvent) => ({
  key: event.seq,
  kind: event.what,
  at: event.on,
  when: chineseDate(event.on),
  title: event.what,
  words: event.words,
  isReplaced: event.isTakenBack,
  who: `${event.who} · ${officeTime(event.at)}记录`,
  more:
    event.files.length > 0 ? (
      <ul className="papers">
        {event.files.map((file) => (
          <li key={file.id}>
            <PaperClipOutlined aria-hidden="true" />
            <span className="grow">
              <a href={fileAddress(id, file.id)} download>
                {file.name}
              </a>
              <span className="quiet">{fileSize(file.size)}</span>
            </span>
          </li>
        ))}
      </ul>
    ) : null,
})
