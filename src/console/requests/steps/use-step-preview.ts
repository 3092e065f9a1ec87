import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CaseView, StepPreview } from '../../../requests/case-view.ts'
import { type StepName, stepInputs } from '../../../requests/step-inputs.ts'
import { requests } from '../../api.ts'

/** The text that stands still for a while: nobody asks the server at each key. */
function useSettled(text: string, ms = 450): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), ms)
    return () => clearTimeout(timer)
  }, [text, ms])
  return settled
}

export interface Previewing {
  readonly preview: StepPreview | undefined
  readonly error: Error | null
  /** Enough is filled in for a preview. */
  readonly isReady: boolean
  readonly isFetching: boolean
}

/** What the step would do, asked again whenever a whole input stands still. */
export function useStepPreview(view: CaseView, step: StepName, input: unknown): Previewing {
  const isOpen = view.steps.some(({ name, why }) => name === step && why === null)
  const checked = stepInputs[step].safeParse(input)
  const text = useSettled(checked.success ? JSON.stringify(checked.data) : '')
  const { data, error, isFetching } = useQuery({
    queryKey: ['preview', view.id, view.seq, step, text],
    queryFn: () => requests.preview(view.id, step, JSON.parse(text)),
    enabled: text !== '' && isOpen,
    placeholderData: (before) => before,
    staleTime: 60_000,
    retry: false,
  })
  return {
    preview: text === '' ? undefined : data,
    error: text === '' ? null : error,
    isReady: text !== '',
    isFetching,
  }
}
