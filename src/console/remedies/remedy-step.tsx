import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { RemedyCaseView } from '../../remedies/cases/case-view.ts'
import { type StepName, stepInputs } from '../../remedies/cases/step-inputs.ts'
import type { StepView } from '../../steps/step.ts'
import { allSent, whyWaitFor } from '../fields/uploads.ts'
import { RowStepDrawer } from '../ledgers/steps/row-step-drawer.tsx'
import { useMe } from '../session/me.ts'
import { PapersField, withFileIds } from './papers-field.tsx'
import { remediesApi } from './remedies-api.ts'
import { askedBy } from './step-asks.tsx'

const dangerous: readonly StepName[] = ['takeBack', 'cancel']

/** The form of one step of a case. */
export function RemedyStep({ view, step, onClose }: RemedyStepProps) {
  const { id, opening, seq } = view
  const { name } = step
  const { today } = useMe()
  const client = useQueryClient()
  const [uploads, setUploads] = useState(allSent)
  const { lead, initial, fields } = askedBy(name, view)
  const hasPapers = 'fileIds' in stepInputs[name].shape
  const hasDay = 'on' in stepInputs[name].shape
  return (
    <RowStepDrawer
      id={id}
      of={opening.number}
      step={step}
      asks={{
        lead,
        schema: z.preprocess(withFileIds, stepInputs[name]),
        initial: { ...(hasDay ? { on: today } : {}), ...initial },
        fields: (
          <>
            {fields}
            {hasPapers ? <PapersField onSending={setUploads} /> : null}
          </>
        ),
        wait: whyWaitFor(uploads) ?? undefined,
        take: async (checked) => {
          await remediesApi.take(id, name, seq, checked)
          // What is answered again stands on another page, which must not be shown as it was.
          if (opening.requestId !== null) client.removeQueries({ queryKey: ['case', opening.requestId] })
          return undefined
        },
      }}
      isDangerous={dangerous.includes(name)}
      queryKey={['remedies']}
      onClose={onClose}
    />
  )
}

interface RemedyStepProps {
  readonly view: RemedyCaseView
  readonly step: StepView<StepName>
  readonly onClose: () => void
}
