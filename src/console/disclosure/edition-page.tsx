import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { StepName } from '../../disclosure/edition-event.ts'
import type { RecordView } from '../../disclosure/record-view.ts'
import { businessRoles } from '../../organs/role.ts'
import { holds, useMe } from '../session/me.ts'
import { isSomebodyHere } from '../session/presence.ts'
import { Fetched } from '../states/fetched.tsx'
import { Guarded } from '../states/guarded.tsx'
import { Loading } from '../states/loading.tsx'
import { editionKey, editionPath, records } from './records-api.ts'
import { ReadView } from './review/read-view.tsx'

/** The editor is larger than all else of the page, and whoever reviews does not write. */
const Editing = lazy(async () => ({ default: (await import('./edit/editing.tsx')).Editing }))
const StepDrawer = lazy(async () => ({ default: (await import('./steps/step-drawer.tsx')).StepDrawer }))

/** How often a page of an edition asks what others have done meanwhile. */
const askMs = 20_000

export function EditionPage() {
  const { id = '', edition = '' } = useParams()
  const address = { recordId: id, edition: Number(edition) }
  const query = useQuery({
    queryKey: editionKey(address),
    queryFn: () => records.get(address),
    refetchInterval: () => (isSomebodyHere() ? askMs : false),
  })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={query}>{(view) => <Edition key={editionPath(view)} view={view} />}</Fetched>
    </Guarded>
  )
}

/** One edition: the drafter writes it, everybody else reads it; whoever may change it can go over to writing. */
function Edition({ view }: { view: RecordView }) {
  const isClerk = holds(useMe(), ['clerk'])
  // Writing or reading, and the open form, are in the address, so that a new sign-in leads back to them.
  const [params, setParams] = useSearchParams()
  const [paragraph, setParagraph] = useState<number>()
  const mode = params.get('mode') ?? (view.status === 'drafting' && isClerk ? 'edit' : 'read')
  const isEditing = mode === 'edit' && view.whyNotSave === null
  const step = view.steps.find(({ name }) => name === params.get('step'))?.name
  const show = (next: { mode?: string; step?: StepName }) =>
    setParams({ ...(params.has('mode') ? { mode } : {}), ...next }, { replace: true })
  const open = (name: StepName, at?: number) => {
    setParagraph(at)
    show({ step: name })
  }
  return (
    <div className={`page case edition-${isEditing ? 'edit' : 'read'}`}>
      {isEditing ? (
        <Suspense fallback={<Loading />}>
          <Editing view={view} onStep={open} onRead={() => setParams({ mode: 'read' })} />
        </Suspense>
      ) : (
        <ReadView
          view={view}
          onStep={open}
          onPin={(at) => open('sendBack', at)}
          onEdit={() => setParams({ mode: 'edit' })}
        />
      )}
      <Suspense>
        {step ? (
          <StepDrawer
            key={step}
            view={view}
            step={step}
            paragraph={paragraph}
            onClose={() => setParams(params.get('mode') === 'read' && isClerk ? { mode } : {}, { replace: true })}
          />
        ) : null}
      </Suspense>
    </div>
  )
}
