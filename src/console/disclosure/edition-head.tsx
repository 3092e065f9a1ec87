import { PrinterOutlined } from '@ant-design/icons'
import { Breadcrumb, Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { clockDay } from '../../disclosure/deadline.ts'
import type { StepName } from '../../disclosure/edition-event.ts'
import type { RecordView } from '../../disclosure/record-view.ts'
import { NextStep } from '../steps/next-step.tsx'
import { officeTime } from '../words.ts'
import { OpenComments } from './comments/comments-panel.tsx'
import { DayDue } from './list/day-due.tsx'
import { isOnTheWay } from './list/due-words.ts'
import { EditionMark } from './list/edition-mark.tsx'
import { ActTags, titleOf } from './list/record-words.tsx'
import { editionPath } from './records-api.ts'

/** Title, state, the two clocks and the one next step. `keeping` says whether what was typed is saved. */
export function EditionHead({ view, title, keeping, actions, onStep }: EditionHeadProps) {
  const shown = titleOf({ title })
  useEffect(() => {
    document.title = `${shown} · 开诚`
  }, [shown])
  return (
    <header className="gap-below case-head edition-head">
      <Breadcrumb
        className="no-print"
        items={[{ title: <Link to="/records">主动公开</Link> }, { title: view.typeLabel }]}
      />
      <div className="row case-head-line">
        <div className="grow">
          <h1>{shown}</h1>
          <p className="facts-line edition-facts">
            <EditionMark status={view.status} act={view.act} />
            <ActTags
              item={{
                act: view.act,
                status: view.status,
                isUrgent: view.urgentReason !== null,
                isHeld: view.held !== null,
              }}
            />
            <span className="quiet">
              第{view.edition}版 · 第{view.revision}稿
            </span>
            {view.publishedAt ? <span className="quiet">{officeTime(view.publishedAt)}发布</span> : null}
            <OpenComments view={view} />
          </p>
          <Clocks view={view} />
          {keeping}
        </div>
        <div className="case-next no-print">
          <NextStep steps={view.steps} onStep={onStep} />
          <span className="facts-line edition-actions">
            {actions}
            <Link to={`${editionPath(view)}/approval`}>审批表</Link>
            <Button type="text" size="small" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
              打印
            </Button>
          </span>
        </div>
      </div>
    </header>
  )
}

interface EditionHeadProps {
  readonly view: RecordView
  readonly title: string
  readonly keeping?: ReactNode
  readonly actions?: ReactNode
  readonly onStep: (step: StepName) => void
}

function Clocks({ view }: { view: RecordView }) {
  const { status, content, publishBy, publishLeft, stepDueOn, stepLeft, scheduledFor } = view
  const from = clockDay(content)
  return (
    <p className="facts-line">
      {isOnTheWay(status) && publishBy ? (
        <span>
          发布期限 <DayDue day={publishBy} left={publishLeft} />
          {from ? <span className="quiet">（自{chineseDate(from)}起算）</span> : null}
        </span>
      ) : null}
      {isOnTheWay(status) && !content.madeOn && view.act === 'publish' ? (
        <span className="quiet">填写成文日期后计算发布期限</span>
      ) : null}
      {stepDueOn ? (
        <span>
          审核期限 <DayDue day={stepDueOn} left={stepLeft} />
        </span>
      ) : null}
      {scheduledFor ? (
        <span>
          定于 <strong>{officeTime(scheduledFor)}</strong> 自动发布
        </span>
      ) : null}
    </p>
  )
}
