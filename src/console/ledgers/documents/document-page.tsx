import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import type { DocumentView } from '../../../ledgers/documents/document.ts'
import { businessRoles } from '../../../organs/role.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { StepsPanel } from '../../steps/steps-panel.tsx'
import { useOpenedStep } from '../../steps/use-opened-step.ts'
import { ledgers, rowAddress } from '../ledgers-api.ts'
import { RowHistory } from '../rows/row-history.tsx'
import { WaitingMark } from '../rows/waiting.tsx'
import { RowStepDrawer } from '../steps/row-step-drawer.tsx'
import { documentStep } from './document-steps.tsx'
import { Ending } from './ending.tsx'
import { keptBy } from './kept-by.ts'
import { StandingMark } from './standing-mark.tsx'

/** One document of the register: how it stands, what may be done with it, and what happened to it. */
export function DocumentPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['documents', 'one', id], queryFn: () => ledgers.document(id) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={query}>{(document) => <DocumentBody key={document.id} document={document} />}</Fetched>
    </Guarded>
  )
}

function DocumentBody({ document }: { document: DocumentView<string> }) {
  const { today } = useMe()
  const { id, title, documentNumber, recordId, steps, events } = document
  const { step, open, close } = useOpenedStep(steps)
  return (
    <div className="page decision-record">
      <PageHead title={title} lead={documentNumber}>
        <Link to="/ledgers/documents">
          <Button>回到清单</Button>
        </Link>
        {recordId === null ? (
          <Link to={rowAddress('normativeDocuments', id)}>
            <Button>更正、撤销登记</Button>
          </Link>
        ) : (
          <Link to={`/records?view=all&q=${encodeURIComponent(title)}`}>
            <Button>在“主动公开”中办理</Button>
          </Link>
        )}
      </PageHead>
      <WaitingMark ledger="normativeDocuments" id={id} />
      <DocumentFacts document={document} />
      <StepsPanel none="现在没有可以由您办理的步骤。" steps={steps} onStep={open} />
      <RowHistory events={events} />
      {step ? (
        <RowStepDrawer
          key={step.name}
          id={id}
          of={documentNumber}
          step={step}
          asks={documentStep(step.name, document, today)}
          queryKey={['documents']}
          onClose={close}
        />
      ) : null}
    </div>
  )
}

function DocumentFacts({ document }: { document: DocumentView<string> }) {
  const { standing, issuedOn, effectiveFrom, amendments, address } = document
  return (
    <Panel title="登记内容">
      <dl className="facts decision-facts">
        <div>
          <dt>有效性</dt>
          <dd>
            <StandingMark standing={standing} />
          </dd>
        </div>
        <div>
          <dt>制发日期</dt>
          <dd className="day-text">{issuedOn}</dd>
        </div>
        <div>
          <dt>施行日期</dt>
          <dd className="day-text">{effectiveFrom}</dd>
        </div>
        <div>
          <dt>终止</dt>
          <dd>
            <Ending document={document} />
          </dd>
        </div>
        {amendments.length > 0 ? (
          <div>
            <dt>修改</dt>
            <dd>
              {amendments.map((each) => (
                <div key={each.id}>
                  <span className="day-text">{each.amendedOn}</span> {each.amendedBy}
                </div>
              ))}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>登记</dt>
          <dd>{keptBy(document)}</dd>
        </div>
        {address ? (
          <div>
            <dt>公开网址</dt>
            <dd>
              <a href={address} target="_blank" rel="noreferrer">
                {address}
              </a>
            </dd>
          </div>
        ) : null}
      </dl>
    </Panel>
  )
}
