import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Tabs } from 'antd'
import { type ReactNode, useState } from 'react'
import { Link, useParams } from 'react-router'
import { chineseDate } from '../../days/plain-date.ts'
import { businessRoles } from '../../organs/role.ts'
import type { DraftView, ReportView } from '../../report/draft/report-view.ts'
import type { StatedFigure } from '../../report/draft/stated.ts'
import type { CellRef } from '../../report/report.ts'
import { AskedAbove } from '../filing/own-filing.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { useWanted } from '../shell/use-wanted.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { NextStep } from '../steps/next-step.tsx'
import { useOpenedStep } from '../steps/use-opened-step.ts'
import { BeginPanel } from './begin-panel.tsx'
import { CellDrawer } from './cell-drawer.tsx'
import { CoursePart } from './course-part.tsx'
import { DraftNotices } from './draft-notices.tsx'
import { FindingsPart } from './findings-part.tsx'
import { OpeningDialog } from './opening-dialog.tsx'
import { isPart, type PartId, parts } from './places.ts'
import { reportKey, reports } from './report-api.ts'
import { ReportStep } from './report-step.tsx'
import { Sheet } from './sheet-table.tsx'
import { type ReportKeeper, useReportKeeper } from './use-report-keeper.ts'
import { Overtaken, PrintedWords, WordsPart } from './words-part.tsx'

/** The workbench of one year's report. */
export function ReportPage() {
  const { year = '' } = useParams()
  const one = useQuery({ queryKey: reportKey(Number(year)), queryFn: () => reports.one(Number(year)) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={one}>
        {(view) => (
          <Workbench key={`${view.year} ${view.draft?.id} ${view.draft?.status === 'drafting'}`} view={view} />
        )}
      </Fetched>
    </Guarded>
  )
}

function Workbench({ view }: { view: ReportView }) {
  const { draft } = view
  if (draft && draft.whyNotSave === null) return <Written view={view} draft={draft} />
  return <Shown view={view} draft={draft} keeper={undefined} />
}

function Written({ view, draft }: { view: ReportView; draft: DraftView }) {
  const { keeper, isRestored, base } = useReportKeeper(view.year, draft)
  return (
    <Shown
      view={view}
      draft={draft}
      keeper={keeper}
      isRestored={isRestored}
      overtaken={<Overtaken keeper={keeper} base={base} />}
    />
  )
}

interface ShownProps {
  readonly view: ReportView
  readonly draft: DraftView | null
  /** Where it may be written. */
  readonly keeper: ReportKeeper | undefined
  readonly isRestored?: boolean
  /** Asks what becomes of two writers' words. */
  readonly overtaken?: ReactNode
}

function Shown({ view, draft, keeper, isRestored = false, overtaken }: ShownProps) {
  const { year, organ, findings, address } = view
  const { wanted, show } = useWanted()
  const part: PartId = wanted.part && isPart(wanted.part) ? wanted.part : 'sheet'
  const [cell, setCell] = useState<CellRef | null>(null)
  const [isOpening, setOpening] = useState(false)
  const { step, open, close } = useOpenedStep(draft?.steps ?? [])
  const onStep = async (name: Parameters<typeof open>[0]) => {
    // What was typed goes first: the step is about it.
    await keeper?.flush()
    open(name)
  }
  const content = {
    sheet: <Sheet view={view} onCell={setCell} onOpening={keeper && (() => setOpening(true))} />,
    words:
      keeper && draft ? (
        <WordsPart view={view} draft={draft} keeper={keeper} />
      ) : (
        <PrintedWords sections={view.sections} />
      ),
    findings: <FindingsPart view={view} onCell={setCell} onPart={(to) => show({ part: to })} />,
    course: <CoursePart view={view} onStep={onStep} />,
  }
  return (
    <div className="page report-bench">
      <PageHead
        title={`${year}年度报告`}
        lead={`${organ}，数字统计到${chineseDate(view.countedTo)}${view.dueOn ? `，应在${chineseDate(view.dueOn)}前公布` : ''}`}
      >
        <Link to="/annual-reports">
          <Button>各年度</Button>
        </Link>
        {address ? (
          <a href={address} target="_blank" rel="noopener">
            网站上的报告
          </a>
        ) : null}
      </PageHead>
      {draft ? (
        <div className="row gap-below report-next">
          <strong>{draft.statusLabel}</strong>
          <NextStep steps={draft.steps} onStep={onStep} />
        </div>
      ) : (
        <BeginPanel view={view} />
      )}
      <AskedAbove year={year} onFiling={() => show({ part: 'course' })} />
      {draft ? <DraftNotices draft={draft} isRestored={isRestored} /> : null}
      {overtaken}
      {!view.isOver ? (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={`${year}年还没有结束：数字统计到今天，每天都会变；可以先写，年度结束以后送审。`}
        />
      ) : null}
      <Tabs
        activeKey={part}
        onChange={(to) => show({ part: to })}
        items={parts.map(({ id, label }) => ({
          key: id,
          label: id === 'findings' && findings.length > 0 ? `${label}（${findings.length}）` : label,
          children: content[id],
        }))}
      />
      {cell ? (
        <CellDrawer
          view={view}
          cell={cell}
          onState={keeper && ((id, stated) => state(keeper, id, stated))}
          onClose={() => setCell(null)}
        />
      ) : null}
      {isOpening && keeper ? (
        <OpeningDialog
          view={view}
          onState={(stated) => state(keeper, stated.cell, stated)}
          onClose={() => setOpening(false)}
        />
      ) : null}
      {step && draft ? <ReportStep key={step.name} view={view} draft={draft} step={step} onClose={close} /> : null}
    </div>
  )
}

/** Puts a stated figure into the draft, or takes it out; kept as everything that is typed. */
function state(keeper: ReportKeeper, cell: string, stated: StatedFigure | null): void {
  const others = keeper.read().content.stated.filter((each) => each.cell !== cell)
  keeper.type({ stated: stated ? [...others, stated] : others })
  keeper.flush()
}
