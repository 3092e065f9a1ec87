import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { useAct } from '../../steps/use-act.ts'
import { editionKey, records } from '../records-api.ts'

/** Takes a step on the edition as it was read; the answer is the edition after it. */
export function useTakeStep(seen: RecordView, step: StepName, onTaken: () => void) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useAct({
    key: ['edition step', ...editionKey(seen).map(String), step],
    act: (input: unknown) => records.take(seen, step, seen.seq, input),
    onDone: (after) => {
      client.setQueryData(editionKey(seen), after)
      client.invalidateQueries({ queryKey: ['records'] })
      const label = seen.steps.find(({ name }) => name === step)?.label ?? ''
      message.success(`已办理：${label}`)
      onTaken()
    },
  })
}
