import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tabs } from 'antd'
import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { businessRoles } from '../../organs/role.ts'
import type { FilingView } from '../../report/filing/filing-view.ts'
import { PinnedList } from '../report/places-field.tsx'
import { PrintedWords } from '../report/words-part.tsx'
import { PlainEventList } from '../review/event-list.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { StateWords } from '../states/state-mark.tsx'
import { StepsPanel } from '../steps/steps-panel.tsx'
import { ChangedPart, countOf } from './changed-part.tsx'
import { ComparePart } from './compare-part.tsx'
import { FiledFindings } from './filed-findings.tsx'
import { FiledSheet } from './filed-sheet.tsx'
import { FilerDialog } from './filer-dialog.tsx'
import { filings, filingsKey, originalOf } from './filing-api.ts'
import { FilingStep, type OpenStep } from './filing-step.tsx'
import { kindLabels, markOf, standingOf } from './filing-words.ts'
import { OriginalPart } from './original-part.tsx'
import { ReceiveButton } from './receive-button.tsx'

/** The filing that a turn speaks of. */
export function FilingCase() {
  const { id = '' } = useParams()
  const found = useQuery({ queryKey: [...filingsKey, 'case', id], queryFn: () => filings.case(id) })
  return <Fetched query={found}>{({ year, filer }) => <Navigate replace to={`/filings/${year}/${filer}`} />}</Fetched>
}

/** What one organ has filed on a year: its figures and words with what is found in them, and what the office does with it. */
export function FilingPage() {
  const { year = '', filer = '' } = useParams()
  const one = useQuery({ queryKey: [...filingsKey, year, filer], queryFn: () => filings.one(year, filer) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={one}>{(view) => <Filed key={`${view.year} ${view.filer.id}`} view={view} />}</Fetched>
    </Guarded>
  )
}

function Filed({ view }: { view: FilingView }) {
  const { year, filer, office, dueOn, filedOn, status, steps } = view
  const [step, setStep] = useState<OpenStep | null>(null)
  const [isChanging, setChanging] = useState(false)
  const standing = { ...view, isAccepted: view.acceptedOn !== null }
  const receive = steps.find(({ name }) => name === 'receive')
  const onStep = (name: string) => setStep(steps.find((each) => each.name === name) ?? null)
  return (
    <div className="page report-bench">
      <PageHead
        title={`${filer.name}${year}年度报告`}
        lead={`${kindLabels[filer.kind]}，应在${chineseDate(dueOn)}前向${office}报送${filedOn ? `，${chineseDate(filedOn)}${status === 'received' ? '收到' : '报送'}` : ''}`}
      >
        <Link to={`/filings?year=${year}`}>
          <Button>全部报送机关</Button>
        </Link>
        {filer.organId === null ? <Button onClick={() => setChanging(true)}>修改机关信息</Button> : null}
        {view.original ? <a href={originalOf(year, filer.id)}>下载原件</a> : null}
      </PageHead>
      <div className="row gap-below report-next">
        <StateWords mark={markOf(standing)} label={standingOf(standing)} />
        {receive?.why === null ? <ReceiveButton view={view} /> : null}
      </div>
      <ReturnedNotice view={view} />
      {status === 'received' ? <ComparePart key={view.original?.sha256} view={view} /> : <FiledParts view={view} />}
      <StepsPanel
        none="现在没有轮到您办理的步骤。"
        steps={steps.filter(({ name }) => name !== 'confirm' && name !== 'receive')}
        dangers={['sendBack']}
        isShutOpen
        onStep={onStep}
      />
      <PlainEventList events={view.events} />
      {step ? <FilingStep key={step.name} view={view} step={step} onClose={() => setStep(null)} /> : null}
      {isChanging ? <FilerDialog year={year} filer={filer} onClose={() => setChanging(false)} /> : null}
    </div>
  )
}

function ReturnedNotice({ view: { returned } }: { view: FilingView }) {
  if (!returned) return null
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title="已退回，等待再次报送"
      description={
        <>
          <p>{returned.note}</p>
          <PinnedList pinned={returned.pinned} />
        </>
      }
    />
  )
}

/** What was filed, as the office reads it. */
function FiledParts({ view }: { view: FilingView }) {
  const { wanted, show } = useWanted()
  const { report, findings, original, changes } = view
  if (!report)
    return (
      <section className="panel">
        <p className="quiet">还没有报送。</p>
      </section>
    )
  const tabs = [
    { key: 'sheet', label: '统计表', children: <FiledSheet view={view} report={report} /> },
    { key: 'words', label: '文字', children: <PrintedWords sections={report.sections} /> },
    {
      key: 'findings',
      label: findings.length > 0 ? `检查（${findings.length}）` : '检查',
      children: <FiledFindings findings={findings} />,
    },
    ...(changes
      ? [
          {
            key: 'changes',
            label: `与上次报送相比（${countOf(changes)}）`,
            children: <ChangedPart changes={changes} />,
          },
        ]
      : []),
    ...(original
      ? [{ key: 'original', label: '原件', children: <OriginalPart view={view} original={original} /> }]
      : []),
  ]
  return <Tabs activeKey={wanted.part ?? 'sheet'} onChange={(part) => show({ part })} items={tabs} />
}
