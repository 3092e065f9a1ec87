import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { type Registered, requests } from '../../api.ts'
import { useAct } from '../../steps/use-act.ts'

/** Takes a step on the case as it was read. What the step has registered is told once and kept nowhere. */
export function useTakeStep(view: CaseView, step: StepName, onTaken: (registered: readonly Registered[]) => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useAct({
    key: ['step', view.id, step],
    act: (input: unknown) => requests.take(view.id, step, view.seq, input),
    onDone: ({ registered, ...after }) => {
      client.setQueryData(['case', view.id], after)
      client.invalidateQueries({ queryKey: ['requests'] })
      client.invalidateQueries({ queryKey: ['reminders'] })
      const label = view.steps.find(({ name }) => name === step)?.label ?? ''
      message.success(`已办理：${label}`)
      onTaken(registered)
    },
  })
}
