import { PrinterOutlined } from '@ant-design/icons'
import { Breadcrumb, Button, Tag } from 'antd'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { rowAddress } from '../../ledgers/ledgers-api.ts'
import { WaitingMark } from '../../ledgers/rows/waiting.tsx'
import { NextStep } from '../../steps/next-step.tsx'
import { DueText } from '../queue/due-text.tsx'
import { StatusMark } from '../queue/status-mark.tsx'
import { useOpenStep } from './open-step.ts'

/** Number, state, what is due and why, and the one lawful next step. */
export function CaseHead({ view, onStep }: { view: CaseView; onStep: (step: StepName) => void }) {
  const open = useOpenStep(view.id, onStep)
  useEffect(() => {
    document.title = `${view.number} · 开诚`
  }, [view.number])
  return (
    <header className="gap-below case-head">
      <Breadcrumb
        className="no-print"
        items={[{ title: <Link to="/requests">依申请公开</Link> }, { title: view.number }]}
      />
      <div className="row case-head-line">
        <div className="grow">
          <h1>
            {view.number}
            <StatusMark status={view.status} />
            {view.origin === 'imported' ? (
              <>
                <Tag>台账导入</Tag>
                <Link className="case-row-link" to={rowAddress('requests', view.id)}>
                  登记内容
                </Link>
                <WaitingMark ledger="requests" id={view.id} />
              </>
            ) : null}
          </h1>
          <p className="case-summary">{view.summary}</p>
          {view.status === 'concluded' ? (
            <Concluded view={view} />
          ) : (
            <DueText due={view.due} isPaused={view.clock?.isPaused ?? false} />
          )}
        </div>
        <div className="case-next no-print">
          <NextStep steps={view.steps} onStep={open} />
          <Button type="text" size="small" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
            打印
          </Button>
          <Link to={`/requests/${view.id}/sheet`}>封面、审批单</Link>
        </div>
      </div>
    </header>
  )
}

function Concluded({ view }: { view: CaseView }) {
  const again = view.rounds.at(-1)?.answer
  return (
    <span className="row baseline">
      <strong>{view.outcomeLabel}</strong>
      {view.concludedOn ? <span className="quiet">{chineseDate(view.concludedOn)}办结</span> : null}
      {again ? (
        <span>
          {chineseDate(again.on)}重新答复：<strong>{again.outcomeLabel}</strong>
        </span>
      ) : null}
    </span>
  )
}
