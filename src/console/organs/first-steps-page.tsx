import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link, Navigate } from 'react-router'
import type { FirstStepView } from '../../organs/first-steps/first-step.ts'
import { type Role, roleLabel } from '../../organs/role.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { firstPlace, roomsFor } from '../shell/rooms.tsx'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { Loading } from '../states/loading.tsx'
import { StateWords } from '../states/state-mark.tsx'
import { administration } from './organs-api.ts'

/** Whose work the steps are. */
export const firstStepTakers: readonly Role[] = ['systemAdmin', 'securityAdmin']

/** What was set a moment ago on another page is told at once. */
const useFirstSteps = () =>
  useQuery({ queryKey: ['first-steps'], queryFn: administration.firstSteps, staleTime: 0, refetchOnMount: 'always' })

const isOpen = ({ missing }: FirstStepView) => missing.length > 0

/** Where these administrators begin: at the list while the bureau cannot work without what it still names. */
export function AdministratorsStart() {
  const { roles } = useMe()
  const { data, error } = useFirstSteps()
  if (!data && !error) return <Loading />
  const isWhole = !data?.items.some((step) => isOpen(step) && !step.canWait)
  return <Navigate to={isWhole ? firstPlace(roles) : '/first-steps'} replace />
}

export function FirstStepsPage() {
  const query = useFirstSteps()
  return (
    <Guarded to={firstStepTakers}>
      <div className="page">
        <PageHead
          title="启用清单"
          lead="本机关开展工作前要办好的事，按次序列出。办好的自动打勾，不用登记；还有影响工作的没有办好时，管理员登录后先看到本页。"
        />
        <Fetched query={query}>{({ items }) => <Steps steps={items} />}</Fetched>
      </div>
    </Guarded>
  )
}

function Steps({ steps }: { steps: readonly FirstStepView[] }) {
  const open = steps.filter(isOpen)
  const needed = open.filter(({ canWait }) => !canWait)
  return (
    <>
      <Standing needed={needed.length} later={open.length - needed.length} />
      <ol className="panel ruled" aria-label="要办好的事">
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </>
  )
}

function Standing({ needed, later }: { readonly needed: number; readonly later: number }) {
  const afterwards = later > 0 ? `另有${later}项不影响工作，可以以后补齐。` : ''
  if (needed > 0)
    return <Alert className="gap-below" type="info" showIcon title={`还有${needed}项没有办好。${afterwards}`} />
  return <Alert className="gap-below" type="success" showIcon title={`需要办好的都办好了。${afterwards}`} />
}

/** So many are named; of more it is said how many. */
const mostNamed = 4

const named = (missing: readonly string[]): string =>
  missing.length > mostNamed
    ? `${missing.slice(0, mostNamed).join('；')}等${missing.length}项`
    : missing.map((each) => each.replace(/。$/, '')).join('；')

function Step({ step }: { step: FirstStepView }) {
  const me = useMe()
  const { title, why, path, by, canWait, missing } = step
  const place = roomsFor(me.roles)
    .flatMap(({ places }) => places)
    .find((each) => each.path === path)
  return (
    <li>
      <div className="row">
        <h2 className="grow">{title}</h2>
        <StepState missing={missing} canWait={canWait} />
      </div>
      {missing.length > 0 ? (
        <>
          <p>{named(missing)}。</p>
          <p className="why">{why}</p>
        </>
      ) : null}
      <p className="quiet">
        由{roleLabel(by)}办理
        {place && holds(me, [by]) ? (
          <>
            ：<Link to={path}>{place.label}</Link>
          </>
        ) : null}
      </p>
    </li>
  )
}

function StepState({ missing, canWait }: Pick<FirstStepView, 'missing' | 'canWait'>) {
  if (missing.length === 0) return <StateWords mark={['done', '✓']} label="已办好" />
  if (canWait) return <StateWords mark={['quiet', '○']} label="可以以后办" />
  return <StateWords mark={['soon', '◐']} label="没有办好" />
}
