import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import type { StepView } from '../../../steps/step.ts'
import { showIssues } from '../../fields/field-errors.ts'
import { StepFrame } from '../../steps/step-frame.tsx'
import { useStepForm } from '../../steps/use-step-form.ts'

/** What a step of a row asks, and how it is taken. */
export interface RowStep {
  /** What it does once it is taken. */
  readonly lead: string
  /** The server's own. */
  readonly schema: z.ZodType
  readonly initial: object
  readonly fields: ReactNode
  /** On the button, where that is not what the step is called. */
  readonly label?: string
  /** What must end before it can be taken. */
  readonly wait?: string | undefined
  /** Answers with where the work goes on, if that is another page. */
  readonly take: (checked: unknown) => Promise<string | undefined>
}

/** The form of a step of a row of a register. What the step changes is read anew under the key. */
export function RowStepDrawer({ id, of, step, asks, isDangerous = false, queryKey, onClose }: RowStepDrawerProps) {
  const client = useQueryClient()
  const go = useNavigate()
  const filled = useStepForm<object, unknown, string | undefined>({
    label: step.label,
    draftKey: `row-step ${id} ${step.name}`,
    take: asks.take,
    onTaken: async (place) => {
      await client.invalidateQueries({ queryKey })
      if (place === undefined) onClose()
      else go(place)
    },
  })
  const submit = () => {
    const checked = asks.schema.safeParse({ ...asks.initial, ...filled.form.getFieldsValue(true) })
    if (checked.success) filled.taking.send(checked.data)
    else showIssues(filled.form, checked.error.issues)
  }
  return (
    <StepFrame
      step={step}
      of={of}
      size={560}
      filled={filled}
      initial={{ ...asks.initial, ...filled.kept }}
      queryKey={queryKey}
      label={asks.label ?? step.label}
      wait={asks.wait}
      isDangerous={isDangerous}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="note rule-line">{asks.lead}</p>
      {asks.fields}
    </StepFrame>
  )
}

interface RowStepDrawerProps {
  readonly id: string
  /** What people know the row by. */
  readonly of: string
  readonly step: StepView<string>
  readonly asks: RowStep
  /** It cannot be undone. */
  readonly isDangerous?: boolean
  readonly queryKey: QueryKey
  readonly onClose: () => void
}
