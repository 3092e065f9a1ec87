import { chineseDate } from '../../days/plain-date.ts'
import type { StepName } from '../../report/draft/draft-event.ts'
import type { DraftView, ReportView } from '../../report/draft/report-view.ts'
import { OwnFilingPanel } from '../filing/own-filing.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { Panel } from '../requests/case/panel.tsx'
import { Chain } from '../review/chain.tsx'
import { levelLinks } from '../review/chain-links.ts'
import { PlainEventList } from '../review/event-list.tsx'
import { StepsPanel } from '../steps/steps-panel.tsx'
import { officeTime } from '../words.ts'

/** Who signs and has signed, what can be done, what has happened, and what is public. */
export function CoursePart({ view, onStep }: { view: ReportView; onStep: (name: StepName) => void }) {
  const { draft } = view
  return (
    <>
      {draft ? (
        <>
          <Panel title="审签">
            <Chain links={linksOf(draft)} hash={draft.hash} />
          </Panel>
          <StepsPanel
            none="现在没有轮到您办理的步骤。"
            steps={draft.steps}
            dangers={['discard']}
            isShutOpen
            onStep={onStep}
          />
          <PlainEventList events={draft.events} />
        </>
      ) : null}
      <OwnFilingPanel year={view.year} />
      <Panel title="已公布的版本" count={view.published.length}>
        <LedgerList
          items={view.published}
          columns={columns}
          keyOf={({ revision }) => String(revision)}
          empty="还没有公布"
        />
      </Panel>
    </>
  )
}

const linksOf = ({ levels, signatures, hash, status }: DraftView) =>
  levelLinks(
    levels.map((level, index) => {
      const signature = signatures[index]
      const signed = signature && {
        by: signature.by.name,
        standsInFor: signature.standsInFor?.name ?? null,
        when: officeTime(signature.at),
        hash: signature.hash,
        opinion: signature.opinion,
      }
      return { level, signed: signed ?? null, voided: null }
    }),
    hash,
    status === 'reviewing',
  )

const columns: readonly ListColumn<ReportView['published'][number]>[] = [
  { title: '版本', width: 120, render: ({ revision }) => `第${revision}版` },
  { title: '公布', width: 200, render: ({ publishedOn }) => chineseDate(publishedOn) },
  { title: '更正理由', render: ({ reason }) => reason ?? '' },
]
