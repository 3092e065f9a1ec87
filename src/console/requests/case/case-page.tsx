import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { businessRoles } from '../../../organs/role.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { type Registered, requests } from '../../api.ts'
import { RemediesOfRequest } from '../../remedies/remedies-of-request.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { useOpenedStep } from '../../steps/use-opened-step.ts'
import { Done } from '../intake/done.tsx'
import { ServiceCard } from '../service/service-card.tsx'
import { StepDrawer } from '../steps/step-drawer.tsx'
import { CoHandlings } from '../work/co-handlings.tsx'
import { HandoverCard } from '../work/handover-card.tsx'
import { Links } from '../work/links.tsx'
import { NotesForMe } from '../work/notes-for-me.tsx'
import { ApplicantCard } from './applicant-card.tsx'
import { CaseHead } from './case-head.tsx'
import { ClockCard } from './clock-card.tsx'
import { Consultations } from './consultations.tsx'
import { ContentCard } from './content-card.tsx'
import { CorrectionCard } from './correction-card.tsx'
import { DraftCard } from './draft-card.tsx'
import { FeeCard } from './fee-card.tsx'
import { Files } from './files.tsx'
import { History } from './history.tsx'
import { Letters } from './letters.tsx'
import { Proposals } from './proposals.tsx'
import { ReportCells } from './report-cells.tsx'
import { Rounds } from './rounds.tsx'
import { Similar } from './similar.tsx'
import { StepsCard } from './steps-card.tsx'
import { WaitingLetters } from './waiting-letters.tsx'

export function CasePage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['case', id], queryFn: () => requests.get(id) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={query}>{(view) => <Case key={view.id} view={view} />}</Fetched>
    </Guarded>
  )
}

/** One request: how it stands and what is next on the left, whose it is and what belongs to it on the right. */
function Case({ view }: { view: CaseView }) {
  const { step, open, close } = useOpenedStep(view.steps)
  const [handedOver, setHandedOver] = useState<readonly Registered[]>([])
  if (handedOver.length > 0) {
    const isReissued = handedOver.some(({ id }) => id === view.id)
    return (
      <Done
        registered={handedOver}
        title={isReissued ? '已补发查询码' : `已拆分，另编${handedOver.length}件`}
        lead={
          isReissued
            ? '请打印查询凭证，交给申请人；原来的查询码和口令已经失效。'
            : `请把新编各件的接收回执交给申请人；${view.number}沿用原来的查询码。`
        }
        what={isReissued ? '查询凭证' : '接收回执'}
        next={`回到${view.number}`}
        onNext={() => setHandedOver([])}
      />
    )
  }
  return (
    <div className="page case">
      <CaseHead view={view} onStep={open} />
      {view.clock ? <ClockCard clock={view.clock} status={view.status} fee={view.fee} /> : null}
      <div className="columns case-columns">
        <div>
          <NotesForMe view={view} onStep={open} />
          <HandoverCard view={view} />
          <CorrectionCard view={view} />
          <Rounds view={view} />
          <StepsCard view={view} onStep={open} />
          <WaitingLetters view={view} />
          <DraftCard view={view} onStep={open} />
          <FeeCard view={view} />
          <ServiceCard view={view} onStep={open} />
          <Consultations view={view} />
          <CoHandlings view={view} />
          <History view={view} />
        </div>
        <aside className="case-side" aria-label="申请与材料">
          <ContentCard view={view} />
          <ApplicantCard view={view} />
          <Letters view={view} />
          <Files view={view} />
          <Links view={view} />
          <Proposals view={view} />
          <Similar view={view} onStep={open} />
          <RemediesOfRequest view={view} />
          <ReportCells view={view} />
        </aside>
      </div>
      {step ? (
        <StepDrawer key={step.name} view={view} step={step} onClose={close} onRegistered={setHandedOver} />
      ) : null}
    </div>
  )
}
